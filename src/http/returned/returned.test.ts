import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RecordedRow, ReturnedSheet, RowToRecord } from '../../domain/views/returned-views.ts'
import type { MatterView } from '../../domain/views/views.ts'
import { setCells } from '../../exchange/workbook/edit/set-cells.ts'
import { ROW_TAG_HEADING, rowTagText } from '../../exchange/workbook/row-tag.ts'
import { rowTagMac } from '../../storage/keys/row-tags.ts'
import { bodyOf, json, type Send, type TestOffice, takeSheet, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { type GivenOut, giveOut } from '../../testing/workbook/given-out.ts'
import { workbookFile } from '../../testing/workbook/workbook-file.ts'

let office: TestOffice
let clerk: Send
let handler: Send
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.as('clerk')
  handler = await office.as('handler')
})
afterAll(() => office?.dispose())

let lastPlace = 0
/** A hazard on record; each has a place of its own, by which its ledger can be asked for alone. */
async function hazard(more: object = {}): Promise<{ id: string; place: string }> {
  lastPlace += 1
  const place = `河东路${lastPlace}号`
  const form = {
    title: `${lastPlace}号楼出口上锁`,
    category: 'electric',
    description: '出口上锁',
    place,
    foundOn: '2026-03-01',
  }
  const opening = { procedure: 'hazard', channel: 'inspection', form: { ...form, ...more } }
  const { id } = await bodyOf<{ id: string }>(await clerk('/api/matters', json(opening)))
  return { id, place }
}
const ledgerOf = (send: Send, ...ids: readonly string[]): Promise<GivenOut> =>
  giveOut(office, send, 'hazard').then((sheet) => {
    const kept = sheet.rows.filter((cells) => ids.some((id) => String(cells.at(-1)).startsWith(id)))
    sheet.rows.splice(
      0,
      sheet.rows.length,
      ...ids.flatMap((id) => kept.filter((row) => String(row.at(-1)).startsWith(id))),
    )
    return sheet
  })

async function bring(send: Send, bytes: Uint8Array): Promise<string> {
  const answer = await send('/api/returned', {
    method: 'POST',
    body: Buffer.from(bytes),
    headers: { 'x-file-name': encodeURIComponent('隐患台账.xlsx') },
  })
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await bodyOf<{ id: string }>(answer)).id
}
const merged = async (send: Send, id: string) => bodyOf<ReturnedSheet>(await send(`/api/returned/${id}`))
const broughtBack = async (send: Send, sheet: GivenOut) => merged(send, await bring(send, sheet.bytes()))
const record = async (send: Send, id: string, rows: readonly RowToRecord[], reason = '现场核对后更正') =>
  bodyOf<RecordedRow[]>(await send(`/api/returned/${id}/record`, json({ reason, rows })))
