import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportBatch, RejectedPage } from '../../domain/views/admin-views.ts'
import type { ImportProposal, LedgerReading, PreviewedRow } from '../../domain/views/import-views.ts'
import type { MatterPage } from '../../domain/views/views.ts'
import { bodyOf, json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { workbookFile } from '../../testing/workbook/workbook-file.ts'
import { takeImports } from '../../workers/take-imports.ts'

let office: TestOffice
let clerk: Send
let township: Send
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.as('clerk')
  township = await office.as('dongpu-clerk')
})
afterAll(() => office?.dispose())

const HEADINGS = ['编号', '排查日期', '责任单位', '隐患描述', '地址', '隐患类别', '身份证号', '整改完成日期']
const ledger = (...rows: readonly string[][]) =>
  workbookFile([{ name: '三月', rows: [['清澜县隐患台账'], HEADINGS, ...rows] }])
const row = (number: string, unit: string, fixed = '', day = '2026-02-03') => [
  number,
  day,
  unit,
  `${number}号处出口上锁`,
  '仓库',
  '消防',
  '（略）',
  fixed,
]

async function upload(send: Send, bytes: Uint8Array, name = '三月台账.xlsx'): Promise<string> {
  const answer = await send('/api/imports/uploads', {
    method: 'POST',
    body: Buffer.from(bytes),
    headers: { 'x-file-name': encodeURIComponent(name) },
  })
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await bodyOf<{ id: string }>(answer)).id
}

const at = (id: string, act: string) => `/api/imports/uploads/${id}/${act}`
const proposed = async (send: Send, id: string, wish: object = {}) =>
  bodyOf<ImportProposal>(await send(at(id, 'proposal'), json(wish)))
const tried = async (send: Send, id: string, reading: LedgerReading) =>
  (await bodyOf<PreviewedRow[]>(await send(at(id, 'preview'), json({ reading })))).map(({ row: at, fate }) => [
    at,
    fate,
  ])
const work = () => takeImports(office.county.deps, TEST_TENANT)
const batches = async (send: Send) => bodyOf<ImportBatch[]>(await send('/api/imports/batches'))

test('a clerk sends a ledger in, sees what it is read as, tries it, and has it taken in', async () => {
  const id = await upload(
    clerk,
    ledger(row('QL-1', '东浦镇', '2026-02-10'), row('QL-2', '云溪镇'), row('QL-3', '无此镇')),
  )
  const proposal = await proposed(clerk, id)
  expect(proposal.reading).toMatchObject({
    kind: 'hazard',
    key: ['编号'],
    opened: '排查日期',
    unit: '责任单位',
    ended: '整改完成日期',
  })
  expect(proposal.unknown).toMatchObject({ 责任单位: ['无此镇'] })
  const identity = proposal.columns.find(({ name }) => name === '身份证号')
  expect(identity).toMatchObject({ refused: { zh: '证件号码不收' }, cells: [], reads: [] })

  expect(await tried(clerk, id, proposal.reading)).toEqual([
    [3, 'added'],
    [4, 'added'],
    [5, 'rejected'],
  ])
  expect((await clerk(at(id, 'import'), json({ reading: proposal.reading }))).status).toBe(200)
  expect(await work()).toBe(1)

  const [batch] = await batches(clerk)
  expect(batch).toMatchObject({ source: '三月台账.xlsx', readRows: 3, addedRows: 2, rejectedRows: 1 })
  expect(batch?.finishedAt).toBeDefined()
  const rejected = await bodyOf<RejectedPage>(await clerk(`/api/imports/batches/${batch?.id}/rejected?after=0`))
  expect(rejected.rows.map(({ row: number }) => number)).toEqual([5])
  const found = await bodyOf<MatterPage>(await clerk('/api/matters?text=QL-1'))
  expect(found.rows).toHaveLength(1)
})

test('what was put right once is proposed the next time the unit sends in such a ledger', async () => {
  const first = await upload(clerk, ledger(row('QL-11', '应急局')))
  const { reading } = await proposed(clerk, first)
  const corrected = { ...reading, answers: { ...reading.answers, spot: '地址' } }
  await clerk(at(first, 'import'), json({ reading: corrected }))
  await work()
  const next = await upload(clerk, ledger(row('QL-12', '东浦镇')), '四月台账.xlsx')
  expect((await proposed(clerk, next)).reading.answers).toMatchObject({ spot: '地址' })
  expect((await proposed(clerk, next, { kind: 'risk' })).reading.kind).toBe('risk')
})

test('the same ledger sent in twice, or asked for twice at once, comes in once', async () => {
  const bytes = ledger(row('QL-21', '东浦镇'))
  for (const name of ['一.xlsx', '二.xlsx']) {
    const id = await upload(clerk, bytes, name)
    const { reading } = await proposed(clerk, id)
    await Promise.all([1, 2].map(() => clerk(at(id, 'import'), json({ reading }))))
    await Promise.all([work(), work()])
  }
  const found = await bodyOf<MatterPage>(await clerk('/api/matters?text=QL-21'))
  expect(found.rows).toHaveLength(1)
})

