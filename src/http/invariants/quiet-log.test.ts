import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { startWorkers } from '../../workers/workers.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.dispose())

/** What people typed on that day: names, numbers, places, titles, reasons, words searched for, and a password. */
const SAID = [
  '井盖又不见了',
  '13800007777',
  '顾试写',
  '下塘村七组',
  '核对来电',
  '找顾试写',
  'wrong-Pass-word-77',
  '合同扫描件',
]

test('the log of a day of use holds nothing that anybody typed, no name and no address', async () => {
  const clerk = await office.as('clerk')
  const [title, phone, name, place, purpose, search, password, file] = SAID as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const form = { title, phone, place }
  const opened = await clerk('/api/matters', json({ procedure: 'tiny', channel: 'window', unitId: 'dongpu', form }))
  const { id } = await bodyOf<{ id: string }>(opened)
  await clerk(`/api/matters/${id}`)
  await clerk(`/api/matters/${id}/steps/note`, json({ seenVersion: 1, form: { done: `${name}说${place}` } }))
  await clerk(`/api/matters/${id}/steps/nothing`, json({ seenVersion: 2, form: { done: phone } }))
  await clerk(`/api/matters/${id}/fields/phone`, json({ purpose }))
  await clerk(`/api/matters?text=${encodeURIComponent(search)}`)
  await clerk('/api/saved-views', json({ name: title, query: `text=${name}` }))
  await clerk(`/api/files?name=${encodeURIComponent(file)}.pdf`, { method: 'POST', body: '%PDF-1.7 x' })
  await office.ask('/api/auth/sign-in/username', json({ username: 'clerk', password }))
  await office.ask('/api/auth/sign-in/username', json({ username: name, password }))
  const report = new FormData()
  for (const [field, value] of Object.entries({ title, description: place, phone, name })) report.set(field, value)
  await office.ask('/public/report', { method: 'POST', body: report })
  await office.ask('/t/K7P2-9XWQ-3MZD')
  await office.county.database.owner.query(
    `insert into jobs (tenant, id, kind, payload, run_at) values ($1, '00000000-0000-7000-8000-000000000001', 'tell-parent', $2, '2026-03-01T00:00:00Z')`,
    [TEST_TENANT, JSON.stringify({ matterId: id, title, phone })],
  )
  const rounds: string[] = []
  const workers = startWorkers(
    office.deps,
    async () => [TEST_TENANT],
    { log: office.deps.log, wentRound: (loop) => rounds.push(loop) },
    50,
  )
  await expect.poll(() => rounds.includes('rounds') && rounds.includes('deadlines'), { timeout: 20_000 }).toBe(true)
  await workers.stop()

  expect(office.logged.length).toBeGreaterThan(12)
  const log = JSON.stringify(office.logged)
  expect(SAID.filter((word) => log.includes(word) || log.includes(encodeURIComponent(word)))).toEqual([])
  expect(log).not.toMatch(/\b1[3-9]\d{9}\b|K7P2|\bclerk\b|"\d{1,3}(\.\d{1,3}){3}"/)
  // Chinese letters in a log are words that somebody wrote: those of ours are English.
  expect(log).not.toMatch(/[\u4e00-\u9fff]/)
})
