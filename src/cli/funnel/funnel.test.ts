import { expect, test } from 'vitest'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Text } from '../../domain/wording/text.ts'
import { compareUnits } from '../../statistics/funnel/compare-units.ts'
import { runAnlan } from '../../testing/run-command.ts'
import { readUnitCounts } from './read-unit-counts.ts'

const COUNTY = ['单位,按期,办结', '城关街道,191,214', '东浦镇,80,109', '白鹭镇,69,74', '松岭乡,6,9']
const COUNTY_SENTENCE = '4个单位里，1个明显低于全县：东浦镇。2个与全县水平无法区分，1个件数少，看不出。'
const USUAL_COLUMNS = { unit: undefined, count: undefined, total: undefined }

function funnel(rows: readonly string[] | Uint8Array, ...flags: string[]) {
  return runAnlan(['funnel', '-', ...flags], rows instanceof Uint8Array ? rows : rows.join('\n'))
}

test('a table of units is answered with a sentence, then each unit in its own order', () => {
  const { status, stdout } = funnel(COUNTY)
  const lines = stdout.split('\n')
  expect(status).toBe(0)
  expect(lines[0]).toBe(COUNTY_SENTENCE)
  expect(lines.slice(3, 7).map((line) => line.split(' ')[0])).toEqual(['城关街道', '东浦镇', '白鹭镇', '松岭乡'])
  expect(lines[4]).toContain('◆')
})

test('columns are found by name wherever they stand', () => {
  const csv = '总,x,单位,件\n214,0,甲,191\n109,0,乙,80'
  const { units } = readUnitCounts(csv, { unit: '单位', count: '件', total: '总' }, 'proportion')
  expect(units).toEqual([
    { name: '甲', numerator: 191, denominator: 214 },
    { name: '乙', numerator: 80, denominator: 109 },
  ])
})

test('a file saved in GB18030 reads the same, and --json answers with nothing else', () => {
  // 甲,乙 in GB18030
  const bytes = Buffer.concat([
    Buffer.from('u,c,t\n'),
    Buffer.from([0xbc, 0xd7]),
    Buffer.from(',5,50\n'),
    Buffer.from([0xd2, 0xd2]),
    Buffer.from(',9,90\n'),
  ])
  expect(JSON.parse(funnel(bytes, '--json', '--target', '0.1').stdout)).toMatchObject({
    isTargetGiven: true,
    units: [{ name: '甲' }, { name: '乙' }],
  })
})

test('every line that does not fit is named with its reason', () => {
  const { status, stdout, stderr } = funnel(['u,c,t', '甲,1,2', '甲,3,4', '乙,5,3', '丙,1e3,9', ',1,2', '丁,1'])
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr.trim().split('\n')).toEqual([
    '第3行：“甲”在第2行已经有了',
    '第4行：5多于总数3；两列若不是部分与总数，加 --ratio',
    '第5行：“1e3”不是整数件数',
    '第6行：没有单位名称',
    '第7行：列数与表头不同',
  ])
})

test.each([
  ['没有数据行', 'u,c,t', undefined],
  ['没有“办结数”这一列', COUNTY.join('\n'), '办结数'],
  ['至少要三列', 'u,c\n甲,1', undefined],
  ['不是能读的 CSV：第2行开始的引号没有关上', 'u,c,t\n"甲,1,2', undefined],
])('%s is said in words', (sentence, csv, total) => {
  const read = () => readUnitCounts(csv, { unit: undefined, count: undefined, total }, 'proportion')
  expect(read).toThrow(AnlanError)
  try {
    read()
  } catch (cause) {
    expect(((cause as AnlanError).details['text'] as Text).zh).toContain(sentence)
  }
})

test('a row of sums is no unit, and is named', () => {
  const { status, stdout } = funnel([...COUNTY, '小计,346,406'])
  expect([status, stdout.split('\n')[0]]).toEqual([0, COUNTY_SENTENCE])
  expect(stdout).toContain('第6行“小计”是合计，没有当作单位比。')
})

test.each(['总计', '全县合计', '合 计', '合计：', 'Grand total', '全县'])('nor is a row of sums called %s', (name) => {
  const read = readUnitCounts([...COUNTY, `${name},346,406`].join('\n'), USUAL_COLUMNS, 'proportion')
  expect([read.units.length, read.totals]).toEqual([4, [{ name, line: 6 }]])
})

test.each([
  ['甲,1,99999999999', [], '第2行：“99999999999”大于十亿，不会是真的'],
  ['甲,1,2', ['--count-column', 'c', '--total-column', 'c'], '“c”这一列不能用两次：单位、件数、总数各在一列'],
  ['甲,1,2', ['--total-column', '\u001b[31m'], '没有“\\u001b[31m”这一列，有：u, c, t'],
])('%s %j is refused in words', (line, flags, words) => {
  const { status, stderr } = funnel(['u,c,t', line, '乙,3,9'], ...flags)
  expect([status, stderr.trim()]).toEqual([2, words])
})

test('a unit with matters where none were expected is set aside with words, and the others are compared', () => {
  const { status, stdout } = funnel(['u,o,e', '甲,1,0', '乙,30,10', '丙,9,10'], '--ratio', '--target', '1')
  expect(status).toBe(0)
  expect(stdout.split('\n')[0]).toBe('3个单位里，1个明显高于目标：乙。1个与目标无法区分，1个预期是0却有件数，没有比。')
})

test('names cannot colour the terminal or break the table', () => {
  const { stdout } = funnel(['u;c;t', '"甲\u001b[31m\n乙";30;50', '丙;3;99', ';;'])
  expect(stdout).not.toContain('\u001b')
  expect(stdout.split('\n')[3]).toMatch(/^甲\\u001b\[31m\\u000a乙 /)
})

test('a ratio may be compared with fractions of a matter', () => {
  const { units } = readUnitCounts('u,o,e\n甲,30,10.5\n乙,9,10.5', USUAL_COLUMNS, 'ratio')
  expect(compareUnits(units, { kind: 'ratio', target: 1, fewest: 5 })).toMatchObject({
    units: [{ verdict: 'high' }, {}],
  })
})
