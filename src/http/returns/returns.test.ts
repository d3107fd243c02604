import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MappedCell } from '../../domain/returns/return-query.ts'
import type {
  BehindCell,
  BurdenView,
  DueReturn,
  FillView,
  ReturnsView,
  ReturnView,
} from '../../domain/returns/return-views.ts'
import { readBlank } from '../../exchange/returns/read-blank.ts'
import { clearFiles } from '../../storage/files/clear-files.ts'
import { bodyOf, json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { packed, type TestSheet, workbookParts } from '../../testing/workbook/workbook-file.ts'
import { fillReturns } from '../../workers/fill-returns.ts'

let office: TestOffice
let clerk: Send
let leader: Send
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.as('clerk')
  leader = await office.as('leader')
})
afterAll(() => office?.dispose())

const example = (name: string) => readFile(new URL(`../../../examples/returns/${name}`, import.meta.url))
/** As Office packs it: the door knows a workbook by its parts. */
const workbookFile = (sheets: readonly TestSheet[]) =>
  packed({ ...workbookParts(sheets), '[Content_Types].xml': '<Types/>' })
const CELL = { xml: '<c r="PLACE" s="5"/>' }
const SMALL = workbookFile([
  {
    name: '月报',
    rows: [
      ['诉求月报'],
      ['单位', '新增诉求', '办结', '备注'],
      ['东浦镇', CELL, CELL, CELL],
      ['云溪镇', CELL, CELL, CELL],
      ['合计', { xml: '<c r="PLACE"><f>SUM(B3:B4)</f></c>' }, { xml: '<c r="PLACE"><f>SUM(C3:C4)</f></c>' }, CELL],
    ],
    merges: ['A1:D1'],
  },
])

const ok = async <T>(answer: Response): Promise<T> => {
  expect(answer.ok, await answer.clone().text()).toBe(true)
  return bodyOf<T>(answer)
}
async function sendFile(send: Send, bytes: Uint8Array, name = '月报.xlsx') {
  const headers = { 'x-file-name': encodeURIComponent(name) }
  return ok<{ sha256: string; name: string }>(
    await send('/api/files', { method: 'POST', body: Buffer.from(bytes), headers }),
  )
}
async function add(send: Send, bytes: Uint8Array, wish: object = {}): Promise<string> {
  const { sha256, name } = await sendFile(send, bytes)
  const body = {
    name: '诉求月报',
    superior: { name: '云川市信访局' },
    cycle: 'month',
    dueDay: 5,
    file: { sha256, name },
  }
  return (await ok<{ id: string }>(await send('/api/returns', json({ ...body, ...wish })))).id
}
const look = async (send: Send, id: string) => ok<ReturnView>(await send(`/api/returns/${id}`))
async function keepProposal(send: Send, id: string, change = (cells: readonly MappedCell[]) => cells) {
  const { version, blank, cells } = await look(send, id)
  const wish = { ...json({ seenVersion: version, sheet: blank.sheet, cells: change(cells) }), method: 'PUT' }
  return send(`/api/returns/${id}/mapping`, wish)
}
async function report(unitId: string, title: string): Promise<{ id: string; version: number }> {
  const form = { title, category: 'facility', description: `${title}，请修`, place: '桥头' }
  return ok(await clerk('/api/matters', json({ procedure: 'report', channel: 'window', unitId, form })))
}
const fill = async (send: Send, id: string, period: string) =>
  (await ok<{ id: string }>(await send(`/api/returns/${id}/fills`, json({ period })))).id
const read = async (send: Send, id: string) => ok<FillView>(await send(`/api/returns/fills/${id}`))
const valuesIn = ({ cells }: FillView) =>
  Object.fromEntries(cells.flatMap(({ cell, value }) => (value === undefined ? [] : [[cell, value]])))
const act = (send: Send, id: string, what: string) => send(`/api/returns/fills/${id}/${what}`, { method: 'POST' })
const typed = (send: Send, id: string, cells: object[]) =>
  send(`/api/returns/fills/${id}/typed`, { ...json({ cells }), method: 'PUT' })

