import type { Locale } from '../../domain/wording/text.ts'
import { displayWidth, padded, shortenedTo } from '../shell/display-width.ts'
import { visible } from '../shell/plain-text.ts'
import { type Reason, reasonOf, reasonText } from './reason.ts'
import type { SeriesTable } from './series-table.ts'
import type { Verdict } from './verdicts.ts'

const WORDS = {
  zh: {
    head: ['序列', '日期', '走势', '实际', '预期', '上限', 'p', 'q', '结论'],
    none: '没有高于上限的',
    nothing: '一个也没能判断',
    rest: (counted: string) => `其余：${counted}。加 --all 全部列出`,
    legend:
      '上限：到这个数都不算异常。p：没有变化时碰巧有这么多的机会。q：把这一行和更靠前的都当真，其中误报的比例。走势：最近的数，右边最新',
  },
  en: {
    head: ['series', 'date', 'course', 'observed', 'expected', 'upper', 'p', 'q', 'finding'],
    none: 'Nothing above its bound',
    nothing: 'Nothing could be judged',
    rest: (counted: string) => `The rest: ${counted}; --all lists them`,
    legend:
      'upper: the highest count that is nothing unusual. p: the chance of so many when nothing has changed. q: the share of false alarms if this line and all before it are believed. course: the latest counts, the newest to the right',
  },
} as const

/** How many of the latest counts the small picture shows: fewer where the terminal is narrow. */
const COURSE = { wide: 24, narrow: 12 } as const
const NARROW = 100
const LEAST_LABEL = 16
const GAP = '  '
const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const

export type TableOptions = { readonly locale: Locale; readonly all: boolean; readonly columns?: number }

/** The findings as a table for people, no wider than the terminal: the alarms, or everything. */
export function warnTable(table: SeriesTable, verdicts: readonly Verdict[], options: TableOptions): string[] {
  const { locale, all, columns = Number.POSITIVE_INFINITY } = options
  const words = WORDS[locale]
  const shown = (all ? [...verdicts] : verdicts.filter(({ alarm }) => alarm)).sort(
    (a, b) => Number(b.alarm ?? false) - Number(a.alarm ?? false) || (a.p ?? 2) - (b.p ?? 2),
  )
  const counts = new Map(table.rows.map((row) => [row.label, row.counts]))
  const places = new Map(table.dates.map((date, index) => [date, index + 1]))
  const course = columns < NARROW ? COURSE.narrow : COURSE.wide
  const rows = shown.map((verdict) => {
    const upTo = places.get(verdict.date) as number
    return [
      visible(verdict.series),
      verdict.date,
      sparkline((counts.get(verdict.series) ?? []).slice(Math.max(upTo - course, 0), upTo)),
      verdict.observed === null ? '–' : String(verdict.observed),
      expected(verdict.expected),
      // Counts are whole: 15 above a bound of 14.6 must not read as 15 above 15.
      verdict.upper === null ? '–' : String(Math.floor(verdict.upper)),
      probability(verdict.p),
      probability(verdict.q),
      reasonText(verdict, locale),
    ]
  })
  const lines = rows.length > 0 ? [...aligned([words.head, ...rows], columns), words.legend] : []
  return [...lines, ...summary(verdicts, all, locale)]
}

/** What the table leaves out, by reason, so that a reader knows what was and what could not be judged. */
function summary(verdicts: readonly Verdict[], all: boolean, locale: Locale): string[] {
  const words = WORDS[locale]
  const counted = new Map<string, number>()
  for (const verdict of verdicts) {
    if (verdict.alarm) continue
    const reason = reasonText(verdict, locale)
    counted.set(reason, (counted.get(reason) ?? 0) + 1)
  }
  const list = [...counted].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `${reason} ${count}`)
  const judged = verdicts.some(({ alarm }) => alarm !== null)
  const alarms = verdicts.some(({ alarm }) => alarm)
  const first = judged ? (alarms ? [] : [words.none]) : [words.nothing, ...advice(verdicts, locale)]
  const rest = all || list.length === 0 ? [] : [words.rest(list.join(locale === 'zh' ? '，' : ', '))]
  return [...first, ...rest]
}

const ADVICE: Readonly<Partial<Record<Reason, Record<Locale, string>>>> = {
  'no-count': {
    zh: '最后一期没有数：没有行的日子若就是零，加 --fill-zeros；若还没报来，用 --from 从更早的一天看起',
    en: 'There is no count at the last step: if no row means zero, add --fill-zeros; if it is still to come, begin earlier with --from',
  },
  'too-little-data': {
    zh: '每条序列至少要8周或28天的历史；加 --pool-column，同类的序列可以合起来看',
    en: 'A series needs at least 8 weeks or 28 days of history; with --pool-column series of a kind are looked at together',
  },
  'history-too-short': {
    zh: '这种方法要好几年的历史；house（默认）或 earsC2 只要几周',
    en: 'This method needs years of history; house (the default) or earsC2 needs weeks',
  },
  'not-computable': {
    zh: '这种方法不能有缺数；没有行的日子若就是零，加 --fill-zeros，或用 house（默认）',
    en: 'This method needs every count: if no row means zero, add --fill-zeros, or use house (the default)',
  },
}

/** What to do where nothing could be judged, by the most frequent reason. */
function advice(verdicts: readonly Verdict[], locale: Locale): string[] {
  const counted = new Map<Reason, number>()
  for (const verdict of verdicts) counted.set(reasonOf(verdict), (counted.get(reasonOf(verdict)) ?? 0) + 1)
  const [most] = [...counted].sort((a, b) => b[1] - a[1])
  const said = most && ADVICE[most[0]]
  return said ? [said[locale]] : []
}

const NUMBERS = { first: 3, last: 7 } as const

/** Numbers stand to the right; what is too wide for the terminal is taken from the middle of the name. */
function aligned(rows: readonly (readonly string[])[], columns: number): string[] {
  const widths = (rows[0] as readonly string[]).map((_, column) =>
    rows.reduce((width, row) => Math.max(width, displayWidth(row[column] as string)), 0),
  )
  const [label = 0, ...others] = widths
  const room = columns - others.reduce((sum, width) => sum + width + GAP.length, 0)
  widths[0] = Math.min(label, Math.max(room, LEAST_LABEL))
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] as number
        if (column === 0) return padded(shortenedTo(cell, width), width)
        if (column === row.length - 1) return cell
        if (column < NUMBERS.first || column > NUMBERS.last) return padded(cell, width)
        return ' '.repeat(width - displayWidth(cell)) + cell
      })
      .join(GAP),
  )
}

const expected = (value: number | null) =>
  value === null ? '–' : value < 10 ? value.toFixed(1) : String(Math.round(value))

const probability = (value: number | null) => {
  if (value === null) return '–'
  if (value >= 0.001) return value.toFixed(3)
  return value < 1e-99 ? '<1e-99' : value.toExponential(0)
}

/** Counts as bars from zero to their highest; a blank where there is none. */
export function sparkline(counts: readonly (number | null)[]): string {
  const most = Math.max(...counts.map((count) => count ?? 0), 1)
  return counts.map((count) => (count === null ? ' ' : BARS[Math.round((count / most) * (BARS.length - 1))])).join('')
}
