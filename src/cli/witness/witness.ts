import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const witness: CliCommand = {
  name: 'witness',
  title: text('见证别的单位的透明日志', 'witness the transparency log of another office'),
  args: 'init|run',
  leastArgs: 1,
  flags: {
    name: {
      title: text('本单位见证用的名字，如 shi.example（init）', 'the name to sign with, e.g. city.example (init)'),
      value: 'NAME',
    },
    folder: {
      title: text('密钥和看过的签名放在哪里（默认 witness）', 'where key and seen heads are kept (default: witness)'),
      value: 'DIR',
    },
    log: {
      title: text(
        '日志的地址，如 https://…/tlog/qinglan（run）',
        'address of the log, e.g. https://…/tlog/qinglan (run)',
      ),
      value: 'URL',
    },
    key: {
      title: text(
        '日志的公钥，在它的“透明日志”页面上（run）',
        'public key of the log, on its page “Transparency log” (run)',
      ),
      value: 'KEY',
    },
  },
  about: text(
    'init 做一把见证用的密钥，打印公钥，交给对方登记（anlan tlog witness）。run 取一次最新的签名，核对它是上次看过的延续，\n是就署名送回去，不是就退出码 1，什么也不署；请定时运行（如每小时一次）。不用数据库，也不用装服务。',
    'init makes a key and prints the public one, for the other office to enter (anlan tlog witness). run fetches the newest head once and\nchecks that it goes on from what was seen before; if so it signs and sends that back, if not it ends with 1 and signs nothing.\nRun it now and then, say each hour. It needs no database and no server.',
  ),
  examples: [
    'anlan witness init --name city.example',
    'anlan witness run --log https://qinglan.example/tlog/qinglan --key "…"',
  ],
  run: async (call) => (await import('./run-witness.ts')).runWitness(call),
}
