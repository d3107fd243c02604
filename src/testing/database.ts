import type pg from 'pg'
import { inject } from 'vitest'
import { connect, REQUESTS } from '../storage/connection/connect.ts'
import { VAULT_ROLE } from '../storage/connection/database-roles.ts'

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

/** Copies the migrated template into a fresh database. Needs `database-setup.ts` as the project's globalSetup. */
export async function testDatabase(): Promise<TestDatabase> {
  const { template, ...server } = inject('database')
  made += 1
  // The set-up of a later run knows by the process number whether somebody still uses it.
  const name = `test_${process.pid}_${made}_${process.hrtime.bigint()}`
  await asAdmin(server.ownerUrl, `create database ${name} template ${template}`)
  const [url, ownerUrl] = [urlTo(server.url, name), urlTo(server.ownerUrl, name)]
  const app = connect({ url, max: 10, applicationName: 'anlan test', patience: REQUESTS })
  const vault = connect({ url: ownerUrl, max: 2, applicationName: 'anlan test vault', role: VAULT_ROLE })
  const owner = connect({ url: ownerUrl, max: 4, applicationName: 'anlan test owner' })
  return {
    app,
    vault,
    owner,
    url,
    ownerUrl,
    dispose: async () => {
      await Promise.all([app.end(), vault.end(), owner.end()])
      await asAdmin(server.ownerUrl, `drop database ${name} with (force)`)
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
