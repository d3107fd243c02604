import type { Locale } from '../../domain/text.ts'
import { displayWidth, tableLines } from '../display-width.ts'
import type { SeriesTable } from './read-series.ts'
import type { Verdict } from './verdicts.ts'

const WORDS = {
  zh: {
    head: ['序列', '日期', '走势', '实际', '预期', '上限', 'p', 'q', '结论'],
    reason: {
      above: '高于上限',
      within: '在预期内',
      'no-count': '没有数',
      'too-little-data': '数据太少',
      'not-judged': '未判断',
    },
    rest: (n: number) => `另有${n}条在预期内，加 --all 全部列出`,
    none: '没有高于上限的',
    refused: '这一种方法算不了',
  },
  en: {
    head: ['series', 'date', 'course', 'observed', 'expected', 'upper', 'p', 'q', 'finding'],
    reason: {
      above: 'above the bound',
      within: 'as expected',
      'no-count': 'no count',
      'too-little-data': 'too little data',
      'not-judged': 'not judged',
    },
    rest: (n: number) => `${n} more as expected; --all lists them`,
    none: 'Nothing above its bound',
    refused: 'this method cannot say',
  },
} as const

/** How many of the latest counts the small picture shows. */
const COURSE = 24
const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const

/** The findings as a table for people: alarms and what could not be judged, or everything. */
export function warnTable(table: SeriesTable, verdicts: readonly Verdict[], locale: Locale, all: boolean): string[] {
  const words = WORDS[locale]
  const shown = [...verdicts.filter(({ reason }) => all || reason !== 'within')].sort((a, b) => (a.p ?? 2) - (b.p ?? 2))
  const counts = new Map(table.rows.map((row) => [row.label, row.counts]))
  const rows = shown.map((verdict) => {
    const upTo = table.dates.indexOf(verdict.date) + 1
    const reason = words.reason[verdict.reason as keyof typeof words.reason] ?? `${words.refused} (${verdict.reason})`
    return [
      verdict.series,
      verdict.date,
      sparkline((counts.get(verdict.series) ?? []).slice(Math.max(upTo - COURSE, 0), upTo)),
      right(verdict.observed === null ? '–' : String(verdict.observed), 6),
      right(number(verdict.expected), 6),
      right(number(verdict.upper), 6),
      right(probability(verdict.p), 7),
      right(probability(verdict.q), 7),
      reason,
    ]
  })
  const lines = rows.length > 0 ? tableLines([words.head.map(heading), ...rows]) : [words.none]
  const rest = verdicts.length - shown.length
  return rest > 0 ? [...lines, words.rest(rest)] : lines
}

/** Over the numbers, headings stand to the right. */
const heading = (word: string, column: number) => (column >= 3 && column <= 7 ? right(word, column < 6 ? 6 : 7) : word)

const right = (text: string, width: number) => ' '.repeat(Math.max(width - displayWidth(text), 0)) + text

const number = (value: number | null) =>
  value === null ? '–' : value < 10 && !Number.isInteger(value) ? value.toFixed(1) : String(Math.round(value))

const probability = (value: number | null) => {
  if (value === null) return '–'
  return value >= 0.001 ? value.toFixed(3) : value.toExponential(0)
}

/** Counts as bars from their lowest to their highest; a blank where there is none. */
export function sparkline(counts: readonly (number | null)[]): string {
  const most = Math.max(...counts.map((count) => count ?? 0), 1)
  return counts.map((count) => (count === null ? ' ' : BARS[Math.round((count / most) * (BARS.length - 1))])).join('')
}
