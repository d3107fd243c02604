import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { connect } from '../connection/connect.ts'
import { APP_ROLE } from '../connection/database-roles.ts'

/** Names have 63 bytes; ours are plain letters in all that we make. */
const LONGEST = 36

/** A database that is there for one piece of work: by its owner, and as the application's role. */
export type Scratch = { readonly owner: Pool; readonly app: Pool }

/**
 * Makes an empty database on a server, works in it, and removes it, whatever became of the work. The user of `serverUrl` may make
 * databases.
 */
export async function withScratch<T>(serverUrl: string, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const scratch = `${new URL(serverUrl).pathname.slice(1, LONGEST)}_rehearsal_${randomBytes(6).toString('hex')}`
  const url = Object.assign(new URL(serverUrl), { pathname: `/${scratch}` }).href
  const applicationName = 'anlan rehearsal'
  const admin = connect({ url: serverUrl, max: 1, applicationName })
  try {
    await admin.query(`create database "${scratch}" template template0 encoding 'UTF8'`)
    const owner = connect({ url, max: 2, applicationName })
    const app = connect({ url, max: 2, applicationName, role: APP_ROLE })
    try {
      return await work({ owner, app })
    } finally {
      await Promise.all([owner.end(), app.end()])
    }
  } finally {
    await admin.query(`drop database if exists "${scratch}" with (force)`)
    await admin.end()
  }
}
