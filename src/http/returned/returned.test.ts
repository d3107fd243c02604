import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setCells } from '../../exchange/workbook/edit/set-cells.ts'
import { bodyOf, json, type Send, type TestOffice, takeSheet, testOffice } from '../../testing/office.ts'
import {
  allOf,
  bring,
  broughtBack,
  hazardLedger,
  matterOf,
  merged,
  record,
  recordHazard,
  takeStep,
} from '../../testing/returned/bring-back.ts'
import { giveOut } from '../../testing/workbook/given-out.ts'

let office: TestOffice
let clerk: Send
let handler: Send
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.as('clerk')
  handler = await office.as('handler')
})
afterAll(() => office?.dispose())

const hazard = (more: object = {}) => recordHazard(clerk, more)
const ledgerOf = (send: Send, ...ids: readonly string[]) => hazardLedger(office, send, ...ids)

describe('a ledger that comes back', () => {
  test('as it was given out says nothing', async () => {
    const one = await hazard()
    const two = await hazard({ placeUnit: 'xiatang' })
    const sheet = await ledgerOf(clerk, one.id, two.id)
    expect(await broughtBack(clerk, sheet)).toMatchObject({ isReturned: true, unchanged: 2, rows: [], addedCount: 0 })
  })

  test('sorted, filtered, with dates as numbers, blanks and full-width letters, says nothing either', async () => {
    const one = await hazard()
    const two = await hazard()
    const sheet = await ledgerOf(clerk, one.id, two.id)
    sheet.rows.reverse()
    sheet.put(0, '排查日期', { number: 46082, style: 1 })
    sheet.put(1, '排查日期', '2026年3月1日')
    sheet.put(
      0,
      '地址',
      `  ${two.place.replace(/\d+/, (digits) => digits.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))))} `,
    )
    expect(await broughtBack(clerk, sheet)).toMatchObject({ unchanged: 2, rows: [] })
  })

  test('a change becomes a step of whoever brings it, with its reason; sent twice it is taken once', async () => {
    const { id, place } = await hazard()
    const sheet = await ledgerOf(clerk, id)
    sheet.put(0, '地址', '河西路9号')
    const upload = await bring(clerk, sheet.bytes())
    const view = await merged(clerk, upload)
    expect(view.rows).toMatchObject([
      {
        row: 2,
        matter: { id },
        cells: [
          { field: 'place', fate: 'change', was: place, now: place, sheet: '河西路9号', by: { zh: '更正登记信息' } },
        ],
      },
    ])
    const [first, again] = await Promise.all([record(clerk, upload, allOf(view)), record(clerk, upload, allOf(view))])
    expect([first?.[0]?.fate, again?.[0]?.fate]).toContain('recorded')
    expect(await record(clerk, upload, allOf(view))).toEqual([{ row: 2, fate: 'already', steps: [] }])
    const { matter, timeline } = await matterOf(clerk, id)
    expect(matter).toMatchObject({ place: '河西路9号', fields: { correctionReason: '现场核对后更正' } })
    expect(timeline.filter(({ step: taken }) => taken === 'correct')).toMatchObject([{ personName: '周示例' }])
    expect((await merged(clerk, upload)).rows).toEqual([])
  })

  test('what both changed is a conflict: the office’s stays unless the sheet’s is chosen', async () => {
    const { id, place } = await hazard()
    const sheet = await ledgerOf(clerk, id)
    sheet.put(0, '地址', '河西路10号')
    await takeStep(handler, id, 'setPlaceUnit', { placeUnit: 'xiatang' })
    const triage = await office.as('triage')
    await takeStep(triage, id, 'correct', { title: '出口上锁', place: '河南路1号', correctionReason: '写错了' })
    const upload = await bring(clerk, sheet.bytes())
    const view = await merged(clerk, upload)
    expect(view.rows[0]?.cells).toMatchObject([
      { field: 'place', fate: 'conflict', was: place, now: '河南路1号', sheet: '河西路10号' },
    ])
    expect((await matterOf(clerk, id)).matter.place).toBe('河南路1号')
    expect(await record(clerk, upload, allOf(view))).toMatchObject([{ fate: 'recorded' }])
    expect((await matterOf(clerk, id)).matter).toMatchObject({ place: '河西路10号', placeUnitId: 'xiatang' })
  })

  test('what both changed to the same is nothing', async () => {
    const { id } = await hazard()
    const sheet = await ledgerOf(clerk, id)
    sheet.put(0, '地址', '河南路2号')
    await takeStep(clerk, id, 'correct', { title: '出口上锁', place: '河南路2号', correctionReason: '写错了' })
    expect((await broughtBack(clerk, sheet)).rows).toEqual([])
  })

  test('a matter that changes between looking and recording is shown again, not written over', async () => {
    const { id } = await hazard()
    const sheet = await ledgerOf(clerk, id)
    sheet.put(0, '地址', '河西路11号')
    const upload = await bring(clerk, sheet.bytes())
    const view = await merged(clerk, upload)
    await takeStep(clerk, id, 'correct', { title: '出口上锁', place: '河南路3号', correctionReason: '写错了' })
    const [result] = await record(clerk, upload, allOf(view))
    expect(result).toMatchObject({
      fate: 'again',
      left: { cells: [{ fate: 'conflict', now: '河南路3号', sheet: '河西路11号' }] },
    })
    expect((await matterOf(clerk, id)).matter.place).toBe('河南路3号')
  })

  test('a column of a step that is open, with all that it asks, becomes that step', async () => {
    const { id } = await hazard()
    const sheet = await ledgerOf(handler, id)
    sheet.put(0, '备注', '钥匙在门卫处')
    const upload = await bring(handler, sheet.bytes())
    const view = await merged(handler, upload)
    expect(view.rows[0]?.cells).toMatchObject([{ field: 'note', fate: 'change', by: { zh: '补充材料' } }])
    expect(await record(handler, upload, allOf(view))).toMatchObject([
      { fate: 'recorded', steps: [{ zh: '补充材料' }] },
    ])
    expect((await matterOf(clerk, id)).matter.fields['note']).toBe('钥匙在门卫处')
  })
})

