import { connect } from '../../storage/connection/connect.ts'
import { distribute, planDistribution } from '../../storage/distribute/distribution.ts'
import { migrate } from '../../storage/schema/migrate.ts'
import { MIGRATIONS, readMigrations } from '../../storage/schema/read-migrations.ts'

/** A Citus coordinator that every test runs on instead of the PostgreSQL of the packages; never seen running, since none can be had here. */
export const citusUrl = (): string | undefined => process.env['ANLAN_TEST_CITUS_URL'] || undefined

/** Makes the tables of a fresh database and spreads them; Citus copies no template. */
export async function spreadTables(ownerUrl: string): Promise<void> {
  const owner = connect({ url: ownerUrl, max: 1, applicationName: 'anlan test set-up' })
  try {
    await owner.query('create extension if not exists citus')
    await owner.query(`select citus_set_coordinator_host($1, $2)`, [hostOf(ownerUrl), portOf(ownerUrl)])
    await migrate(owner, await readMigrations(MIGRATIONS))
    await distribute(owner, await planDistribution(owner))
  } finally {
    await owner.end()
  }
}

const hostOf = (url: string) => new URL(url).hostname
const portOf = (url: string) => Number(new URL(url).port || 5432)
