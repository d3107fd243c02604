/**
 * Makes the data that the next release is tried on, of the demo county as this release leaves it: a backup of a few dozen matters, one of
 * each kind and state. Run it once, on the commit that is released (docs/releasing.md):
 *   ANLAN_DATA=/tmp/x npx anlan demo && ANLAN_DATA=/tmp/x node src/testing/operations/make-release.ts      (Node.js 24 or newer)
 */
import { execFileSync } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readEnvironment } from '../../server/environment.ts'
import { openInstallation } from '../../server/installation.ts'
import { backUp } from '../../storage/backup/back-up.ts'

const FOLDER = join(import.meta.dirname, 'release')
const PASSPHRASE = 'a-fixture-holds-no-secret'

/** One matter of each kind and group; the rest goes with its rows. Links of what stays stay, though what they lead to may be gone. */
const KEPT = `create temporary table kept as select distinct on (tenant, procedure, state_group) id from matters order by tenant, procedure, state_group, id`
const TABLES = `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname in ('matter_id', 'from_id') and c.relname <> 'changed_rows'`
const COUNTERS = `insert into counters (tenant, unit_id, procedure, state_group, slot, value)
  select tenant, unit_id, procedure, state_group, 0, count(*) from matters where not exercise group by 1, 2, 3, 4`

const environment = readEnvironment(process.env)
const installation = await openInstallation(environment, { connections: 2, log: () => {} })
const { owner, deps, deploymentKey } = installation
const client = await owner.connect()
await client.query(KEPT)
const { rows: tables } = await client.query<{ table: string; column: string }>(TABLES)
for (const { table, column } of tables)
  await client.query(`delete from ${table} where ${column} is not null and ${column} not in (select id from kept)`)
await client.query('delete from matters where id not in (select id from kept)')
await client.query('delete from jobs where done_at is not null')
await client.query('delete from counters')
await client.query(COUNTERS)
client.release(true)

await rm(FOLDER, { recursive: true, force: true })
const source = { owner, filesFolder: join(environment.dataFolder, 'files'), deploymentKey }
const done = await backUp(source, { folder: FOLDER, passphrase: PASSPHRASE }, deps.now())
const { rows } = await owner.query<{ migrations: number }>('select max(number) as migrations from migrations')
const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim()
const release = { commit, migrations: rows[0]?.migrations, passphrase: PASSPHRASE, file: done.file }
await writeFile(join(FOLDER, 'release.json'), `${JSON.stringify(release, null, 2)}\n`)
await installation.close()
console.log({ ...release, bytes: done.bytes })
