import type { Locale, Text } from '../../domain/wording/text.ts'
import type { ComparedUnit, Comparison } from '../../statistics/funnel/comparison.ts'
import { verdictText } from '../../statistics/funnel/comparison-text.ts'
import { tableLines } from '../shell/display-width.ts'
import { visible } from '../shell/plain-text.ts'

const HEADINGS: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['单位', '件数', '总数', '值', '95%区间', '位置', '怎么看'],
  en: ['Unit', 'Count', 'Total', 'Value', '95 % interval', 'Place', 'Reading'],
}

/** Columns of the picture beside each unit, and where the terminal is narrow. */
const STRIP = 33
const SHORT_STRIP = 17
const NARROW = 110

/** The units in the order given, with a picture of their limits: `┄` 99.8 %, `━` 95 %, `│` the whole, `○` or `◆` the unit. */
export function funnelTable(comparison: Comparison, whole: Text, locale: Locale, columns = NARROW): string {
  const width = columns < NARROW ? SHORT_STRIP : STRIP
  const scale = scaleOf(comparison)
  const rows = comparison.units.map((unit) => [
    visible(unit.name),
    String(unit.numerator),
    String(unit.denominator),
    shown(unit.rate, comparison),
    unit.interval ? `${shown(unit.interval.lower, comparison)}–${shown(unit.interval.upper, comparison)}` : '',
    strip(unit, comparison.target, scale, width),
    verdictText(unit.verdict, comparison, whole)[locale],
  ])
  return tableLines([HEADINGS[locale], ...rows]).join('\n')
}

/** A proportion in percent, a ratio as it is. */
export function shown(value: number | null, { kind }: Pick<Comparison, 'kind'>): string {
  if (value === null) return '—'
  return kind === 'proportion' ? `${(100 * value).toFixed(1)}%` : value.toFixed(2)
}

type Scale = { readonly low: number; readonly high: number }

/** From the lowest to the highest of rates and inner limits, cut at what is possible. */
function scaleOf({ units, target, kind }: Comparison): Scale {
  const values = units.flatMap(({ rate, limits }) => [
    ...(rate === null ? [] : [rate]),
    ...(limits ? [limits.inner.lower, limits.inner.upper] : []),
  ])
  const low = Math.max(0, Math.min(target, ...values))
  const high = Math.min(kind === 'proportion' ? 1 : Number.MAX_VALUE, Math.max(target, ...values))
  return high > low ? { low, high } : { low: low - 0.5, high: high + 0.5 }
}

function strip({ rate, limits, verdict }: ComparedUnit, target: number, { low, high }: Scale, width: number): string {
  const at = (value: number) => Math.round((Math.min(Math.max(value, low), high) - low) * ((width - 1) / (high - low)))
  const cells = Array.from({ length: width }, () => ' ')
  const draw = (from: number, to: number, mark: string) => cells.fill(mark, at(from), at(to) + 1)
  if (limits) {
    draw(limits.outer.lower, limits.outer.upper, '┄')
    draw(limits.inner.lower, limits.inner.upper, '━')
  }
  draw(target, target, '│')
  if (rate !== null) draw(rate, rate, verdict === 'low' || verdict === 'high' ? '◆' : '○')
  return cells.join('')
}
