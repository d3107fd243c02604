import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { connect } from '../connection/connect.ts'
import { APP_ROLE } from '../connection/database-roles.ts'
import type { StorageDeps } from '../deps.ts'
import { migrate } from '../schema/migrate.ts'
import type { Migration } from '../schema/read-migrations.ts'
import { listTenantIds } from '../tenants/list-tenant-ids.ts'
import { type Verification, verifyTenant } from '../verify/verify-tenant.ts'
import { type OpenedBackup, restoreFiles, restoreInto } from './restore.ts'

/** What a rehearsal found: as of when the backup is, how many rows came back, each office verified, and the files. */
export type Rehearsal = {
  readonly file: string
  readonly at: string
  readonly rows: number
  readonly tenants: readonly ({ readonly tenant: string } & Verification)[]
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
export async function rehearse({ backup, migrations, serverUrl, depsFor }: Rehearsing): Promise<Rehearsal> {
  const scratch = `anlan_rehearsal_${randomBytes(6).toString('hex')}`
  const url = Object.assign(new URL(serverUrl), { pathname: `/${scratch}` }).href
  const admin = connect({ url: serverUrl, max: 1, applicationName: 'anlan rehearsal' })
  try {
    await admin.query(`create database ${scratch} template template0 encoding 'UTF8'`)
    const owner = connect({ url, max: 2, applicationName: 'anlan rehearsal' })
    const app = connect({ url, max: 2, applicationName: 'anlan rehearsal', role: APP_ROLE })
    try {
      const { at, rows } = await restoreInto(owner, backup, migrations)
      await migrate(owner, migrations)
      const tenants: ({ tenant: string } & Verification)[] = []
      const deps = depsFor(app)
      for (const tenant of await listTenantIds(owner))
        tenants.push({ tenant, ...(await verifyTenant(deps, tenant, () => {})) })
      const files = await restoreFiles(backup, undefined)
      const whole = tenants.every(
        ({ broken, counters, beside }) => broken === 0 && counters.length === 0 && beside.length === 0,
      )
      return {
        ...{ file: backup.file, at, tenants, files },
        rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
        ok: whole && files.damaged.length === 0,
      }
    } finally {
      await Promise.all([owner.end(), app.end()])
    }
  } finally {
    await admin.query(`drop database if exists ${scratch} with (force)`)
    await admin.end()
  }
}
