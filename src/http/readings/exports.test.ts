import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExportView } from '../../domain/views/access-views.ts'
import { needsApproval } from '../../storage/readings/exports.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
  const form = {
    title: '路灯不亮',
    category: 'facility',
    description: '五盏都不亮',
    place: '村口',
    contactPhone: '13900005678',
  }
  await at('clerk', '/api/matters', { procedure: 'report', channel: 'phone', form })
})
afterAll(() => office?.dispose())

const at = async (post: string, path: string, body: object) => (await office.as(post))(path, json(body))
const ask = (post: string, purpose: string) => at(post, '/api/exports', { purpose, filter: { procedure: 'report' } })
const asked = async (post: string) => (await bodyOf<{ id: string }>(await ask(post, '报送月报')))?.id
/** As if there were so many rows: what is asked for waits. */
const waiting = async (post: string) => {
  const id = await asked(post)
  await office.county.database.owner.query('update exports set approved = null where id = $1', [id])
  return id
}
const take = async (post: string, id: string) => (await office.as(post))(`/api/exports/${id}/csv`)
const decide = (post: string, id: string, approve = true) =>
  at(post, `/api/exports/${id}/decide`, { approve, reason: '报送需要' })
const listed = async (post: string, id: string) =>
  (await bodyOf<ExportView[]>(await (await office.as(post))('/api/exports'))).find((one) => one.id === id)
const rule = async (answer: Response) => (await bodyOf<{ rule?: string }>(answer)).rule

describe('taking a ledger out', () => {
  test('asks what for, and says in the file and its name who took it and when', async () => {
    expect((await ask('clerk', '看看')).status).toBe(422)
    expect((await ask('clerk', '发给13900001234')).status).toBe(400)
    const file = await take('clerk', await asked('clerk'))
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toMatch(/周示例-20260302\d{4}\.csv/)
    const text = await file.text()
    expect(text).toMatch(/导出 周示例,2026-03-02T01:00:00.000Z,用途 报送月报,/)
    expect(text).not.toContain('13900005678')
  })

  test('a thousand rows or anything personal needs somebody else’s agreement', () => {
    expect(needsApproval({ rows: 999, personal: false })).toBe(false)
    expect(needsApproval({ rows: 1000, personal: false })).toBe(true)
    expect(needsApproval({ rows: 1, personal: true })).toBe(true)
  })

  test('a large file asked for in pieces waits as a whole one would; the same question again does not', async () => {
    const pieceOf = async (post: string, filter: object) => {
      const answer = await at(post, '/api/exports', { purpose: '报送月报', filter: { procedure: 'report', ...filter } })
      return (await bodyOf<{ id: string }>(answer)).id
    }
    const first = await pieceOf('triage', { openedFrom: '2026-01-01' })
    await office.county.database.owner.query('update exports set row_count = 999 where id = $1', [first])
    expect((await take('triage', await pieceOf('triage', { openedFrom: '2026-01-01' }))).status).toBe(200)
    expect(await rule(await take('triage', await pieceOf('triage', { openedFrom: '2026-01-02' })))).toBe('export-waits')
    expect((await take('leader', await pieceOf('leader', { openedFrom: '2026-01-02' }))).status).toBe(200)
  })

  test('waits for a leader of that unit or above, and never for whoever asked', async () => {
    const id = await waiting('clerk')
    expect(await rule(await take('clerk', id))).toBe('export-waits')
    for (const post of ['clerk', 'triage', 'dongpu-leader', 'administrator'])
      expect(await rule(await decide(post, id)), post).toBe('export-approver')
    const own = await waiting('leader')
    expect(await rule(await decide('leader', own))).toBe('export-approver')
    expect(await listed('leader', id)).toMatchObject({ state: 'waiting', mayDecide: true })
    expect((await decide('leader', id)).status).toBe(200)
    expect((await take('clerk', id)).status).toBe(200)
    expect(await listed('clerk', id)).toMatchObject({ state: 'ready', downloads: 1, decidedBy: '李范例' })
  })

  test('what was refused is not given, nor to anybody else what was agreed', async () => {
    const id = await waiting('clerk')
    await decide('leader', id, false)
    expect(await rule(await take('clerk', id))).toBe('export-over')
    expect((await take('leader', await asked('clerk'))).status).toBe(404)
  })

  test('is on the auditor’s list, not on a colleague’s', async () => {
    const id = await asked('clerk')
    expect(await listed('auditor', id)).toMatchObject({
      purpose: '报送月报',
      rows: 1,
      personal: false,
      askedBy: '周示例',
    })
    expect(await listed('triage', id)).toBeUndefined()
  })

  test('ends after a day', async () => {
    const id = await asked('clerk')
    office.county.setNow('2026-03-03T01:00:00.000Z')
    expect(await rule(await take('clerk', id))).toBe('export-over')
    expect(await listed('clerk', id)).toMatchObject({ state: 'over', mayDownload: false })
  })
})