const matterOf = async (id: string, send = clerk) => bodyOf<MatterView>(await send(`/api/matters/${id}`))
const step = async (send: Send, id: string, name: string, form: object) => {
  const { matter } = await matterOf(id, send)
  const answer = await send(`/api/matters/${id}/steps/${name}`, json({ seenVersion: matter.version, form }))
  expect(answer.status, await answer.clone().text()).toBe(200)
}
/** Everything that a row can record, as of what was seen. */
const allOf = ({ rows }: ReturnedSheet): RowToRecord[] =>
  rows.flatMap(({ row, matter, cells }) => {
    const fields = cells.flatMap(({ field, fate }) => (fate === 'refused' ? [] : [field]))
    return matter && fields.length > 0 ? [{ row, seenVersion: matter.version, fields }] : []
  })

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
    const { matter, timeline } = await matterOf(id)
    expect(matter).toMatchObject({ place: '河西路9号', fields: { correctionReason: '现场核对后更正' } })
    expect(timeline.filter(({ step: taken }) => taken === 'correct')).toMatchObject([{ personName: '周示例' }])
    expect((await merged(clerk, upload)).rows).toEqual([])
  })

  test('what both changed is a conflict: the office’s stays unless the sheet’s is chosen', async () => {
    const { id, place } = await hazard()
    const sheet = await ledgerOf(clerk, id)
    sheet.put(0, '地址', '河西路10号')
    await step(handler, id, 'setPlaceUnit', { placeUnit: 'xiatang' })
    const triage = await office.as('triage')
    await step(triage, id, 'correct', { title: '出口上锁', place: '河南路1号', correctionReason: '写错了' })
    const upload = await bring(clerk, sheet.bytes())
    const view = await merged(clerk, upload)
    expect(view.rows[0]?.cells).toMatchObject([
      { field: 'place', fate: 'conflict', was: place, now: '河南路1号', sheet: '河西路10号' },
    ])
    expect((await matterOf(id)).matter.place).toBe('河南路1号')
    expect(await record(clerk, upload, allOf(view))).toMatchObject([{ fate: 'recorded' }])
    expect((await matterOf(id)).matter).toMatchObject({ place: '河西路10号', placeUnitId: 'xiatang' })
  })

  test('what both changed to the same is nothing', async () => {
    const { id } = await hazard()
    const sheet = await ledgerOf(clerk, id)
    sheet.put(0, '地址', '河南路2号')
    await step(clerk, id, 'correct', { title: '出口上锁', place: '河南路2号', correctionReason: '写错了' })
    expect((await broughtBack(clerk, sheet)).rows).toEqual([])
  })

  test('a matter that changes between looking and recording is shown again, not written over', async () => {
    const { id } = await hazard()
    const sheet = await ledgerOf(clerk, id)
    sheet.put(0, '地址', '河西路11号')
    const upload = await bring(clerk, sheet.bytes())
    const view = await merged(clerk, upload)
    await step(clerk, id, 'correct', { title: '出口上锁', place: '河南路3号', correctionReason: '写错了' })
    const [result] = await record(clerk, upload, allOf(view))
    expect(result).toMatchObject({
      fate: 'again',
      left: { cells: [{ fate: 'conflict', now: '河南路3号', sheet: '河西路11号' }] },
    })
    expect((await matterOf(id)).matter.place).toBe('河南路3号')
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
    expect((await matterOf(id)).matter.fields['note']).toBe('钥匙在门卫处')
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
    await step(await office.as('triage'), id, 'publish', {})
    const sheet = await giveOut(office, clerk, 'organisation')
    sheet.put(0, '地址', '沿河路2号')
    const upload = await bring(clerk, sheet.bytes())
    const view = await merged(clerk, upload)
    expect(view.rows[0]?.cells).toMatchObject([{ field: 'address', fate: 'change', by: { zh: '变更' } }])
    expect(await record(clerk, upload, allOf(view))).toMatchObject([{ fate: 'recorded' }])
    expect((await matterOf(id)).matter.fields).toMatchObject({ address: '沿河路2号', name: '示例仓储公司' })
  })
})

describe('what a sheet does not change, and why', () => {
  test.each([
    ['编号', '', '编号由系统给'],
    ['是否销号', '已销号', '怎么办结由办理决定'],
    ['整改前照片', '3', '附件请在事项页加'],
    ['隐患描述', '没有上锁', '没有哪一步改它'],
    ['整改完成日期', '2026-03-09', '由“报送整改情况”填'],
    ['隐患等级', '一般', '“隐患定级”还要填“判定标准”'],
    ['所属乡镇或网格', '无此镇', '没有叫这个名字的单位'],
  ])('%s: %s', async (heading, cell, why) => {
    const { id } = await hazard()
    const inspector = await office.as('inspector')
    const sheet = await ledgerOf(inspector, id)
    sheet.put(0, heading, cell)
    const { rows } = await broughtBack(inspector, sheet)
    expect(rows[0]?.cells).toMatchObject([{ fate: 'refused', heading }])
    expect(rows[0]?.cells[0]?.why?.zh).toContain(why)
  })

  test('a sheet that was sorted without its hidden column is refused row by row, and nothing goes to another matter', async () => {
    const [one, two] = [await hazard(), await hazard()]
    const sheet = await ledgerOf(clerk, one.id, two.id)
    const [first, second] = sheet.rows
    if (!first || !second) throw new Error('two rows were given out')
    const [firstTag, secondTag] = [first.at(-1), second.at(-1)]
    first[first.length - 1] = secondTag
    second[second.length - 1] = firstTag
    const { rows } = await broughtBack(clerk, sheet)
    expect(rows.map(({ refused, cells }) => [refused?.zh.slice(0, 18), cells])).toEqual([
      ['这一行的编号和隐藏列“安澜编号”不是', []],
      ['这一行的编号和隐藏列“安澜编号”不是', []],
    ])
  })

  test('of two good and bad cells the good one is recorded', async () => {
    const { id } = await hazard()
    const sheet = await ledgerOf(clerk, id)
    sheet.put(0, '所属乡镇或网格', '无此镇')
    sheet.put(0, '地址', '河西路12号')
    const upload = await bring(clerk, sheet.bytes())
    const view = await merged(clerk, upload)
    expect(view.rows[0]?.cells.map(({ field, fate }) => [field, fate])).toEqual([
      ['place', 'change'],
      ['placeUnitId', 'refused'],
    ])
    expect(await record(clerk, upload, allOf(view))).toMatchObject([
      { fate: 'recorded', left: { cells: [{ field: 'placeUnitId' }] } },
    ])
  })

  test('what is sealed stays sealed: unchanged it is no change, changed it is refused', async () => {
    const form = {
      title: '邻里争吵',
      category: 'neighbours',
      difficulty: 'simple',
      description: '屋檐滴水',
      place: '村口',
      partyA: '甲方某',
      partyB: '乙方某',
    }
    const mediator = await office.as('mediator')
    const opened = await mediator('/api/matters', json({ procedure: 'dispute', channel: 'window', form }))
    expect(opened.status, await opened.clone().text()).toBe(201)
    const sheet = await giveOut(office, mediator, 'dispute')
    expect((await broughtBack(mediator, sheet)).rows).toEqual([])
    const heading = sheet.headings[sheet.rows[0]?.indexOf('（密）') ?? -1] ?? ''
    sheet.put(0, heading, '丙某')
    expect((await broughtBack(mediator, sheet)).rows[0]?.cells).toMatchObject([
      { heading, fate: 'refused', now: '（密）', why: { zh: '密封的内容不能从表里改' } },
    ])
  })

  test('a number of somebody in a cell is refused', async () => {
    const { id } = await hazard()
    const sheet = await ledgerOf(clerk, id)
    sheet.put(0, '地址', '找 13900001234')
    expect((await broughtBack(clerk, sheet)).rows[0]?.cells).toMatchObject([{ field: 'place', fate: 'refused' }])
  })
})

