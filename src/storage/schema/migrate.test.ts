import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { connect } from '../connection/connect.ts'
import { migrate } from './migrate.ts'
import { digestOf, readMigrations } from './read-migrations.ts'

const head = (works: string) => `-- why: a reason\n-- works with the previous release: ${works}\n`

let database: TestDatabase
let folder: string
let empty: Pool

beforeAll(async () => {
  database = await testDatabase()
})

afterAll(async () => database.dispose())

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-migrations-'))
  await database.owner.query(`create database ${nameOf()}`)
  empty = connect({
    url: Object.assign(new URL(database.ownerUrl), { pathname: nameOf() }).href,
    max: 8,
    applicationName: 'anlan test',
  })
})

afterEach(async () => {
  await empty.end()
  await database.owner.query(`drop database ${nameOf()}`)
  await rm(folder, { recursive: true })
})

const nameOf = () => `${new URL(database.url).pathname.slice(1)}_empty`
const write = (name: string, sql: string, works = 'yes') => writeFile(join(folder, name), head(works) + sql)
const run = async () => migrate(empty, await readMigrations(folder))
const numbersOf = (migrations: readonly { number: number }[]) => migrations.map(({ number }) => number)

describe('migrations', () => {
  test('are applied once, in order, and new ones later', async () => {
    await write('0001_words.sql', `create table words (word text); insert into words values ('a;b');`)
    expect(numbersOf(await run())).toEqual([1])
    await write('0002_length.sql', 'alter table words add column length int; update words set length = length(word)')
    expect(numbersOf(await run())).toEqual([2])
    expect(numbersOf(await run())).toEqual([])
    expect((await empty.query('select * from words')).rows).toEqual([{ word: 'a;b', length: 3 }])
  })

  test('run once when several servers start together', async () => {
    await write('0001_words.sql', 'create table words (word text)')
    const ran = await Promise.all([run(), run(), run()])
    expect(ran.flatMap(numbersOf)).toEqual([1])
  })

  test('that fail leave nothing behind and say where', async () => {
    await write('0001_words.sql', 'create table words (word text)')
    await write('0002_wrong.sql', 'create table more (); alter table nowhere add column x int')
    await expect(run()).rejects.toMatchObject({
      code: 'database-unusable',
      details: {
        rule: 'migration-failed',
        number: 2,
        name: 'wrong',
        reason: 'relation "nowhere" does not exist',
        statement: 'alter table nowhere add column x int',
      },
    })
    expect(
      (await empty.query(`select to_regclass('more') as more, to_regclass('words') is not null as words`)).rows,
    ).toEqual([{ more: null, words: true }])
  })

  test('of a newer program do not stop the one before, when their heads say that they work with it', async () => {
    await write('0001_words.sql', 'create table words ()')
    await write('0002_more.sql', 'create table more ()', 'yes, the table is new')
    await run()
    await rm(join(folder, '0002_more.sql'))
    expect(await run()).toEqual([])
  })

  test('of a newer program stop an older one, when a head says that they do not work with it', async () => {
    await write('0001_words.sql', 'create table words ()')
    await write('0002_more.sql', 'alter table words add column word text', 'no, it reads the column')
    await write('0003_still_more.sql', 'create table more ()')
    await run()
    await rm(join(folder, '0002_more.sql'))
    await rm(join(folder, '0003_still_more.sql'))
    await expect(run()).rejects.toMatchObject({ details: { rule: 'newer-database', number: 2, name: 'more' } })
  })

  test('that were edited after they were applied are noticed, other line ends are not an edit', async () => {
    await write('0001_words.sql', 'create table words ()')
    await run()
    const path = join(folder, '0001_words.sql')
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('\n', '\r\n'))
    expect(await run()).toEqual([])
    await write('0001_words.sql', 'create table words (word text)')
    await expect(run()).rejects.toMatchObject({ details: { rule: 'migration-changed', number: 1, name: 'words' } })
  })
})

describe('a migration file', () => {
  test('has a number without gaps, a name and a head', async () => {
    await write('0002_late.sql', 'select 1')
    await expect(readMigrations(folder)).rejects.toThrow('migration late has number 2, 1 comes next')
    await rm(join(folder, '0002_late.sql'))
    await write('first.sql', 'select 1')
    await expect(readMigrations(folder)).rejects.toThrow('should be named like 0001_name.sql')
    await rm(join(folder, 'first.sql'))
    await writeFile(join(folder, '0001_first.sql'), 'select 1')
    await expect(readMigrations(folder)).rejects.toThrow('should begin with')
  })

  test('gives the schema a name that changes with its text', async () => {
    await write('0001_words.sql', 'create table words ()')
    const before = digestOf(await readMigrations(folder))
    await write('0001_words.sql', 'create table words (word text)')
    expect(digestOf(await readMigrations(folder))).not.toBe(before)
  })
})
