import { describe, expect, test } from 'vitest'
import type { Directory, Unit, UnitKind } from '../../domain/unit/unit.ts'
import { text } from '../../domain/wording/text.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { proposePlaceUnit } from './place-unit.ts'

const unit = (kind: UnitKind, zh: string, parentId?: string): Unit => ({
  id: parentId ? `${parentId}/${zh}` : zh,
  path: parentId ? `/county/${parentId}/${zh}/` : `/county/${zh}/`,
  kind,
  name: text(zh, zh),
  ...(parentId ? { parentId } : {}),
})
/** Two villages of one name, a township and its village of one name, a street, names inside longer names. */
const OTHER: Directory = {
  posts: {},
  units: Object.fromEntries(
    [
      unit('township', '城关镇'),
      unit('village', '新民村', '城关镇'),
      unit('village', '大塘村', '城关镇'),
      unit('township', '石桥镇'),
      unit('village', '新民村', '石桥镇'),
      unit('village', '石桥村', '石桥镇'),
      unit('village', '上大塘村', '石桥镇'),
      unit('village', '王村', '石桥镇'),
      unit('township', '南门街道'),
      unit('village', '河沿社区', '南门街道'),
    ].map((each) => [each.id, each]),
  ),
}
const named = (place: string, directory = DIRECTORY, title = '') => proposePlaceUnit([place, title], directory)?.name.zh
const inOther = (place: string) => proposePlaceUnit([place], OTHER)?.id

describe('the village or township that a place names', () => {
  test.each([
    ['下塘村村口石桥', '下塘村'],
    ['东浦镇下塘村村口', '下塘村'],
    ['东浦镇政府门口', '东浦镇'],
    ['云溪中学对面', '云溪镇'],
    ['东浦下塘三组', '下塘村'],
    ['下塘社区活动室', '下塘村'],
    ['北塘村委会旁', '北塘村'],
    ['清澜县云溪镇北塘村12号', '北塘村'],
    ['下塘小学，下塘村口', '下塘村'],
    ['青石村（东浦镇）', '青石村'],
  ])('%s is %s', (place, expected) => expect(named(place)).toBe(expected))

  test.each([
    ['南门菜市场东头', '南门街道'],
    ['南门街道办门口', '南门街道'],
    ['河沿居委会门口', '南门街道/河沿社区'],
    ['石桥镇新民村', '石桥镇/新民村'],
    ['城关新民村二组', '城关镇/新民村'],
    ['上大塘村口', '石桥镇/上大塘村'],
    ['王村口', '石桥镇/王村'],
    ['石桥村委会', '石桥镇/石桥村'],
  ])('%s is %s', (place, expected) => expect(inOther(place)).toBe(expected))

  test('a name that is both the township’s and its village’s is the township', () =>
    expect(inOther('石桥卫生院门口')).toBe('石桥镇'))

  test('the title speaks only where the place names nothing', () => {
    expect(named('村口', DIRECTORY, '下塘村路灯不亮')).toBe('下塘村')
    expect(named('云溪镇老街', DIRECTORY, '下塘村路灯不亮')).toBe('云溪镇')
    expect(named('下塘村和北塘村', DIRECTORY, '下塘村路灯不亮')).toBeUndefined()
  })
})

describe('nothing is proposed', () => {
  test.each([
    ['nothing is named', '县城广场'],
    ['nothing is written', ''],
    ['two villages are named', '下塘村到青石村的路上'],
    ['a village of one township and another township are named', '云溪镇下塘村'],
    ['it is a road called after it', '下塘路35号'],
    ['it is a street called after it, whatever follows', '下塘街道路塌陷'],
    ['it is a housing estate called after it', '青石花园3栋'],
    ['it is another tier of that name', '东浦村口'],
    ['it is another village with the name in it', '西青石村口'],
    ['it is another village beside one that is known', '西青石村和下塘村'],
    ['it lies between', '下塘村与外县交界处'],
    ['the letters stand apart', '下一个塘边上'],
    ['a very long text names it far down', `${'路'.repeat(600)}下塘村`],
  ])('where %s', (_, place) => expect(named(place)).toBeUndefined())

  test.each([
    ['two villages have the name', '新民村口'],
    ['the township named has no such village and another one has it', '城关镇上大塘村'],
    ['the name of one letter may be a word', '王家门口'],
  ])('where %s', (_, place) => expect(inOther(place)).toBeUndefined())

  test('where the office has no units below it', () =>
    expect(proposePlaceUnit(['下塘村口'], { units: {}, posts: {} })).toBeUndefined())

  test('hostile text costs no time and finds nothing', () =>
    expect(named('下塘'.repeat(100_000).replaceAll('塘', '塘路'))).toBeUndefined())
})

test('full-width letters and blanks around a name do not hide it', () =>
  expect(named('　东浦镇　下塘村１２号')).toBe('下塘村'))