describe('rights are those of whoever brings it, now', () => {
  test('four persons bring the same sheet', async () => {
    const { id } = await hazard({ placeUnit: 'xiatang' })
    const sheet = await ledgerOf(clerk, id)
    sheet.put(0, '地址', '河西路13号')
    const bytes = sheet.bytes()
    const fates: Record<string, unknown> = {}
    for (const post of ['clerk', 'handler', 'auditor', 'yunxi-clerk']) {
      const send = await office.as(post)
      const { rows } = await merged(send, await bring(send, bytes))
      fates[post] = rows.map(
        ({ refused, cells }) => refused?.zh ?? cells.map(({ fate, why }) => why?.zh.slice(0, 12) ?? fate),
      )
    }
    expect(fates).toEqual({
      clerk: [['change']],
      handler: [[expect.stringContaining('更正登记信息')]],
      auditor: [[expect.stringContaining('更正登记信息')]],
      'yunxi-clerk': ['不是你能看到的事项，或者没有这件事'],
    })
  })

  test('a change that somebody may not make is not made, whatever is asked for', async () => {
    const { id, place } = await hazard()
    const sheet = await ledgerOf(handler, id)
    sheet.put(0, '地址', '河西路14号')
    const upload = await bring(handler, sheet.bytes())
    const { matter } = await matterOf(id)
    const [result] = await record(handler, upload, [{ row: 2, seenVersion: matter.version, fields: ['place'] }])
    expect(result?.fate).not.toBe('recorded')
    expect((await matterOf(id)).matter.place).toBe(place)
  })

  test('another’s file is not there', async () => {
    const { id } = await hazard()
    const upload = await bring(clerk, (await ledgerOf(clerk, id)).bytes())
    expect((await handler(`/api/returned/${upload}`)).status).toBe(404)
    expect(
      (
        await handler(
          `/api/returned/${upload}/record`,
          json({ reason: '更正', rows: [{ row: 2, seenVersion: 1, fields: ['place'] }] }),
        )
      ).status,
    ).toBe(404)
    expect((await clerk('/api/returned/none')).status).toBe(404)
    expect((await office.ask(`/api/returned/${upload}`)).status).toBe(401)
  })
})

