import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROW_TAG_HEADING, rowTagText } from '../../exchange/workbook/row-tag.ts'
import { rowTagMac } from '../../storage/keys/row-tags.ts'
import { bodyOf, json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import {
  bring,
  broughtBack,
  hazardLedger,
  matterOf,
  merged,
  record,
  recordHazard,
} from '../../testing/returned/bring-back.ts'
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

const hazard = (more: object = {}) => recordHazard(clerk, more)
const ledgerOf = (send: Send, ...ids: readonly string[]) => hazardLedger(office, send, ...ids)

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
    const { matter } = await matterOf(clerk, id)
    const [result] = await record(handler, upload, [{ row: 2, seenVersion: matter.version, fields: ['place'] }])
    expect(result?.fate).not.toBe('recorded')
    expect((await matterOf(clerk, id)).matter.place).toBe(place)
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
