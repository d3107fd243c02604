import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const upgrade: CliCommand = {
  name: 'upgrade',
  title: text('升级数据库：先演练，再备份，再升级', 'upgrade the database: rehearse, back up, upgrade'),
  flags: {
    rehearse: {
      title: text(
        '只演练：在一份副本上升级，逐件核验，再删掉；不改现有的',
        'only rehearse: on a copy, every matter verified, removed again; nothing else changes',
      ),
    },
    from: {
      title: text(
        '演练用这个备份文件夹里最新的一份（默认照现在的数据抄一份）',
        'rehearse on the newest backup of this folder (default: a copy of the data as they are)',
      ),
      value: 'FOLDER',
    },
    backup: {
      title: text('升级前备份到哪里（默认环境变量 ANLAN_BACKUP）', 'where to back up first (default: ANLAN_BACKUP)'),
      value: 'FOLDER',
    },
    'without-backup': { title: text('不备份就升级（另有备份时）', 'upgrade without a backup (there is another one)') },
    quick: { title: text('升级后不逐件核验', 'do not verify every matter afterwards') },
  },
  about: text(
    '装好新版本、还没启动时用。演练说明要改什么、用多久、要不要停机；服务开着也能演练。\n正式升级先备份；有改动不能和旧版同时运行的，要先停下旧版服务。直接 anlan serve 也会升级，只是不备份、不核验。',
    'For when the new release is installed and not yet started. A rehearsal says what changes, how long it takes and whether it needs\na stop; it may run while the server does. The upgrade backs up first. anlan serve upgrades too, without backup and verification.',
  ),
  examples: [
    'anlan upgrade --rehearse',
    'ANLAN_BACKUP_PASSPHRASE=… anlan upgrade --rehearse --from /mnt/backup',
    'anlan upgrade --backup /mnt/backup',
  ],
  run: async (call) => (await import('./run-upgrade.ts')).runUpgrade(call),
}