describe('as the office really takes and saves it', () => {
  const sheetName = async (bytes: Uint8Array) => {
    const book = new exceljs.Workbook()
    await book.xlsx.load(bytes as never)
    const [sheet] = book.worksheets
    if (!sheet) throw new Error('there is no sheet')
    return sheet
  }

  test('taken as Excel and brought back untouched it says nothing; with one cell changed, one thing', async () => {
    const { place } = await hazard({ inspectors: '检查岗01、02', spot: '二楼；东侧' })
    const taken = new Uint8Array(await (await takeSheet(clerk, 'hazard', 'xlsx')).arrayBuffer())
    const view = await merged(clerk, await bring(clerk, taken))
    expect(view).toMatchObject({ isReturned: true, rows: [], addedCount: 0, own: [], twice: [] })
    expect(view.unchanged).toBeGreaterThan(0)

    const sheet = await sheetName(taken)
    const at = sheet.getRows(1, sheet.rowCount)?.flatMap((row) => {
      const cell = (row.values as unknown[]).indexOf(place)
      return cell > 0 ? [row.getCell(cell).address] : []
    })
    const change = { sheet: sheet.name, cell: at?.[0] ?? '', value: '河西路16号' }
    const { rows } = await merged(clerk, await bring(clerk, await setCells(taken, [change])))
    expect(rows.map(({ cells }) => cells.map(({ field, sheet: said }) => [field, said]))).toEqual([
      [['place', '河西路16号']],
    ])
  })

  test('in English too', async () => {
    const { place } = await hazard()
    const english: Send = (path, init) =>
      clerk(path, {
        ...init,
        headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie: 'anlan-locale=en' },
      })
    const taken = new Uint8Array(await (await takeSheet(english, 'hazard', 'xlsx')).arrayBuffer())
    expect((await sheetName(taken)).getRow(3).getCell(1).text).toBe('Reference')
    expect(place).not.toBe('')
    expect(await merged(clerk, await bring(clerk, taken))).toMatchObject({ rows: [], own: [] })
  })

  test('a step that moves the matter on is said as such', async () => {
    const form = { title: '路灯不亮', category: 'facility', description: '五盏都不亮', place: '村口' }
    await clerk('/api/matters', json({ procedure: 'report', channel: 'phone', form }))
    const triage = await office.as('triage')
    const sheet = await giveOut(office, triage, 'report')
    sheet.put(0, '难易', '一般')
    expect((await broughtBack(triage, sheet)).rows[0]?.cells).toMatchObject([
      { field: 'difficulty', fate: 'change', by: { zh: expect.stringContaining('受理') }, moves: true },
    ])
  })

  test('a record is changed by its own step, with what it says besides', async () => {
    const form = { name: '示例仓储公司', category: 'company', address: '沿河路1号' }
    const kept = await clerk('/api/matters', json({ procedure: 'organisation', channel: 'window', form }))
    expect(kept.status, await kept.clone().text()).toBe(201)
    const { id } = await bodyOf<{ id: string }>(kept)
    await takeStep(await office.as('triage'), id, 'publish', {})
    const sheet = await giveOut(office, clerk, 'organisation')
    sheet.put(0, '地址', '沿河路2号')
    const upload = await bring(clerk, sheet.bytes())
    const view = await merged(clerk, upload)
    expect(view.rows[0]?.cells).toMatchObject([{ field: 'address', fate: 'change', by: { zh: '变更' } }])
    expect(await record(clerk, upload, allOf(view))).toMatchObject([{ fate: 'recorded' }])
    expect((await matterOf(clerk, id)).matter.fields).toMatchObject({ address: '沿河路2号', name: '示例仓储公司' })
  })
})