test('a clerk keeps a blank form, puts its proposal right, has it filled, a leader signs, and the file has those cells and no others', async () => {
  await report('dongpu', '路灯不亮')
  await report('dongpu', '井盖松了')
  await report('yunxi', '护栏断了')
  const id = await add(clerk, SMALL)
  const proposal = await look(clerk, id)
  expect(proposal).toMatchObject({ proposed: true, version: 0, sheets: ['月报'] })
  expect(proposal.cells).toContainEqual({
    cell: 'B3',
    use: { count: { measure: 'opened', kinds: ['report'], unit: 'dongpu' } },
  })
  expect((await clerk(`/api/returns/${id}/fills`, json({ period: '2026-03' }))).status).toBe(403)
  const all: MappedCell = { cell: 'D5', use: { count: { measure: 'open', kinds: ['report'] } } }
  expect((await keepProposal(clerk, id, (cells) => [...cells.filter(({ cell }) => cell !== 'D5'), all])).ok).toBe(true)

  office.county.setNow('2026-03-20T01:00:00.000Z')
  const filled = await fill(clerk, id, '2026-03')
  const view = await read(clerk, filled)
  expect(valuesIn(view)).toEqual({ B3: 2, B4: 1, C3: 0, C4: 0, D5: 3 })
  expect(view).toMatchObject({ state: 'draft', bySystem: 5, byHand: 2, mayFill: true, maySign: false })

  expect((await typed(clerk, filled, [{ cell: 'D3', text: '另有12件口头答复' }])).ok).toBe(true)
  expect((await act(leader, filled, 'sign')).status).toBe(403)
  expect((await act(clerk, filled, 'check')).ok).toBe(true)
  expect((await act(clerk, filled, 'sign')).status).toBe(403)
  expect((await clerk(`/api/returns/fills/${filled}/file`)).status).toBe(403)
  expect(await read(leader, filled)).toMatchObject({ maySign: true, mayFill: false })
  expect((await act(leader, filled, 'sign')).ok).toBe(true)

  const file = await clerk(`/api/returns/fills/${filled}/file`)
  expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('诉求月报-2026年3月.xlsx'))
  const [before, after] = [await readBlank(SMALL), await readBlank(new Uint8Array(await file.arrayBuffer()))]
  const changed = after.rows
    .flat()
    .filter(({ cell, text }) => before.rows.flat().find((one) => one.cell === cell)?.text !== text)
  expect(changed.map(({ cell, text }) => [cell, text])).toEqual([
    ['B3', '2'],
    ['C3', '0'],
    ['D3', '另有12件口头答复'],
    ['B4', '1'],
    ['C4', '0'],
    ['D5', '3'],
  ])
  expect(after.rows.flat().filter(({ formula }) => formula)).toHaveLength(2)
})

test('filled again later it is another version that says what changed since the signed one, which keeps its figures', async () => {
  const id = await add(clerk, SMALL)
  await keepProposal(clerk, id)
  const first = await fill(clerk, id, '2026-03')
  await typed(clerk, first, [{ cell: 'D4', text: '已说明' }])
  await act(clerk, first, 'check')
  await act(leader, first, 'sign')
  const was = valuesIn(await read(clerk, first))
  await report('yunxi', '补登的一件')
  office.county.setNow('2026-03-21T01:00:00.000Z')
  const second = await fill(clerk, id, '2026-03')
  const view = await read(clerk, second)
  expect(view).toMatchObject({ version: 2, state: 'draft', comparedWith: { version: 1, signed: true } })
  expect(view.cells.filter(({ before }) => before !== undefined)).toMatchObject([
    { cell: 'B4', before: was['B4'], value: Number(was['B4']) + 1 },
  ])
  // What was typed comes along.
  expect(valuesIn(view)).toMatchObject({ D4: '已说明' })
  expect(valuesIn(await read(clerk, first))).toEqual(was)
  for (const what of ['check', 'sign']) expect([403, 409], what).toContain((await act(clerk, first, what)).status)
  expect((await typed(clerk, first, [])).status).toBe(409)
})

test('each figure opens the matters behind it as of the day of filling', async () => {
  const id = await add(clerk, SMALL)
  await keepProposal(clerk, id)
  const filled = await fill(clerk, id, '2026-03')
  const behind = async (send: Send, cell: string) => send(`/api/returns/fills/${filled}/cells/${cell}`)
  const before = await ok<BehindCell>(await behind(clerk, 'B3'))
  expect(before.count).toBe(valuesIn(await read(clerk, filled))['B3'])
  office.county.setNow('2026-03-22T01:00:00.000Z')
  await report('dongpu', '填报以后才来的')
  const after = await ok<BehindCell>(await behind(clerk, 'B3'))
  expect(after).toEqual(before)
  expect((await behind(clerk, 'D3')).status).toBe(404)
  expect((await behind(clerk, 'Z99')).status).toBe(404)
})

