import { afterAll, beforeAll, expect, test } from 'vitest'
import { sequenceLog } from '../../storage/transparency/sequence.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { A_REPORT, createResident } from '../../testing/resident.ts'
import { entryOf } from '../../testing/transparency/entry-of.ts'

let office: TestOffice
let resident: ReturnType<typeof createResident>
beforeAll(async () => {
  office = await testOffice()
  resident = createResident(office)
  await sequenceLog(office.deps, TEST_TENANT, 'qinglan.example')
})
afterAll(() => office?.dispose())

const proofOf = (code: string, from = '203.0.113.5') =>
  office.ask(`/t/${code}/proof`, { headers: { 'x-forwarded-for': from } })

test('whoever has the code takes home that the report is in the log, of its coming in alone, with no word of it', async () => {
  const contactName = '张示例'
  const { code } = await resident.report({ contactName })
  const soon = await proofOf(code)
  expect([soon.status, soon.headers.get('retry-after'), soon.headers.get('cache-control')]).toEqual([
    503,
    '60',
    'no-store',
  ])
  await sequenceLog(office.deps, TEST_TENANT, 'qinglan.example')
  const id = await resident.matterIdOf(code)
  await resident.step('clerk', id, 'accept', { difficulty: 'simple' })
  await sequenceLog(office.deps, TEST_TENANT, 'qinglan.example')
  const answer = await proofOf(code)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const proof = await answer.text()
  expect(entryOf(proof)).toMatch(new RegExp(`^anlan-log-entry-1\nevents\n${id}\n1-1\n`))
  for (const words of [A_REPORT.place, A_REPORT.description, contactName, code]) expect(proof).not.toContain(words)
})

test('nobody takes one without a code, nor tries codes by it faster than on the page', async () => {
  expect((await proofOf('0000000000')).status).toBe(404)
  expect((await proofOf('%00')).status).toBe(404)
  const tries: number[] = []
  for (let at = 0; at < 22; at += 1) tries.push((await proofOf('1111111111', '203.0.113.6')).status)
  expect(tries.at(-1)).toBe(429)
})
