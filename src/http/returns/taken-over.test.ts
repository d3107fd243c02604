import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FillView, ReturnView } from '../../domain/returns/return-views.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { packed, workbookParts } from '../../testing/workbook/workbook-file.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const ok = async <T>(answer: Response): Promise<T> => {
  expect(answer.ok, await answer.clone().text()).toBe(true)
  return bodyOf<T>(answer)
}

test('whoever takes a form over does not learn what its filler counted and they do not see', async () => {
  const [clerk, triage] = [await office.as('clerk'), await office.as('triage')]
  const report = { title: '窗口办事拖拉', category: 'facility', description: '窗口办事拖拉', place: '桥头' }
  const opening = { procedure: 'report', channel: 'window', unitId: 'qinglan', form: report }
  const { id: matter } = await ok<{ id: string }>(await clerk('/api/matters', json(opening)))
  await office.county.database.owner.query('update matters set hidden_from = $1 where id = $2', [['triage'], matter])
  const parts = workbookParts([{ name: '月报', rows: [['新增诉求'], [{ xml: '<c r="PLACE" s="5"/>' }]] }])
  const bytes = Buffer.from(packed({ ...parts, '[Content_Types].xml': '<Types/>' }))
  const file = await ok<{ sha256: string; name: string }>(
    await clerk('/api/files', { method: 'POST', body: bytes, headers: { 'x-file-name': 'a.xlsx' } }),
  )
  const about = { name: '诉求月报', superior: { name: '云川市信访局' } }
  const wish = { ...about, cycle: 'month', file: { sha256: file.sha256, name: file.name } }
  const { id } = await ok<{ id: string }>(await clerk('/api/returns', json(wish)))
  const { blank } = await ok<ReturnView>(await clerk(`/api/returns/${id}`))
  const cells = [{ cell: 'A2', use: { count: { measure: 'opened', kinds: ['report'] } } }]
  const mapping = { ...json({ seenVersion: 0, sheet: blank.sheet, cells }), method: 'PUT' }
  await ok(await clerk(`/api/returns/${id}/mapping`, mapping))
  office.county.setNow('2026-03-03T01:00:00.000Z')
  const fill = await ok<{ id: string }>(await clerk(`/api/returns/${id}/fills`, json({ period: '2026-03' })))
  const cell = async (who = triage) => (await ok<FillView>(await who(`/api/returns/fills/${fill.id}`))).cells[0]
  expect(await cell(clerk)).toMatchObject({ value: 1 })
  expect(await cell()).toMatchObject({ withheld: true })
  await ok(await triage(`/api/returns/${id}`, { ...json({ ...about, mine: true }), method: 'PUT' }))
  expect(await cell()).toMatchObject({ withheld: true })
  // Filled anew it is their own, and what it was before is still not theirs.
  office.county.setNow('2026-03-03T02:00:00.000Z')
  const again = await ok<{ id: string }>(await triage(`/api/returns/${id}/fills`, json({ period: '2026-03' })))
  const view = await ok<FillView>(await triage(`/api/returns/fills/${again.id}`))
  expect(view.cells[0]).toMatchObject({ value: 0 })
  expect(view.cells[0]).not.toHaveProperty('before')
})
