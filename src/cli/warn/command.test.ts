import { expect, test } from 'vitest'
import { addDays } from '../../domain/time/time.ts'
import { negativeBinomialCount } from '../../statistics/simulator/count-draw.ts'
import { mrg32k3a } from '../../statistics/simulator/mrg32k3a.ts'
import { runAnlan, runInShell } from '../../testing/run-command.ts'

const warn = (input: string, flags: readonly string[] = [], env: Record<string, string> = {}) =>
  runAnlan(['warn', '-', ...flags], input, env)

const WEEKS = 120

/** Weekly lines of some units in two kinds; the last week of the first is far too high. */
function county(units: number): string[] {
  const uniform = mrg32k3a([9, 8, 7, 6, 5, 4])
  const lines: string[] = []
  for (let unit = 0; unit < units; unit++)
    for (let week = 0; week < WEEKS; week++) {
      const count = negativeBinomialCount(2, 1.3, uniform()) + (unit === 0 && week === WEEKS - 1 ? 20 : 0)
      lines.push(`${addDays('2024-01-01', 7 * week)},单位${unit},类别${unit % 3},${count}`)
    }
  return lines
}

const HEADING = '日期,单位,类别,件数'
const table = (lines: readonly string[]) => [HEADING, ...lines].join('\n')
const LINES = county(12)
const LAST = addDays('2024-01-01', 7 * (WEEKS - 1))

test('--json says of every series and every date since the one asked for the same nine things, and nothing else', () => {
  const { status, stdout, stderr } = warn(table(LINES), ['--json', '--from', addDays(LAST, -17)])
  const lines = stdout.trimEnd().split('\n')
  expect([status, stderr, lines.length]).toEqual([0, '', 3 * 12])
  for (const line of lines) {
    const said = JSON.parse(line) as Record<string, unknown>
    expect(Object.keys(said)).toEqual(['series', 'date', 'observed', 'expected', 'upper', 'p', 'q', 'alarm', 'reason'])
    expect(said['alarm']).toBe((said['observed'] as number) > (said['upper'] as number))
  }
})

test('neither the order of the lines nor the number of threads changes an answer', () => {
  const flags = ['--json', '--budget', '1/month', '--pool-column', '类别', '--from', addDays(LAST, -49)]
  const answers = [1, 2, 4, 7].map((threads) => warn(table(LINES), [...flags, '--threads', String(threads)]).stdout)
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).not.toBe('')
  expect(warn(table(LINES.toReversed()), flags).stdout).toBe(answers[0])
}, 60_000)

test.each([
  'farringtonFlexible',
  'farrington',
  'earsC1',
  'earsC2',
  'earsC3',
  'cusum',
  'glrPoisson',
  'glrNb',
  'rki',
  'bayes',
])('%s judges what it can since the first date of the file, and gives no bound that says otherwise', (algorithm) => {
  const { status, stdout } = warn(table(LINES), ['--json', '--algorithm', algorithm, '--from', '2024-01-01'])
  const said = stdout
    .trimEnd()
    .split('\n')
    .map(
      (line) => JSON.parse(line) as { observed: number; upper: number | null; alarm: boolean | null; reason: string },
    )
  expect([status, said.length]).toEqual([0, 12 * WEEKS])
  const reasons = ['above', 'within', 'no-count', 'not-judged', 'history-too-short', 'not-computable']
  for (const { observed, upper, alarm, reason } of said) {
    expect(reasons).toContain(reason)
    if (alarm !== null && upper !== null) expect(alarm).toBe(observed > upper)
  }
  if (algorithm !== 'farringtonFlexible') expect(said.some(({ alarm }) => alarm !== null)).toBe(true)
})

test('under a budget only a method that knows the law of the count says a bound, and none contradicts the alarm', () => {
  const said = (algorithm: string) =>
    warn(table(LINES), ['--json', '--algorithm', algorithm, '--budget', '1/month'])
      .stdout.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { observed: number; upper: number | null; alarm: boolean | null })
  for (const { observed, upper, alarm } of said('house')) expect(alarm).toBe(observed > (upper ?? Number.NaN))
  expect(said('earsC2').map(({ upper }) => upper)).toEqual(Array(12).fill(null))
})

test('a date too early for a method says that the history is too short, each date for itself', () => {
  const { stdout } = warn(table(LINES), ['--json', '--algorithm', 'earsC1', '--from', '2024-01-01'])
  const reasons = stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { reason: string }).reason)
  expect(reasons.filter((reason) => reason === 'history-too-short')).toHaveLength(7 * 12)
  expect(reasons).not.toContain('not-judged')
})

test('a screen in Chinese has no code on it where a method cannot say', () => {
  const { stdout } = warn(table(LINES), ['--algorithm', 'farringtonFlexible'])
  expect(stdout.trimEnd().split('\n')).toEqual([
    '一个也没能判断',
    '这种方法要好几年的历史；house（默认）或 earsC2 只要几周',
    '其余：历史不够长 12。加 --all 全部列出',
  ])
})

test('names from a file cannot colour the terminal, break the table or be read into JSON raw', () => {
  const lines = LINES.map((line) => line.replace('单位0', '"单\u001b[31m\n位\u009b\u202e"'))
  expect(warn(table(lines)).stdout.split('\n')[1]).toMatch(/^单\\u001b\[31m\\u000a位\\u009b\\u202e \/ 类别0 /)
  const { stdout } = warn(table(lines), ['--json'])
  expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  const series = stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { series: string }).series)
  expect(series).toContain('单\u001b[31m\n位\u009b\u202e / 类别0')
})

test.each([
  [['--from', 'abc'], '--from 要写 2026-01-31 这样的日期，收到“abc”'],
  [['--from', '2026-02-30'], '--from 要写 2026-01-31 这样的日期，收到“2026-02-30”'],
  [['--from', '2090-01-01'], `2090-01-01 以后没有数据，最后一期是 ${LAST}`],
  [['--budget', '1/day'], '--budget 写成 1/month 这样（week、month、year），收到“1/day”'],
  [['--budget', '0/month'], '--budget 写成 1/month 这样（week、month、year），收到“0/month”'],
  [['--threads', '0'], '--threads 要写一个正整数，收到“0”'],
  [['--alpha', '1e-300'], '--alpha 要在 1e-9 和 0.5 之间，收到“1e-300”'],
  [['--algorithm', 'magic\u001b[2J'], /^没有“magic\\u001b\[2J”这种方法/],
  [['--algorithm', 'cusum', '--report'], 'cusum 没有 p 值，--report 用不上'],
  [['--algorithm', 'rki', '--pool-column', '类别'], 'rki 逐条看序列，--pool-column 用不上'],
  [['--date-column', '件数'], '“件数”这一列不能用两次：日期、数量、序列各列要不同'],
])('%j is refused in words', (flags, words) => {
  const { status, stdout, stderr } = warn(table(LINES), flags)
  expect([status, stdout]).toEqual([2, ''])
  if (typeof words === 'string') expect(stderr.trim()).toBe(words)
  else expect(stderr.trim()).toMatch(words)
})

test('a reader that has seen enough, such as head, ends the command without a stack trace', () => {
  const command = '"$0" src/cli/anlan.ts warn - --json --algorithm earsC2 --from 2024-01-01 | head -n 1'
  const { stdout, stderr } = runInShell(command, table(LINES))
  expect([stdout.trimEnd().split('\n').length, stderr]).toEqual([1, ''])
})

test('an empty LC_ALL leaves the language to LANG', () => {
  expect(warn('', [], { LANG: 'en_GB.UTF-8' }).stderr.trim()).toBe('The file holds no row of data')
})
