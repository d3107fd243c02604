import type { FigureLine, Figures, MonthLine } from '../../domain/bulletins/figures.ts'
import type { BulletinPeriod } from '../../domain/bulletins/period.ts'
import { addDays, daysBetween } from '../../domain/time/time.ts'
import type { Unit } from '../../domain/unit/unit.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { compareUnits } from '../../statistics/funnel/compare-units.ts'
import { type Comparison, FEWEST } from '../../statistics/funnel/comparison.ts'
import { comparisonText, verdictText, WHOLE_COUNTY } from '../../statistics/funnel/comparison-text.ts'

type Named = { readonly key: string; readonly name: Text; readonly line: FigureLine<number> }

/** How the units stand in what they closed on time, in words; nothing where fewer than two have anything closed. */
export function unitWords(units: readonly Named[], whole: Unit): Figures['words']['units'] {
  const about = whole.kind === 'county' ? WHOLE_COUNTY : text(`${whole.name.zh}总体`, `${whole.name.en} as a whole`)
  const compared = (locale: 'zh' | 'en') =>
    careful(
      compareUnits(
        units.map(({ name, line }) => ({
          name: name[locale],
          numerator: line.now.onTime,
          denominator: line.now.closed,
        })),
        { kind: 'proportion', fewest: FEWEST.proportion },
      ),
    )
  const [zh, en] = [compared('zh'), compared('en')]
  if (!zh || !en) return undefined
  return {
    sentence: text(comparisonText(zh, about).zh, comparisonText(en, about).en),
    each: units.flatMap(({ key }, at) => {
      const unit = zh.units[at]
      return unit ? [{ key, word: verdictText(unit.verdict, zh, about) }] : []
    }),
  }
}

/** Whatever its rate, a unit with few is not compared on paper: nothing of a count that is not told shows in a word. */
function careful(comparison: ReturnType<typeof compareUnits>): Comparison | undefined {
  if (!comparison.ok) return undefined
  const units = comparison.units.map((unit) =>
    unit.denominator < FEWEST.proportion ? { ...unit, verdict: 'too-few' as const } : unit,
  )
  return { ...comparison, units }
}

/** Months with anything in them that it takes before the last is compared with them. */
const LEAST_MONTHS = 7

/** How much came in in the month of a monthly period, beside the year before it, by its days. */
export function monthWords(months: readonly MonthLine<number>[], { kind, to }: BulletinPeriod): Text | undefined {
  const begun = months.slice(months.findIndex(({ opened }) => opened > 0))
  const last = begun.at(-1)
  if (kind !== 'month' || begun.length < LEAST_MONTHS || !last || !to.startsWith(last.month)) return undefined
  const days = begun.map(({ month }) => daysOf(month))
  const all = days.reduce((sum, each) => sum + each, 0)
  const received = begun.reduce((sum, { opened }) => sum + opened, 0)
  const comparison = compareUnits(
    begun.map(({ month, opened }, at) => ({
      name: month,
      numerator: opened,
      denominator: (received * (days[at] ?? 0)) / all,
    })),
    { kind: 'ratio', fewest: FEWEST.ratio },
  )
  const verdict = comparison.ok ? comparison.units.at(-1)?.verdict : undefined
  if (!comparison.ok || !verdict) return undefined
  const count = begun.length
  const words = verdictText(verdict, comparison, text(`近${count}个月`, `the last ${count} months`))
  return text(`本月新收${words.zh}。`, `What came in this month ${words.en}.`)
}

const daysOf = (month: string) => daysBetween(`${month}-01`, `${addDays(`${month}-28`, 4).slice(0, 7)}-01`)