test('the system fills a period that is over by itself, once, and it stands with whoever fills it until it is signed', async () => {
  const id = await add(clerk, SMALL, { name: '自动填的月报' })
  await keepProposal(clerk, id)
  office.county.setNow('2026-04-01T01:00:00.000Z')
  const mine = async (send: Send) =>
    (await ok<DueReturn[]>(await send('/api/returns/due'))).filter(({ formId }) => formId === id)
  expect(await mine(clerk)).toMatchObject([{ dueOn: '2026-04-08', overdue: false, period: { key: '2026-03' } }])
  expect(await fillReturns(office.county.deps, TEST_TENANT)).toBeGreaterThan(0)
  expect(await fillReturns(office.county.deps, TEST_TENANT)).toBe(0)
  const [due] = await mine(clerk)
  expect(due).toMatchObject({ fill: { version: 1, state: 'draft' } })
  expect(await mine(leader)).toEqual([])
  const filled = due?.fill?.id ?? ''
  await act(clerk, filled, 'check')
  expect(await mine(leader)).toMatchObject([{ fill: { state: 'checked' } }])
  office.county.setNow('2026-04-09T01:00:00.000Z')
  expect(await mine(clerk)).toMatchObject([{ overdue: true }])
  await act(leader, filled, 'sign')
  expect([...(await mine(clerk)), ...(await mine(leader))]).toEqual([])
})

test('the meter counts cells by whoever filled them, and says what two superiors ask both', async () => {
  const [one, other] = [
    await add(clerk, await example('02-all-kinds.xlsx'), { name: '治理月报', superior: { name: '云川市综治中心' } }),
    await add(clerk, await example('03-petitions-and-disputes.xlsx'), { name: '信访月报' }),
  ]
  for (const id of [one, other]) expect((await keepProposal(clerk, id)).ok).toBe(true)
  await fill(clerk, one, '2026-03')
  const { rows, twice } = await ok<BurdenView>(await leader('/api/returns/burden'))
  expect(rows.find(({ formId }) => formId === one)).toMatchObject({ bySystem: 24, byHand: 2, signed: false })
  const same = twice.filter(({ near, cells }) => !near && cells.every(({ formId }) => [one, other].includes(formId)))
  expect(same).toHaveLength(8)
  expect(same.find(({ query }) => query.measure === 'opened' && query.kinds?.[0] === 'petition')?.cells).toEqual(
    expect.arrayContaining([
      { formId: one, cell: 'B6' },
      { formId: other, cell: 'B4' },
    ]),
  )
})

test('it may be called otherwise, be due on another day, and be filled by another post of the unit, whose sight counts from then on', async () => {
  const id = await add(clerk, SMALL, { name: '要改的表' })
  await keepProposal(clerk, id)
  const triage = await office.as('triage')
  const change = (send: Send, more: object = {}) =>
    send(`/api/returns/${id}`, {
      ...json({ name: '改过的表', superior: { name: '云川市委' }, dueDay: 3, mine: true, ...more }),
      method: 'PUT',
    })
  expect((await change(leader)).status).toBe(403)
  expect((await change(await office.as('dongpu-clerk'))).status).toBe(404)
  expect((await change(triage, { dueDay: 0 })).status).toBe(400)
  expect((await change(triage)).ok).toBe(true)
  const { form } = await look(clerk, id)
  expect(form).toMatchObject({ name: '改过的表', superior: '云川市委', dueDay: 3, postId: 'triage', cycle: 'month' })
  expect((await change(triage, { mine: false, dueDay: undefined })).ok).toBe(true)
  expect((await look(clerk, id)).form.dueDay).toBeUndefined()
})

test('its file is kept as long as it is, though no matter holds it', async () => {
  const id = await add(clerk, workbookFile([{ name: '只在报表里', rows: [['单位'], ['东浦镇', CELL]] }]))
  const later = new Date(Date.parse(office.deps.now()) + 3 * 86_400_000).toISOString()
  await clearFiles(office.deps.pool, office.deps.files, TEST_TENANT, later)
  expect((await look(clerk, id)).blank.sheet).toBe('只在报表里')
})

