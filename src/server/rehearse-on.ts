import type { Pool } from 'pg'
import { PROCEDURES } from '../procedures/all.ts'
import { chinaCalendar } from '../procedures/calendar/china-holidays.ts'
import { type Rehearsal, rehearse } from '../storage/backup/rehearse.ts'
import type { OpenedBackup } from '../storage/backup/restore.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { createKeys } from '../storage/keys/keys.ts'
import { createReferences } from '../storage/references/references.ts'
import { MIGRATIONS, readMigrations } from '../storage/schema/read-migrations.ts'
import { createRulebooks } from '../storage/write/rulebooks.ts'

/** Rehearses a backup on this database server, by the definitions of this program. Its user must be allowed to make databases. */
export const rehearseOn = async (serverUrl: string, backup: OpenedBackup): Promise<Rehearsal> =>
  rehearse({ backup, migrations: await readMigrations(MIGRATIONS), serverUrl, depsFor: verifyingDeps })

/** What replaying matters needs: the definitions of this program, and no key, since verifying opens nothing. */
export const verifyingDeps = (app: Pool): StorageDeps => ({
  pool: app,
  vault: app,
  rulebooks: createRulebooks(app, PROCEDURES, chinaCalendar),
  references: createReferences(app),
  keys: createKeys(Buffer.alloc(32)),
  now: () => new Date().toISOString(),
})
