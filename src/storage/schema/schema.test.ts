import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { describeTables } from './describe-tables.ts'
import { dumpSchema } from './dump-schema.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})

afterAll(async () => database.dispose())

// Stale? Run this file with -u and commit what it wrote.
test('schema.sql is what the migrations make', async () => {
  await expect(await dumpSchema(database.owner)).toMatchFileSnapshot('./schema.sql')
})

test('tables.ts describes what the migrations make', async () => {
  await expect(await describeTables(database.owner)).toMatchFileSnapshot('./tables.ts')
})