describe('whose it is', () => {
  test('a form is seen by the posts of its unit that fill and sign, and by who signs above', async () => {
    const id = await add(await office.as('dongpu-clerk'), SMALL, { name: '镇里的月报' })
    const sees = async (post: string) => (await (await office.as(post))(`/api/returns/${id}`)).status
    expect(await sees('dongpu-leader')).toBe(200)
    expect(await sees('leader')).toBe(200)
    for (const post of ['clerk', 'yunxi-clerk', 'court-filing']) expect(await sees(post), post).toBe(404)
    for (const post of ['handler', 'auditor', 'mediator', 'administrator']) expect(await sees(post), post).toBe(403)
    const { forms } = await ok<ReturnsView>(await clerk('/api/returns'))
    expect(forms.map((form) => form.id)).not.toContain(id)
  })

  test('who signs above neither maps nor fills it, and a township asks of itself and its villages alone', async () => {
    const dongpu = await office.as('dongpu-clerk')
    const id = await add(dongpu, SMALL, { name: '只数本镇' })
    const asked = (unit: string): MappedCell[] => [{ cell: 'B3', use: { count: { measure: 'opened', unit } } }]
    expect((await keepProposal(leader, id)).status).toBe(403)
    for (const unit of ['yunxi', 'qinglan', 'nowhere']) {
      const answer = await keepProposal(dongpu, id, () => asked(unit))
      expect(await bodyOf(answer), unit).toMatchObject({ issues: [{ field: 'cells.0.unit' }] })
    }
    expect(
      (await keepProposal(dongpu, id, () => [{ cell: 'B3', use: { count: { measure: 'opened', kinds: ['report'] } } }]))
        .ok,
    ).toBe(true)
    const filled = await fill(dongpu, id, '2026-03')
    const own = valuesIn(await read(dongpu, filled))['B3']
    expect(own).toBeGreaterThan(0)
    expect((await ok<BehindCell>(await leader(`/api/returns/fills/${filled}/cells/B3`))).count).toBe(own)
    expect((await leader(`/api/returns/${id}/fills`, json({ period: '2026-03' }))).status).toBe(403)
  })

  test('a figure is withheld from a signer who does not see all matters behind it, and they neither sign nor take it', async () => {
    office.county.setNow('2026-04-10T01:00:00.000Z')
    const { id: matterId } = await report('dongpu', '窗口办事拖拉')
    const dongpu = await office.as('dongpu-clerk')
    const id = await add(dongpu, SMALL, { name: '有一件看不到' })
    await keepProposal(dongpu, id, () => [{ cell: 'B3', use: { count: { measure: 'opened', kinds: ['report'] } } }])
    office.county.setNow('2026-04-11T01:00:00.000Z')
    const filled = await fill(dongpu, id, '2026-04')
    await act(dongpu, filled, 'check')
    const signer = await office.as('dongpu-leader')
    const figure = valuesIn(await read(dongpu, filled))
    expect(valuesIn(await read(signer, filled))).toEqual(figure)
    // Named in it, the leader does not know that there is such a matter.
    const { owner } = office.county.database
    await owner.query('update matters set hidden_from = $1 where id = $2', [['dongpu-leader'], matterId])
    expect(valuesIn(await read(dongpu, filled))).toEqual(figure)
    const view = await read(signer, filled)
    expect([view.cells, view.maySign]).toEqual([[{ cell: 'B3', use: expect.anything(), withheld: true }], false])
    expect((await act(signer, filled, 'sign')).status).toBe(403)
    expect((await act(leader, filled, 'sign')).ok).toBe(true)
    expect((await signer(`/api/returns/fills/${filled}/file`)).status).toBe(403)
    expect((await dongpu(`/api/returns/fills/${filled}/file`)).ok).toBe(true)
  })
})

