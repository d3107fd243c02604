import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const key: CliCommand = {
  name: 'key',
  title: text('部署密钥：看、留副本、更换', 'the deployment key: look, keep a copy, renew'),
  args: 'status|copy|put|renew|retire [FILE]',
  leastArgs: 1,
  mostArgs: 2,
  flags: {
    stopped: {
      title: text(
        '服务都停着：换密钥不用等（renew）',
        'all servers are stopped: renewing need not wait for them (renew)',
      ),
    },
  },
  about: text(
    '丢了部署密钥，所有封存的内容（举报人、电话、证件）谁也打不开了，没有别的办法；所以先留副本。\nstatus 看现在用哪把、留过副本没有；copy 把密钥写进加密的文件，口令用 ANLAN_KEY_PASSPHRASE 给出，可以打印；\nput 用副本把密钥放回数据文件夹；renew 换新的，服务不用停，等所有服务都知道了再用（约两分半）；\n密钥用 ANLAN_KEY 给出时，新的用 ANLAN_KEY_NEXT 给出；retire 让旧的作废：以后只有新的能打开这个数据库。\n换密钥以前的备份，要用那时的密钥恢复，备份里带着。代码的散列仍按第一把密钥算，不然找不到以前的举报。',
    'Without the deployment key nothing sealed (reporters, telephones, numbers) opens for anybody, and there is no other way: keep\na copy first. status says which keys are used and whether a copy was kept; copy writes the key into an encrypted file that can\nbe printed, under the passphrase in ANLAN_KEY_PASSPHRASE; put brings it back into the data folder; renew makes a new one while\nservers run and uses it when all know it (some two and a half minutes). Where the key is given as ANLAN_KEY, the next one is\ngiven as ANLAN_KEY_NEXT. retire ends the former one: from then on only the new one opens this database. Backups from before\nopen with the key of their time, which is in them. Hashes of codes keep to the first key, or earlier reports would not be found.',
  ),
  examples: [
    'anlan key status',
    'ANLAN_KEY_PASSPHRASE=… anlan key copy key-copy.age.txt',
    'anlan key renew',
    'anlan key retire',
  ],
  run: async (call) => (await import('./run-key.ts')).runKey(call),
}
