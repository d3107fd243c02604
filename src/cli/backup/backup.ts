import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const backup: CliCommand = {
  name: 'backup',
  title: text('备份：数据库和文件，加密', 'back up database and files, encrypted'),
  args: 'FOLDER',
  leastArgs: 1,
  mostArgs: 1,
  flags: {
    keep: {
      title: text('留多少份，默认30；更早的删掉', 'how many to keep, default 30; older ones go'),
      value: 'N',
      rule: 'whole-number',
    },
    'without-key': {
      title: text('不带部署密钥（密钥另有保管时）', 'leave the deployment key out (when it is kept elsewhere)'),
    },
  },
  about: text(
    '服务开着也能备份，是同一时刻的一份；文件只加新的。第一次要用 ANLAN_BACKUP_PASSPHRASE 给出口令，以后每晚备份不用口令。\n口令丢了，备份就打不开。备份里的个人信息，要等那些备份都过了期才真正没有。',
    'May run while the server does, and is of one moment; only new files are added. The first run takes a passphrase in\nANLAN_BACKUP_PASSPHRASE, later ones need none. Without it nothing opens. What was destroyed is gone from backups when they are.',
  ),
  examples: ['ANLAN_BACKUP_PASSPHRASE=… anlan backup /mnt/backup', 'anlan backup /mnt/backup --keep 14 --json'],
  run: async (call) => (await import('./run-backup.ts')).runBackup(call),
}
