import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const restore: CliCommand = {
  name: 'restore',
  title: text('从备份恢复，或者演练一次', 'restore from a backup, or rehearse it'),
  args: 'FOLDER',
  leastArgs: 1,
  mostArgs: 1,
  flags: {
    file: { title: text('哪一份（默认最新的）', 'which one (default: the newest)'), value: 'NAME' },
    rehearse: {
      title: text(
        '只演练：恢复到临时数据库里，逐件核验，再删掉；不改现有的',
        'only rehearse: into a scratch database, every matter verified, removed again; nothing else changes',
      ),
    },
  },
  about: text(
    '恢复到空的数据库和 ANLAN_DATA 文件夹里（口令用 ANLAN_BACKUP_PASSPHRASE）；已经有单位的数据库不动。\n演练可以每晚跑：退出码 0 是完好，5 是有不完好的，写明是哪些。',
    'Restores into an empty database and the folder ANLAN_DATA (passphrase in ANLAN_BACKUP_PASSPHRASE); a database that holds\noffices is left alone. A rehearsal may run every night: exit code 0 is whole, 5 is not, and says what.',
  ),
  examples: [
    'ANLAN_BACKUP_PASSPHRASE=… anlan restore /mnt/backup',
    'ANLAN_BACKUP_PASSPHRASE=… anlan restore /mnt/backup --rehearse --json',
  ],
  run: async (call) => (await import('./run-restore.ts')).runRestore(call),
}
