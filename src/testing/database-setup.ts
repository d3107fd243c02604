import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import type { TestProject } from 'vitest/node'
import { AnlanError } from '../domain/wording/errors.ts'
import { connect } from '../storage/connection/connect.ts'
import { isAlive } from '../storage/launcher/postmaster.ts'
import { type Embedded, startEmbedded } from '../storage/launcher/start-embedded.ts'
import { migrate } from '../storage/schema/migrate.ts'
import { digestOf, MIGRATIONS, type Migration, readMigrations } from '../storage/schema/read-migrations.ts'
import { findPgbouncer, type Pooler, startPgbouncer } from './servers/pgbouncer.ts'
import { within } from './within.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: { ownerUrl: string; url: string; template: string; pooler?: string }
  }
}

/** Kept between runs, so that only the first run pays for making it. */
const DATA_DIR = join(import.meta.dirname, '../../.anlan/test-postgres')
const LOCK = 7_341_020_002

const servers: Embedded[] = []

/** Starts the one PostgreSQL of a test run, and makes the migrated database that tests copy. */
export async function setup(project: TestProject): Promise<void> {
  const server = await within('starting PostgreSQL', startServer())
  servers.push(server)
  const { url, ownerUrl } = server
  const pooler = process.env['ANLAN_TEST_PGBOUNCER'] ? await startPooler([url, ownerUrl]) : undefined
  project.provide('database', {
    url,
    ownerUrl,
    ...(pooler ? { pooler: pooler.address } : {}),
    template: await within('preparing the template database', prepareTemplate(server)),
  })
}

const poolers: Pooler[] = []

/** With ANLAN_TEST_PGBOUNCER=1 every test goes through pgbouncer in transaction mode. */
async function startPooler(urls: readonly string[]): Promise<Pooler> {
  const program = findPgbouncer()
  if (!program) throw new Error('ANLAN_TEST_PGBOUNCER is set, and there is no pgbouncer')
  const pooler = await startPgbouncer(program, urls)
  poolers.push(pooler)
  return pooler
}

/** Called once for each project; the last to leave stops the server. */
export async function teardown(): Promise<void> {
  await poolers.pop()?.stop()
  await servers.pop()?.stop()
}

async function startServer(): Promise<Embedded> {
  const start = () => startEmbedded({ dataDir: DATA_DIR, durable: false, maxConnections: 300, log: () => {} })
  return start().catch(async (cause) => {
    // Without fsync a power failure may have ruined it; there is nothing in it to keep.
    if (!(cause instanceof AnlanError && cause.details['rule'] === 'does-not-start')) throw cause
    await rm(DATA_DIR, { recursive: true })
    return start()
  })
}

async function bringUpToDate(server: Embedded, database: string, migrations: readonly Migration[]): Promise<void> {
  const owner = connect({ url: urlTo(server.ownerUrl, database), max: 1, applicationName: 'anlan test set-up' })
  try {
    await migrate(owner, migrations)
  } finally {
    await owner.end()
  }
}

/** The template is named after its migrations, so that an unchanged one is used again. */
async function prepareTemplate(server: Embedded): Promise<string> {
  const migrations = await readMigrations(MIGRATIONS)
  const template = `template_${digestOf(migrations).slice(0, 16)}`
  const admin = connect({ url: urlTo(server.ownerUrl, 'postgres'), max: 1, applicationName: 'anlan test set-up' })
  try {
    await admin.query('select pg_advisory_lock($1)', [LOCK])
    await dropLeftovers(admin, template)
    const found = await admin.query('select from pg_database where datname = $1', [template])
    if (found.rowCount === 0) {
      await admin.query('drop database if exists unfinished')
      await admin.query('create database unfinished')
      await bringUpToDate(server, 'unfinished', migrations)
      await admin.query(`alter database unfinished rename to ${template}`)
    } else {
      // The table of the migrations themselves is no migration and may have grown.
      await bringUpToDate(server, template, migrations)
    }
    return template
  } finally {
    await admin.end()
  }
}

/** Databases of test processes that are gone, and, when no other run uses the server, templates of other schemas. */
async function dropLeftovers(admin: pg.Pool, template: string): Promise<void> {
  const { rows } = await admin.query<{ name: string; runs: number }>(
    `select datname as name, (select count(*)::int from pg_stat_activity where application_name = 'anlan keeper') as runs
       from pg_database where datname ~ '^(test|template)_'`,
  )
  const gone = rows.filter(({ name, runs }) =>
    name.startsWith('test_') ? !isAlive(Number(name.split('_')[1])) : name !== template && runs <= 1,
  )
  for (const { name } of gone) await admin.query(`drop database if exists ${name} with (force)`)
}

/** The same server, another database. */
function urlTo(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href
}
