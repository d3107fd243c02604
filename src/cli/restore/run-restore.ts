import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DEPLOYMENT_KEY_FILE } from '../../server/deployment-key.ts'
import { type Environment, readEnvironment } from '../../server/environment.ts'
import { openBackup, restoreFiles, restoreInto } from '../../storage/backup/restore.ts'
import { connect } from '../../storage/connection/connect.ts'
import { MIGRATIONS, readMigrations } from '../../storage/schema/read-migrations.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { runRehearsal } from './run-rehearsal.ts'
import { serverOf } from './server-of.ts'

/** Restores the database, the files and, where it is missing here, the key; or only rehearses. */
export async function runRestore(call: Call): Promise<ExitCode> {
  const { locale, args, value, isSet, json } = call
  const environment = readEnvironment(process.env)
  const backup = await openBackup({
    folder: args[0] as string,
    passphrase: process.env['ANLAN_BACKUP_PASSPHRASE'],
    file: value('file'),
  })
  if (isSet('rehearse')) return runRehearsal(backup, environment, call)
  const server = await serverOf(environment)
  try {
    const owner = connect({ url: server.ownerUrl, max: 2, applicationName: 'anlan restore' })
    try {
      const restored = await restoreInto(owner, backup, await readMigrations(MIGRATIONS))
      const files = await restoreFiles(backup, join(environment.dataFolder, 'files'))
      const keyKept = await keepKey(environment, restored.deploymentKey)
      const rows = Object.values(restored.rows).reduce((sum, count) => sum + count, 0)
      const done = { file: backup.file, at: restored.at, rows, files, keyKept }
      const [damaged, key] = [
        files.damaged.length,
        keyKept ? '' : locale === 'zh' ? '；密钥没有放，用原来的' : '; the key was not put here',
      ]
      console.log(
        json
          ? JSON.stringify(done)
          : locale === 'zh'
            ? `恢复好了：${restored.at} 的 ${rows} 行，${files.whole} 个文件，坏的${damaged}个${key}。启动以后核验一次：anlan verify`
            : `Restored: ${rows} rows as of ${restored.at}, ${files.whole} files, ${damaged} damaged${key}. Start, then verify once: anlan verify`,
      )
      return damaged > 0 ? EXIT.findings : EXIT.done
    } finally {
      await owner.end()
    }
  } finally {
    await server.stop()
  }
}

/** Never over a key that is there: that one may belong to something else. */
async function keepKey({ dataFolder, deploymentKey }: Environment, key: string | undefined): Promise<boolean> {
  if (deploymentKey || key === undefined) return false
  return writeFile(join(dataFolder, DEPLOYMENT_KEY_FILE), `${key}\n`, { mode: 0o600, flag: 'wx', flush: true }).then(
    () => true,
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EEXIST') return false
      throw cause
    },
  )
}