describe('tags', () => {
  const NOT_YOURS = '不是你能看到的事项，或者没有这件事'
  test('made up, of another office, of nothing, and of what is out of sight: the same words', async () => {
    const { id } = await hazard()
    const { id: integrity } = await hazard()
    const sheet = await ledgerOf(clerk, id, integrity)
    const real = String(sheet.rows[0]?.at(-1))
    const keys = office.county.deps.keys
    const tag = (tenant: string, matterId: string, version = 1) =>
      rowTagText({ matterId, version }, rowTagMac(keys, tenant))
    const tags = [
      `${real.slice(0, -1)}${real.endsWith('0') ? '1' : '0'}`,
      tag('elsewhere', id),
      tag(TEST_TENANT, '00000000-0000-7000-8000-000000000000'),
      tag(TEST_TENANT, integrity, 99),
      real.replace(/\.\d+\./, '.7.'),
      `'; drop table matters; --`,
      '__proto__',
    ]
    const rows = tags.map((one) => [...(sheet.rows[0]?.slice(0, -1) ?? []), one])
    const view = await merged(
      clerk,
      await bring(clerk, workbookFile([{ name: '台账', rows: [sheet.headings, ...rows] }])),
    )
    expect(view.rows.map(({ refused, matter }) => [refused?.zh, matter])).toEqual(
      tags.map(() => [NOT_YOURS, undefined]),
    )
  })

  test('one matter on two rows that differ is refused on both; on two that say the same it is one', async () => {
    const { id } = await hazard()
    const sheet = await ledgerOf(clerk, id)
    sheet.rows.push([...(sheet.rows[0] ?? [])])
    expect(await broughtBack(clerk, sheet)).toMatchObject({ rows: [], unchanged: 2 })
    sheet.put(1, '地址', '河西路15号')
    const { rows } = await broughtBack(clerk, sheet)
    expect(rows.map(({ row, refused }) => [row, refused?.zh])).toEqual([
      [2, '第2、3行是同一件事，写得不一样，只留一行'],
      [3, '第2、3行是同一件事，写得不一样，只留一行'],
    ])
  })
})

describe('rows and columns that are not ours', () => {
  test('new rows are offered to the import, by who imports; rows that are gone change nothing', async () => {
    const { id } = await hazard()
    const gone = await hazard()
    const sheet = await ledgerOf(clerk, id, gone.id)
    sheet.rows.pop()
    sheet.rows.push(
      sheet.headings.map(
        (heading) => ({ 排查日期: '2026-03-01', 地址: '新路1号', 隐患描述: '新查出的' })[heading] ?? '',
      ),
    )
    const upload = await bring(clerk, sheet.bytes())
    expect(await merged(clerk, upload)).toMatchObject({ unchanged: 1, rows: [], added: [3], addedCount: 1 })
    const { id: added, name } = await bodyOf<{ id: string; name: string }>(
      await clerk(`/api/returned/${upload}/added`, json({})),
    )
    expect(name).toBe('隐患台账-新增.csv')
    const proposal = await bodyOf<{ columns: { heading: string }[] }>(
      await clerk(`/api/imports/uploads/${added}/proposal`, json({ kind: 'hazard' })),
    )
    expect(proposal.columns.map(({ heading }) => heading)).toEqual(['排查日期', '地址', '隐患描述'])
    const own = await bring(handler, sheet.bytes())
    expect((await handler(`/api/returned/${own}/added`, json({}))).status).toBe(403)
  })

  test('columns of the office’s own, and those whose heading stands twice, are named and not read', async () => {
    const { id } = await hazard()
    const sheet = await ledgerOf(clerk, id)
    const wide = [
      [...sheet.headings, '领导批示', '地址'],
      [...(sheet.rows[0] ?? []), '抓紧', '别处'],
    ]
    const view = await merged(clerk, await bring(clerk, workbookFile([{ name: '台账', rows: wide }])))
    expect(view).toMatchObject({ rows: [], own: ['领导批示'], twice: ['地址'] })
  })

  test('a sheet without the column is none of ours', async () => {
    const bytes = workbookFile([
      {
        name: '台账',
        rows: [
          ['编号', '地址'],
          ['1', '村口'],
        ],
      },
    ])
    const upload = await bring(clerk, bytes)
    expect(await merged(clerk, upload)).toMatchObject({ isReturned: false })
    expect(
      (
        await clerk(
          `/api/returned/${upload}/record`,
          json({ reason: '更正', rows: [{ row: 2, seenVersion: 1, fields: ['place'] }] }),
        )
      ).status,
    ).toBe(404)
  })

  test.each([
    ['an empty file', new Uint8Array()],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['half a workbook', workbookFile([{ name: '台账', rows: [[ROW_TAG_HEADING], ['x']] }]).subarray(0, 400)],
  ])('%s is refused in words', async (_, bytes) => {
    const answer = await clerk(`/api/returned/${await bring(clerk, bytes)}`)
    expect(answer.status).toBe(422)
  })
})
