import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'
import {
  allOf,
  bring,
  broughtBack,
  hazardLedger,
  merged,
  record,
  recordHazard,
} from '../../testing/returned/bring-back.ts'
import { giveOut } from '../../testing/workbook/given-out.ts'

let office: TestOffice
let clerk: Send
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.as('clerk')
})
afterAll(() => office?.dispose())

const hazard = (more: object = {}) => recordHazard(clerk, more)
const ledgerOf = (send: Send, ...ids: readonly string[]) => hazardLedger(office, send, ...ids)

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
