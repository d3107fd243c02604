import { join } from 'node:path'
import { readEnvironment } from '../../server/environment.ts'
import { type BackupDone, backUp } from '../../storage/backup/back-up.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { withInstallation } from '../shell/stop-signal.ts'

/** Writes one backup and says what it holds. */
export async function runBackup({ locale, args, number, isSet, json }: Call): Promise<ExitCode> {
  const environment = readEnvironment(process.env)
  const keep = number('keep')
  return withInstallation(environment, { connections: 2, log: () => {} }, async (installation) => {
    const { owner, deps, deploymentKey } = installation
    const source = {
      owner,
      filesFolder: join(environment.dataFolder, 'files'),
      ...(isSet('without-key') ? {} : { deploymentKey }),
    }
    const wanted = { folder: args[0] as string, passphrase: process.env['ANLAN_BACKUP_PASSPHRASE'] }
    const done = await backUp(source, { ...wanted, ...(keep ? { keep } : {}) }, deps.now())
    console.log(json ? JSON.stringify(done) : said(done, locale === 'zh'))
    return EXIT.done
  })
}

const MEGABYTE = 1024 * 1024

function said({ file, bytes, filesAdded, filesKept, removed }: BackupDone, zh: boolean): string {
  const size = (bytes / MEGABYTE).toFixed(1)
  return zh
    ? `备份好了：${file}，${size} MB；新文件${filesAdded}个，原有${filesKept}个；过期删掉${removed}个。演练一次：anlan restore 文件夹 --rehearse`
    : `Backed up: ${file}, ${size} MB; ${filesAdded} new files, ${filesKept} there already; ${removed} let go. Rehearse it: anlan restore FOLDER --rehearse`
}
