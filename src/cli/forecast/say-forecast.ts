import type { ForecastFigure, ForecastPart, ForecastWeek } from '../../domain/forecast/forecast-view.ts'
import type { Locale } from '../../domain/wording/text.ts'
import { tableLines } from '../shell/display-width.ts'

const WORDS = {
  zh: {
    heads: ['到哪天', '在办', '九成范围', '逾期', '九成范围'],
    parts: ['', '现在在办', '4周后', '现在逾期', '4周后'],
    silent: { 'too-little-history': '说不出：记录太短', 'no-better-than-naive': '说不出：不比照现在不变准' },
    errors: (what: string, tries: number, own: string, naive: string) =>
      `${what}：过去试过${tries}周，平均差${own}件；不用模型的最好差${naive}件。`,
    what: { open: '在办', overdue: '逾期' },
  },
  en: {
    heads: ['By', 'Open', '9 in 10', 'Overdue', '9 in 10'],
    parts: ['', 'open now', 'in 4 weeks', 'overdue now', 'in 4 weeks'],
    silent: {
      'too-little-history': 'cannot be told: record too short',
      'no-better-than-naive': 'cannot be told: no better than as it is now',
    },
    errors: (what: string, tries: number, own: string, naive: string) =>
      `${what}: tried at ${tries} past weeks, off by ${own} on average; the best guess without a model by ${naive}.`,
    what: { open: 'Open', overdue: 'Overdue' },
  },
} as const

/** The coming weeks as a table, and how the same did in the past. */
export function sayWeeks(ahead: readonly ForecastWeek[], locale: Locale): string[] {
  const words = WORDS[locale]
  const rows = ahead.map(({ day, open, overdue }) => [day, ...cells(open, locale), ...cells(overdue, locale)])
  const last = ahead.at(-1)
  const errors = (['open', 'overdue'] as const).flatMap((what) => {
    const { tries, error, naiveError } = last?.[what] ?? { tries: 0 }
    if (error === undefined || naiveError === undefined) return []
    return [words.errors(words.what[what], tries, error.toFixed(1), naiveError.toFixed(1))]
  })
  return [...tableLines([words.heads, ...rows]), '', ...errors]
}

/** Kinds or units, now and in four weeks, in their own order. */
export function sayParts(parts: readonly ForecastPart[], locale: Locale): string[] {
  if (parts.length === 0) return []
  const rows = parts.map(({ key, open, overdue, ahead }) => [
    key,
    String(open),
    cells(ahead.open, locale).join(' '),
    String(overdue),
    cells(ahead.overdue, locale).join(' '),
  ])
  return ['', ...tableLines([WORDS[locale].parts, ...rows])]
}

const cells = ({ said, silent }: ForecastFigure, locale: Locale): [string, string] =>
  said
    ? [said.value.toFixed(1), `${said.lower}–${said.upper}`]
    : [WORDS[locale].silent[silent ?? 'too-little-history'], '']
