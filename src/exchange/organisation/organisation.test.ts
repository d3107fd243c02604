import { describe, expect, test } from 'vitest'
import { readDays } from './read-days.ts'
import { readPeople } from './read-people.ts'
import { type KnownUnit, readUnits, type UnitPlace } from './read-units.ts'

const unit = (id: string, zh: string, parentId?: string): KnownUnit => ({
  id,
  name: { zh, en: zh },
  ...(parentId ? { parentId } : {}),
})
const ROOT = unit('root', '某某县')
let made = 0
const PLACE: UnitPlace = { rootId: 'root', known: [ROOT], newId: () => `new-${++made}` }

describe('a list of units', () => {
  const NATIONAL = `code,name,streetCode,provinceCode,cityCode,areaCode
330802001001,下塘村,330802001,33,3308,330802
330802001,东浦镇,,33,3308,330802
330803001,别县的镇,,33,3308,330803
330802,某某县,,33,3308,330802`

  test('of the whole country gives the townships and villages of one county, whichever stands first', () => {
    const read = readUnits(NATIONAL, { ...PLACE, county: '330802' })
    expect(read).toMatchObject({ known: 0, elsewhere: 2, refused: [] })
    expect(read.units).toMatchObject([
      { id: '330802001', parentId: 'root', kind: 'township', name: { zh: '东浦镇' } },
      { id: '330802001001', parentId: '330802001', kind: 'village' },
    ])
  })

  test('read again adds nothing', () => {
    const known = [ROOT, unit('330802001', '东浦镇', 'root'), unit('330802001001', '下塘村', '330802001')]
    expect(readUnits(NATIONAL, { ...PLACE, known, county: '330802' })).toMatchObject({ units: [], known: 2 })
  })

  test('by hand names the unit above by its name, in Chinese columns of any order', () => {
    const read = readUnits('上级,名称,类型\n,应急管理局,部门\n应急管理局,执法队,\n', PLACE)
    expect(read.units).toMatchObject([
      { name: { zh: '应急管理局', en: '应急管理局' }, parentId: 'root', kind: 'department' },
      { name: { zh: '执法队' }, parentId: read.units[0]?.id },
    ])
  })

  test('keeps two villages of one name in two towns apart', () => {
    const csv = '名称,编码,上级\n东镇,a1,\n西镇,a2,\n新村,a11,a1\n新村,a21,a2\n'
    expect(readUnits(csv, PLACE).units.map(({ id }) => id)).toEqual(['a1', 'a2', 'a11', 'a21'])
  })

  test('says by row number which row is wrong, and takes the others', () => {
    const csv = '名称,编码,上级,类型\n东镇,a1,,乡镇\n,a2,,\n南镇,a/3,,\n北镇,a4,没有,\n西镇,a1,,\n中镇,a5,,王国\n'
    const { units, refused } = readUnits(csv, PLACE)
    expect(units.map(({ id }) => id)).toEqual(['a1'])
    expect(refused).toMatchObject([
      { row: 3, issues: [{ column: '名称', rule: 'required' }] },
      { row: 4, issues: [{ column: '编码', rule: 'wrong-form' }] },
      { row: 5, issues: [{ column: '上级', rule: 'not-a-unit' }] },
      { row: 6, issues: [{ column: '编码', rule: 'taken' }] },
      { row: 7, issues: [{ column: '类型', rule: 'not-an-option', limit: expect.stringContaining('乡镇、') }] },
    ])
  })

  test('without a name column is refused as a whole, and the sentence names the column', () => {
    expect(() => readUnits('a,b\n1,2\n', PLACE)).toThrow('名称')
  })
})

describe('a list of people', () => {
  const UNITS = [
    ROOT,
    unit('d', '东浦镇', 'root'),
    unit('y', '云溪镇', 'root'),
    unit('d1', '新村', 'd'),
    unit('y1', '新村', 'y'),
  ]

  test('names roles in Chinese, in English or by their id', () => {
    const csv =
      '姓名,账号,单位,岗位,角色\n张示例,ZhangSan,东浦镇,受理岗,受理岗、分流督办\n李示例,lisi,d,岗,"handler, Leader in charge"\n'
    expect(readPeople(csv, UNITS)).toMatchObject({
      refused: [],
      posts: [
        { username: 'zhangsan', unitId: 'd', roles: ['clerk', 'triageOfficer'] },
        { username: 'lisi', unitId: 'd', roles: ['handler', 'leader'] },
      ],
    })
  })

  test('may hold a post that nobody has yet', () => {
    const [post] = readPeople('单位,岗位,角色\n东浦镇,调解室,调解员\n', UNITS).posts
    expect(post).toEqual({ row: 2, unitId: 'd', title: { zh: '调解室', en: '调解室' }, roles: ['mediator'] })
  })

  test('says a village whose name two towns have by the town before it', () => {
    const { posts, refused } = readPeople('单位,岗位,角色\n新村,网格岗,承办岗\n云溪镇/新村,网格岗,承办岗\n', UNITS)
    expect(posts.map(({ unitId }) => unitId)).toEqual(['y1'])
    expect(refused).toMatchObject([{ row: 2, issues: [{ column: '单位', rule: 'ambiguous' }] }])
  })

  test('gives no post to residents or the system, and no account without a name', () => {
    const csv =
      '姓名,账号,单位,岗位,角色\n张示例,zs,东浦镇,岗,系统\n,lisi,东浦镇,岗,承办岗\n王样本,,东浦镇,岗,承办岗\n陈样例,a b,东浦镇,岗,承办岗\n'
    expect(readPeople(csv, UNITS).refused).toMatchObject([
      { row: 2, issues: [{ column: '角色', rule: 'not-an-option', limit: expect.stringContaining('复查岗、调解员') }] },
      { row: 3, issues: [{ column: '姓名', rule: 'required' }] },
      { row: 4, issues: [{ column: '账号', rule: 'required' }] },
      { row: 5, issues: [{ column: '账号', rule: 'wrong-form' }] },
    ])
  })
})

test('a list of days off and worked takes real days only', () => {
  const { days, refused } = readDays(
    '日期,名称,放假\n2027-03-08,县庆,是\n2027-03-06,县庆,班\n2027-02-30,无,是\n1207-03-08,县庆,是\n',
    '县政府通知',
  )
  expect(days).toEqual([
    { date: '2027-03-08', name: '县庆', off: true, source: '县政府通知' },
    { date: '2027-03-06', name: '县庆', off: false, source: '县政府通知' },
  ])
  expect(refused).toMatchObject([
    { row: 4, issues: [{ column: '日期', rule: 'not-a-date' }] },
    { row: 5, issues: [{ column: '日期', rule: 'not-a-date' }] },
  ])
})