test('whoever asked for an import may stop it; taking the ledger in again goes on from there', async () => {
  const bytes = ledger(row('QL-71', '东浦镇'), row('QL-72', '东浦镇'))
  const ask = async () => {
    const id = await upload(clerk, bytes, '停.xlsx')
    const { reading } = await proposed(clerk, id)
    return (await bodyOf<{ id: string }>(await clerk(at(id, 'import'), json({ reading })))).id
  }
  const stop = (send: Send, id: string) => send(`/api/imports/batches/${id}/stop`, json({}))
  const id = await ask()
  const batch = async () => (await batches(clerk)).find((each) => each.id === id)
  expect((await stop(township, id)).status).toBe(404)
  expect((await stop(clerk, 'nonsense')).status).toBe(404)
  expect((await stop(clerk, id)).status).toBe(200)
  await work()
  expect(await batch()).toMatchObject({
    totalRows: 2,
    readRows: 0,
    refusal: { zh: expect.stringMatching(/停下来了/) },
  })
  expect(await ask()).toBe(id)
  await work()
  const again = await batch()
  expect(again).toMatchObject({ totalRows: 2, readRows: 2, addedRows: 2 })
  expect(again?.refusal).toBeUndefined()
  // One that is over stays as it is.
  expect((await stop(clerk, id)).status).toBe(200)
  expect((await batch())?.refusal).toBeUndefined()
})

describe('nobody brings in what is not theirs', () => {
  test('a township takes in its own villages and nothing of another', async () => {
    const id = await upload(township, ledger(row('QL-31', '下塘村'), row('QL-32', '云溪镇')))
    const { reading } = await proposed(township, id)
    expect(await tried(township, id, reading)).toEqual([
      [3, 'added'],
      [4, 'rejected'],
    ])
    await township(at(id, 'import'), json({ reading }))
    await work()
    expect((await batches(township))[0]).toMatchObject({ addedRows: 1, rejectedRows: 1 })
  })

  test('a file and its import are seen by whoever sent them in', async () => {
    const id = await upload(clerk, ledger(row('QL-41', '东浦镇')))
    expect((await township(at(id, 'proposal'), json({}))).status).toBe(404)
    const { reading } = await proposed(clerk, id)
    await clerk(at(id, 'import'), json({ reading }))
    await work()
    const [batch] = await batches(clerk)
    expect((await township(`/api/imports/batches/${batch?.id}/rejected?after=0`)).status).toBe(404)
    expect((await batches(township)).map(({ id: own }) => own)).not.toContain(batch?.id)
    // Taken in, the file is gone.
    expect((await clerk(at(id, 'proposal'), json({}))).status).toBe(404)
  })

  test('who registers no matters brings in no ledgers', async () => {
    for (const post of ['handler', 'leader', 'auditor']) {
      const send = await office.as(post)
      expect((await send('/api/imports/batches')).status, post).toBe(403)
    }
  })

  test('a kind that a post may not register comes in by no ledger of it either', async () => {
    const id = await upload(township, ledger(row('QL-81', '下塘村')))
    for (const kind of ['case', 'casereview']) {
      const { reading } = await proposed(township, id, { kind })
      for (const act of ['preview', 'import'])
        expect((await township(at(id, act), json({ reading }))).status, `${kind} ${act}`).toBe(403)
    }
  })

  test('a column that may not be taken in stays out, whatever is asked for', async () => {
    const id = await upload(clerk, ledger(row('QL-51', '东浦镇')))
    const { reading } = await proposed(clerk, id)
    const asked = { ...reading, answers: { ...reading.answers, placeName: '身份证号' } }
    expect((await clerk(at(id, 'preview'), json({ reading: asked }))).status).toBe(422)
  })
})

describe('a file that is none', () => {
  test.each([
    ['an empty one', new Uint8Array()],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['half a workbook', ledger(row('QL-61', '东浦镇')).subarray(0, 500)],
  ])('%s is refused in words', async (_, bytes) => {
    const id = await upload(clerk, bytes)
    const answer = await clerk(at(id, 'proposal'), json({}))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/坏了|不是台账|没有/)
  })

  test('a reading that names what is not there says so', async () => {
    const id = await upload(clerk, ledger(row('QL-71', '东浦镇')))
    const { reading } = await proposed(clerk, id)
    expect((await clerk(at(id, 'preview'), json({ reading: { ...reading, kind: 'nothing' } }))).status).toBe(400)
    for (const wrong of [
      { opened: '没有这列' },
      { ending: 'noSuchStep' },
      { due: { column: '编号', deadline: 'none' } },
    ])
      expect(
        (await clerk(at(id, 'preview'), json({ reading: { ...reading, ...wrong } }))).status,
        JSON.stringify(wrong),
      ).toBe(422)
  })
})
