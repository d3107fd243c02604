import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { openDatabase } from './open-database.ts'

let database: TestDatabase
let user: string
const password = randomBytes(9).toString('hex')

beforeAll(async () => {
  database = await testDatabase()
  user = `office_${randomBytes(6).toString('hex')}`
})

afterAll(async () => {
  await database.owner.query(`drop owned by ${user} cascade`)
  await database.owner.query(`drop role ${user}`)
  await database.dispose()
})

const open = (databaseUrl: string) => openDatabase({ databaseUrl, dataDir: 'unused', max: 3, log: () => {} })

describe('a database server of one’s own', () => {
  test('is migrated as the given user and used as the application’s role', async () => {
    const opened = await open(database.ownerUrl)
    const role = 'select current_user as who, session_user as login'
    expect((await opened.owner.query(role)).rows[0].who).toBe('anlan')
    expect((await opened.app.query(role)).rows[0]).toEqual({ who: 'anlan_app', login: 'anlan' })
    expect(opened.migrated).toEqual([])
    await opened.close()
  })

  test('works with an ordinary user who owns the database and was given the application’s role', async () => {
    await database.owner.query(`create role ${user} login password '${password}'`)
    const name = `${new URL(database.url).pathname.slice(1)}_own`
    await database.owner.query(`create database ${name} owner ${user}`)
    const url = Object.assign(new URL(database.ownerUrl), { username: user, password, pathname: `/${name}` }).href

    await expect(open(url)).rejects.toMatchObject({
      details: { rule: 'role-missing', statements: [`grant anlan_app to "${user}"`, `grant anlan_vault to "${user}"`] },
    })
    await database.owner.query(`grant anlan_app, anlan_vault to ${user}`)
    const opened = await open(url)
    expect(opened.migrated.length).toBeGreaterThan(0)
    expect((await opened.app.query('select current_user as who')).rows[0].who).toBe('anlan_app')
    await expect(opened.app.query('create table mine ()')).rejects.toThrow(/permission denied/)
    await expect(opened.app.query('select sealed from reporter_vault')).rejects.toThrow(/permission denied/)
    expect((await opened.vault.query('select current_user as who')).rows[0].who).toBe('anlan_vault')
    expect((await opened.vault.query('select sealed from reporter_vault')).rows).toEqual([])
    await expect(opened.vault.query('select matter from matters')).rejects.toThrow(/permission denied/)
    await opened.close()

    const again = await open(url)
    expect(again.migrated).toEqual([])
    await again.close()
    await database.owner.query(`drop database ${name}`)
  })

  test('is refused when it could not hold or find Chinese text', async () => {
    const name = `${new URL(database.url).pathname.slice(1)}_c`
    const make = (options: string) =>
      database.owner.query(`create database ${name} template template0 locale_provider libc locale 'C' ${options}`)
    const url = Object.assign(new URL(database.ownerUrl), { pathname: `/${name}` }).href

    await make(`encoding 'SQL_ASCII'`)
    await expect(open(url)).rejects.toMatchObject({ code: 'database-unusable', details: { rule: 'not-utf8' } })
    await database.owner.query(`drop database ${name}`)

    await make(`encoding 'UTF8'`)
    await expect(open(url)).rejects.toMatchObject({ code: 'database-unusable', details: { rule: 'no-chinese' } })
    await database.owner.query(`drop database ${name}`)
  })

  test('that is not there is an error with its reason', async () => {
    await expect(open('postgres://anlan@127.0.0.1:1/anlan')).rejects.toThrow(/ECONNREFUSED/)
  })
})
