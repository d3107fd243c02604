import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { columnText, textArray } from './text-array.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database?.dispose())

/** What PostgreSQL can hold: no NUL, no half of a pair. */
const storable = fc
  .string({ unit: 'grapheme' })
  .map((text) => text.replaceAll('\u0000', ''))
  .filter((text) => text.isWellFormed())

test('any texts and none arrive in PostgreSQL as they were sent', async () => {
  const lists = fc.sample(fc.array(fc.option(storable), { maxLength: 30 }), 100)
  for (const list of [[], [null], [''], ['"', '\\', '{a,b}', 'NULL', '\n'], ...lists]) {
    const { rows } = await database.app.query('select array(select unnest($1::text[])) as list', [textArray(list)])
    expect(rows[0].list).toEqual(list)
  }
})

test('a list of texts is written as PostgreSQL reads it', async () => {
  for (const list of [[], [''], ['"', '\\', '{a,b}', 'NULL', ' x ', '安澜'], ...fc.sample(fc.array(storable), 50)]) {
    const { rows } = await database.app.query('select $1::text::text[] as list', [columnText(list)])
    expect(rows[0].list).toEqual(list)
  }
})