describe('what is refused', () => {
  test.each([
    ['a text', Buffer.from('编号,日期\n1,2')],
    ['a document', Buffer.from('%PDF-1.4\n%%EOF')],
  ])('%s is no form', async (_, bytes) => {
    const headers = { 'x-file-name': 'a.xlsx' }
    const sent = await clerk('/api/files', { method: 'POST', body: bytes, headers })
    if (!sent.ok) return expect(sent.status).toBe(415)
    const { sha256 } = await bodyOf<{ sha256: string }>(sent)
    const wish = { name: '月报', superior: { name: '某局' }, cycle: 'month', file: { sha256, name: 'a.xlsx' } }
    return expect((await clerk('/api/returns', json(wish))).status).toBe(415)
  })

  test('a workbook that is none of a form says why, and nothing is kept', async () => {
    const { sha256 } = await sendFile(
      clerk,
      workbookFile([{ name: '一', rows: Array.from({ length: 900 }, (_, row) => [row, '东浦镇']) }]),
    )
    const wish = { name: '太长的表', superior: { name: '某局' }, cycle: 'month', file: { sha256, name: 'a.xlsx' } }
    const answer = await clerk('/api/returns', json(wish))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/太大/)
    const { forms } = await ok<ReturnsView>(await clerk('/api/returns'))
    expect(forms.map(({ name }) => name)).not.toContain('太长的表')
  })

  test('a file that somebody else sent in, and a name with a number of somebody in it', async () => {
    const { sha256, name } = await sendFile(
      await office.as('handler'),
      workbookFile([{ name: '别人的', rows: [['单位']] }]),
    )
    const wish = { name: '月报', superior: { name: '某局' }, cycle: 'month', file: { sha256, name } }
    expect((await clerk('/api/returns', json(wish))).status).toBe(415)
    const named = await clerk('/api/returns', json({ ...wish, name: '打13900001234' }))
    expect(await bodyOf(named)).toMatchObject({ status: 400, issues: [{ rule: 'personal-data' }] })
  })

  test('a cell with a formula or a text, one named twice, a kind or category there is not, and a version that is over', async () => {
    const id = await add(clerk, SMALL)
    const count = { count: { measure: 'opened' as const } }
    const wrong: [MappedCell[], string][] = [
      [[{ cell: 'B5', use: count }], 'cells.0.cell'],
      [[{ cell: 'A3', use: count }], 'cells.0.cell'],
      [[{ cell: 'Z9', use: count }], 'cells.0.cell'],
      [
        [
          { cell: 'B3', use: count },
          { cell: 'B3', use: { hand: true } },
        ],
        'cells.1.cell',
      ],
      [[{ cell: 'B3', use: { count: { measure: 'opened', kinds: ['nothing'] } } }], 'cells.0.kinds'],
      [[{ cell: 'B3', use: { count: { measure: 'opened', kinds: ['site'] } } }], 'cells.0.kinds'],
      [
        [{ cell: 'B3', use: { count: { measure: 'opened', kinds: ['report'], category: 'fire' } } }],
        'cells.0.category',
      ],
    ]
    for (const [cells, field] of wrong) {
      const answer = await keepProposal(clerk, id, () => cells)
      expect(await bodyOf(answer), field).toMatchObject({ status: 400, issues: [{ field }] })
    }
    expect((await keepProposal(clerk, id)).ok).toBe(true)
    const again = { ...json({ seenVersion: 0, sheet: '月报', cells: [] }), method: 'PUT' }
    expect((await clerk(`/api/returns/${id}/mapping`, again)).status).toBe(409)
  })

  test('a period that has not begun, a typed number of somebody, a cell that is not by hand, and a form that is used no more', async () => {
    const id = await add(clerk, SMALL)
    await keepProposal(clerk, id)
    for (const period of ['2030-01', '2026-13', '2026Q1', '2026-03-01_2026-03-05'])
      expect((await clerk(`/api/returns/${id}/fills`, json({ period }))).status, period).toBe(400)
    const filled = await fill(clerk, id, '2026-03')
    expect((await typed(clerk, filled, [{ cell: 'D3', text: '打13900001234' }])).status).toBe(400)
    expect((await typed(clerk, filled, [{ cell: 'B3', text: '99' }])).status).toBe(400)
    expect((await act(clerk, id, 'check')).status).toBe(404)
    expect((await clerk(`/api/returns/${id}/end`, { method: 'POST' })).ok).toBe(true)
    expect((await clerk(`/api/returns/${id}/fills`, json({ period: '2026-03' }))).status).toBe(400)
    expect((await act(clerk, filled, 'check')).status).toBe(409)
    const { forms } = await ok<ReturnsView>(await clerk('/api/returns'))
    expect(forms.map((form) => form.id)).not.toContain(id)
  })
})
