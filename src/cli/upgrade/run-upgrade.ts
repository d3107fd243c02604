import { join } from 'node:path'
import type { Pool } from 'pg'
import { AnlanError } from '../../domain/wording/errors.ts'
import { text } from '../../domain/wording/text.ts'
import { readDeploymentKey } from '../../server/deployment-key.ts'
import { type Environment, readEnvironment } from '../../server/environment.ts'
import { verifyingDeps } from '../../server/rehearse-on.ts'
import { backUp } from '../../storage/backup/back-up.ts'
import { copyDatabase } from '../../storage/backup/copy-database.ts'
import { openBackup, restoreInto } from '../../storage/backup/restore.ts'
import { connect } from '../../storage/connection/connect.ts'
import { APP_ROLE } from '../../storage/connection/database-roles.ts'
import { MIGRATIONS, type Migration, readMigrations } from '../../storage/schema/read-migrations.ts'
import { rehearseUpgrade, schemaNumber, serversAtWork, upgrade } from '../../storage/upgrade/upgrade.ts'
import { serverOf } from '../restore/server-of.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { usageError } from '../shell/usage-error.ts'
import { upgradeReport } from './upgrade-report.ts'

const NAME = 'anlan upgrade'

/** Rehearses the upgrade to this program's schema, or does it after a backup, and says what came of it. */
export async function runUpgrade(call: Call): Promise<ExitCode> {
  const environment = readEnvironment(process.env)
  const migrations = await readMigrations(MIGRATIONS)
  const server = await serverOf(environment)
  try {
    const owner = connect({ url: server.ownerUrl, max: 2, applicationName: NAME })
    try {
      return call.isSet('rehearse')
        ? await rehearsed(call, owner, server.ownerUrl, migrations)
        : await upgraded(call, owner, server.ownerUrl, environment, migrations)
    } finally {
      await owner.end()
    }
  } finally {
    await server.stop()
  }
}

async function rehearsed(call: Call, owner: Pool, url: string, migrations: readonly Migration[]): Promise<ExitCode> {
  const folder = call.value('from')
  const backup = folder ? await openBackup({ folder, passphrase: process.env['ANLAN_BACKUP_PASSPHRASE'] }) : undefined
  if (!backup && (await schemaNumber(owner)) === 0) throw nothingThere()
  const fill = (into: Pool) =>
    backup ? restoreInto(into, backup, migrations) : copyDatabase(owner, into, migrations, new Date().toISOString())
  const found = await rehearseUpgrade(url, migrations, fill, verifyingDeps)
  const told = { ...found, rehearsal: true, source: backup?.file ?? 'copy' }
  console.log(call.json ? JSON.stringify(told) : upgradeReport(told, call.locale))
  return found.ok ? EXIT.done : EXIT.findings
}

async function upgraded(
  call: Call,
  owner: Pool,
  url: string,
  environment: Environment,
  migrations: readonly Migration[],
): Promise<ExitCode> {
  const from = await schemaNumber(owner)
  if (from === 0) throw nothingThere()
  const pending = migrations.slice(from)
  if (pending.some(({ worksWithPrevious }) => !worksWithPrevious)) await refuseBesideServers(owner)
  const source = pending.length > 0 ? await backedUp(call, owner, environment) : undefined
  const app = connect({ url, max: 2, applicationName: NAME, role: APP_ROLE })
  try {
    const deps = call.isSet('quick') || pending.length === 0 ? undefined : verifyingDeps(app)
    const done = await upgrade(owner, { migrations, deps })
    const told = { ...done, rehearsal: false, source }
    console.log(call.json ? JSON.stringify(told) : upgradeReport(told, call.locale))
    return done.ok ? EXIT.done : EXIT.findings
  } finally {
    await app.end()
  }
}

/** The name of the backup that was made; undefined where none was wanted. */
async function backedUp(call: Call, owner: Pool, environment: Environment): Promise<string | undefined> {
  if (call.isSet('without-backup')) return undefined
  const folder = call.value('backup') ?? environment.backup?.folder
  if (!folder)
    throw usageError(
      text(
        '升级前要先备份：用 --backup 说放到哪个文件夹；另有备份的，写 --without-backup',
        'A backup comes first: name its folder with --backup; where there is another one, write --without-backup',
      ),
    )
  const deploymentKey = await readDeploymentKey(environment, { mayMake: false })
  const source = { owner, filesFolder: join(environment.dataFolder, 'files'), deploymentKey }
  const passphrase = process.env['ANLAN_BACKUP_PASSPHRASE']
  return (await backUp(source, { folder, passphrase }, new Date().toISOString())).file
}

async function refuseBesideServers(owner: Pool): Promise<void> {
  const connections = await serversAtWork(owner)
  if (connections === 0) return
  throw new AnlanError('still-in-use', {
    connections,
    text: text(
      `这次升级的改动不能和旧版同时运行，现在还有服务连着数据库（${connections}个连接）。先停下每一台服务，再升级`,
      `This upgrade does not work beside the former release, and servers are connected (${connections} connections). Stop each of them first`,
    ),
  })
}

const nothingThere = () =>
  usageError(
    text(
      '这个数据库里还没有安澜的数据，没有要升级的；新建单位用 anlan init',
      'There are no data of Anlan in this database, so nothing to upgrade; anlan init sets up an office',
    ),
  )
