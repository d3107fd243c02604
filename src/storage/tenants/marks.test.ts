import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { json, type TestOffice, testOffice } from '../../testing/office.ts'
import { createKeys } from '../keys/keys.ts'
import { checkKey, keepMarks, lastSeen, readMarks } from './marks.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.dispose())

const owner = () => office.county.database.owner
const other = createKeys(randomBytes(32))
const OTHER_KEY = expect.objectContaining({ details: expect.objectContaining({ rule: 'other-key' }) })

test('another key is noticed before anything is kept of the right one, by what it cannot unwrap', async () => {
  const clerk = await office.as('clerk')
  const opening = {
    procedure: 'tiny',
    channel: 'window',
    unitId: 'qinglan',
    form: { title: '灯坏了', phone: '13800000001' },
  }
  expect((await clerk('/api/matters', json(opening))).status).toBe(201)
  const marks = await readMarks(owner())
  expect(marks.length).toBeGreaterThan(0)
  expect(() => checkKey(marks, office.deps.keys)).not.toThrow()
  expect(() => checkKey(marks, other)).toThrow(OTHER_KEY)
})

test('afterwards by the mark of each tenant; when a server was last seen stands there too', async () => {
  const tenants = (await readMarks(owner())).map(({ tenant }) => tenant)
  expect(lastSeen(await readMarks(owner()))).toBeUndefined()
  await keepMarks(owner(), office.deps.keys, tenants, '2026-03-02T01:00:00.000Z')
  await keepMarks(owner(), office.deps.keys, tenants, '2026-03-02T01:01:00.000Z')
  const marks = await readMarks(owner())
  expect(lastSeen(marks)).toBe('2026-03-02T01:01:00.000Z')
  expect(() => checkKey(marks, office.deps.keys)).not.toThrow()
  expect(() => checkKey(marks, other)).toThrow(OTHER_KEY)
})
