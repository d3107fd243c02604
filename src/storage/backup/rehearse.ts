import type { Pool } from 'pg'
import type { StorageDeps } from '../deps.ts'
import { migrate } from '../schema/migrate.ts'
import type { Migration } from '../schema/read-migrations.ts'
import { listTenantIds } from '../tenants/list-tenant-ids.ts'
import { isWhole, type TenantVerified, verifyAll } from '../verify/verify-all.ts'
import { type OpenedBackup, restoreFiles, restoreInto } from './restore.ts'
import { withScratch } from './scratch.ts'

/** What a rehearsal found: as of when the backup is, how many rows came back, each office verified, and the files. */
export type Rehearsal = {
  readonly file: string
  readonly at: string
  readonly rows: number
  readonly tenants: readonly TenantVerified[]
  readonly files: { readonly whole: number; readonly damaged: readonly string[] }
  readonly ok: boolean
}

type Rehearsing = {
  readonly backup: OpenedBackup
  readonly migrations: readonly Migration[]
  /** A database of the same server where it is tried; its user may make databases. */
  readonly serverUrl: string
  /** What verifying needs, made for the scratch database. */
  readonly depsFor: (app: Pool) => StorageDeps
}

/** Restores a backup into a scratch database of the same server, replays every matter there, and removes it again. */
export const rehearse = async ({ backup, migrations, serverUrl, depsFor }: Rehearsing): Promise<Rehearsal> =>
  withScratch(serverUrl, async ({ owner, app }) => {
    const { at, rows } = await restoreInto(owner, backup, migrations)
    await migrate(owner, migrations)
    const tenants = await verifyAll(depsFor(app), await listTenantIds(owner))
    const files = await restoreFiles(backup, undefined)
    return {
      ...{ file: backup.file, at, tenants, files },
      rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
      ok: isWhole(tenants) && files.damaged.length === 0,
    }
  })
