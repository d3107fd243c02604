import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROCEDURES } from '../../procedures/all.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { databaseFor } from '../connection/connect.ts'
import { handleCommand } from '../write/handle.ts'
import { listMatters } from './list-matters.ts'

const clerk = actorOf('clerk')
const TITLES = [
  '下塘村路灯不亮',
  '青石村路灯不亮',
  '北塘村口路灯杆倾斜',
  '灯光秀太晚',
  'Street light out',
  'Ｒ12路口积水',
  '二次供水停水',
  '燃气（二期）泄漏',
  '幸福小区３号楼漏水',
  'ＡＢＣ广场积水',
  '①号机组振动',
  '设备QZ-3漏油，不合 GB-50016',
  '石桥—云溪“联通路”塌方',
]

let county: TestCounty
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
  for (const [index, title] of TITLES.entries()) {
    const form = { title, category: 'facility', description: '情况如题。', place: '三组' }
    const now = new Date(Date.parse('2026-03-02T01:00:00.000Z') + index * 60_000).toISOString()
    await handleCommand(county.deps, {
      actor: clerk,
      now,
      command: { type: 'OpenMatter', procedure: 'report', channel: 'phone', unitId: 'qinglan', form },
    })
  }
})
afterAll(() => county?.dispose())

async function search(text: string, limit: number, cursor?: string) {
  const { directory } = await county.deps.rulebooks.of(TEST_TENANT)
  const page = await listMatters(databaseFor(county.deps.pool, TEST_TENANT), clerk, { text, limit, cursor }, directory)
  return { titles: page.rows.map(({ title }) => title), next: page.next }
}

// A short page is answered by the newest matters alone, a long one by the index of terms: both must find the same.
test.each([
  ['路灯', ['北塘村口路灯杆倾斜', '青石村路灯不亮', '下塘村路灯不亮']],
  ['路灯不亮', ['青石村路灯不亮', '下塘村路灯不亮']],
  ['村 不亮', ['青石村路灯不亮', '下塘村路灯不亮']],
  ['灯', ['灯光秀太晚', '北塘村口路灯杆倾斜', '青石村路灯不亮', '下塘村路灯不亮']],
  ['LIGHT', ['Street light out']],
  ['ligh', []],
  ['二次供水', ['二次供水停水']],
  ['供水二次', []],
  ['%', []],
  ['（二期）', ['燃气（二期）泄漏']],
  ['(二期)', ['燃气（二期）泄漏']],
  ['石桥-云溪', ['石桥—云溪“联通路”塌方']],
  ['云溪"联通路"', ['石桥—云溪“联通路”塌方']],
  ['QZ—3', ['设备QZ-3漏油，不合 GB-50016']],
  ['燃气(二期)泄漏', ['燃气（二期）泄漏']],
  ['幸福小区3号楼', ['幸福小区３号楼漏水']],
  ['abc广场', ['ＡＢＣ广场积水']],
  ['①号机组', ['①号机组振动']],
  ['QZ-3', ['设备QZ-3漏油，不合 GB-50016']],
  ['gb-50016', ['设备QZ-3漏油，不合 GB-50016']],
])('“%s” finds the same from the newest matters and from the index', async (text, titles) => {
  expect((await search(text, 50)).titles).toEqual(titles)
  for (let limit = 1; limit < titles.length; limit += 1)
    expect((await search(text, limit)).titles).toEqual(titles.slice(0, limit))
})

test('a court case is found by its number, however it is typed', async () => {
  const form = { title: '买卖合同纠纷', category: 'facility', description: '情况如题。', place: '三组' }
  const open = (sourceNumber: string) =>
    handleCommand(county.deps, {
      actor: clerk,
      now: '2026-03-03T01:00:00.000Z',
      command: { type: 'OpenMatter', procedure: 'report', channel: 'phone', unitId: 'qinglan', form, sourceNumber },
    })
  await open('（2026）浙0399民初1234号')
  await open('（2026）浙0399民初123号')
  for (const asked of [
    '（2026）浙0399民初123号',
    '(2026)浙0399民初123号',
    '〔2026〕浙0399民初字第123号',
    '(2026) 浙0399 民初 123 号',
    '２０２６浙０３９９民初１２３号',
    '2026浙0399民初00123',
    '浙0399民初123',
    '民初123号',
    '123号',
  ])
    expect((await search(asked, 50)).titles, asked).toEqual(['买卖合同纠纷'])
  expect((await search('浙0399民初', 50)).titles).toHaveLength(2)
})

test('page after page finds every match once', async () => {
  const first = await search('路灯', 1)
  const second = await search('路灯', 1, first.next)
  const third = await search('路灯', 1, second.next)
  expect([first, second, third].flatMap(({ titles }) => titles)).toEqual([
    '北塘村口路灯杆倾斜',
    '青石村路灯不亮',
    '下塘村路灯不亮',
  ])
  expect(third.next).toBeUndefined()
})

test('every title is found by its own words, whole', async () => {
  for (const title of TITLES) expect((await search(title, 50)).titles, title).toContain(title)
})

test('a matter is found by its number: whole, in small letters, without the letters, the counter alone', async () => {
  const { directory } = await county.deps.rulebooks.of(TEST_TENANT)
  const list = (text: string) =>
    listMatters(databaseFor(county.deps.pool, TEST_TENANT), clerk, { text, limit: 50 }, directory)
  const all = (await list('路灯不亮')).rows
  const { reference = '' } = all[0] ?? {}
  const counter = reference.slice(-4)
  const short = reference.replace(/^[A-Z]+-/, '')
  for (const asked of [reference, reference.toLowerCase(), short, counter, counter.replace(/^0+/, '')])
    expect(
      (await list(asked)).rows.map((row) => row.reference),
      asked,
    ).toContain(reference)
  expect((await list(reference)).rows).toHaveLength(1)
})
