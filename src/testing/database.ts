import type pg from 'pg'
import { inject } from 'vitest'
import { connect, REQUESTS } from '../storage/connection/connect.ts'
import { APP_ROLE, VAULT_ROLE } from '../storage/connection/database-roles.ts'
import { citusUrl, spreadTables } from './servers/citus.ts'
import { atPooler } from './servers/pgbouncer.ts'
import { recordStatements } from './statements/recorded.ts'

/** A database of its own for one test or file: the real schema, no rows. */
export type TestDatabase = {
  /** As the application: row-level security applies. */
  readonly app: pg.Pool
  /** As the role that reads the reporter vault. */
  readonly vault: pg.Pool
  /** As the owner of the tables: sees everything, for arranging and for looking behind the scenes. */
  readonly owner: pg.Pool
  readonly url: string
  readonly ownerUrl: string
  /** Ends both pools and removes the database. */
  readonly dispose: () => Promise<void>
}

let made = 0

/** What stands between the application and its database, at a host and port. */
type Between = { readonly address: string; readonly perTransaction: boolean }

/** From now on the application's connections go through a pooler or over a line of a test; undefined: straight. */
export function goThrough(between: Between | undefined): void {
  through = between
}
let through: Between | undefined

type Server = { readonly url: string; readonly ownerUrl: string; readonly template: string; readonly pooler?: string }

/** From now on databases are made on another server, from a database of its own; undefined: on the one of the test run. */
export function makeOn(server: Server | undefined): void {
  elsewhere = server
}
let elsewhere: Server | undefined

/** Copies the migrated template into a fresh database. Needs `database-setup.ts` as the project's globalSetup. */
export async function testDatabase(): Promise<TestDatabase> {
  const { template, pooler, ...server } = elsewhere ?? inject('database')
  made += 1
  // The set-up of a later run knows by the process number whether somebody still uses it.
  const name = `test_${process.pid}_${made}_${process.hrtime.bigint()}`
  const spread = elsewhere ? undefined : citusUrl()
  const [url, ownerUrl] = [urlTo(spread ?? server.url, name), urlTo(spread ?? server.ownerUrl, name)]
  await asAdmin(ownerUrl, `create database ${name}${spread ? '' : ` template ${template}`}`)
  if (spread) await spreadTables(ownerUrl)
  const between = through ?? (pooler ? { address: pooler, perTransaction: true } : undefined)
  const way = (straight: string) =>
    between
      ? { url: atPooler(straight, between.address), perTransaction: between.perTransaction }
      : // Citus sends on to its servers what is set in a transaction, and only that.
        spread
        ? { url: straight, perTransaction: true }
        : { url: straight }
  const app = connect({
    ...way(url),
    max: 10,
    applicationName: 'anlan test',
    patience: REQUESTS,
    role: spread && APP_ROLE,
  })
  const vault = connect({ ...way(ownerUrl), max: 2, applicationName: 'anlan test vault', role: VAULT_ROLE })
  const owner = connect({ url: ownerUrl, max: 4, applicationName: 'anlan test owner' })
  for (const pool of [app, vault]) recordStatements(pool)
  return {
    app,
    vault,
    owner,
    url,
    ownerUrl,
    dispose: async () => {
      await Promise.all([app.end(), vault.end(), owner.end()])
      await asAdmin(ownerUrl, `drop database ${name} with (force)`)
    },
  }
}

async function asAdmin(ownerUrl: string, statement: string): Promise<void> {
  const admin = connect({ url: urlTo(ownerUrl, 'postgres'), max: 1, applicationName: 'anlan test' })
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}

/** The same server, another database. */
function urlTo(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href
}
