import type { Procedure } from '../procedure/procedure.ts'
import type { Day } from '../time/time.ts'
import type { Directory } from '../unit/unit.ts'
import { type Text, text } from '../wording/text.ts'
import { familyParts, type SeriesKey } from './series-key.ts'
import type { SeriesStep } from './warning-view.ts'

/** Kind and category in words: 诉求（公共设施）. */
export function familyText(family: string, procedures: readonly Procedure[]): Text {
  const { kind, category } = familyParts(family)
  const procedure = procedures.findLast(({ id }) => id === kind)
  const short = procedure?.short ?? text(kind, kind)
  const of = category === undefined ? undefined : procedure?.categories[category]
  return of ? text(`${short.zh}（${of.zh}）`, `${short.en} (${of.en})`) : short
}

/** Whose matters they are, in words. */
export const nodeText = (of: string, { units }: Directory, records: Readonly<Record<string, string>> = {}): Text => {
  const record = records[of]
  return units[of]?.name ?? (record === undefined ? text(of, of) : text(record, record))
}

/** What the judgement found, as numbers that people read. */
export type Found = {
  readonly observed: number
  readonly expected: number
  readonly upper: number | undefined
  readonly p: number | undefined
}

const usual = (expected: number) => (expected < 10 ? Number(expected.toFixed(1)) : Math.round(expected))

const span = { day: text('一天', 'in a day'), week: text('一周', 'in a week') } as const

/** One line: 东浦镇：诉求（公共设施）一周14件，往常约4.1件. */
export function warningTitle({ step }: SeriesKey, of: Text, what: Text, { observed, expected }: Found): Text {
  return text(
    `${of.zh}：${what.zh}${span[step].zh}${observed}件，往常约${usual(expected)}件`,
    `${of.en}, ${what.en}: ${observed} ${span[step].en}, usually about ${usual(expected)}`,
  )
}

/** What it says and what it does not say. */
export function warningWords(key: SeriesKey, of: Text, what: Text, found: Found): Text {
  const { upper, p } = found
  const title = warningTitle(key, of, what, found)
  const bound =
    upper === undefined
      ? text('', '')
      : text(`，到${Math.floor(upper)}件都不算异常`, `; up to ${Math.floor(upper)} would be nothing unusual`)
  const seldom = p === undefined ? undefined : chanceText(p, key.step)
  const chance = seldom
    ? text(`没有变化时，碰巧有这么多${seldom.zh}。`, ` If nothing has changed, so many come by chance ${seldom.en}.`)
    : text('', '')
  return text(
    `${title.zh}${bound.zh}。${chance.zh}只说明多了，不说明为什么，也不说明谁有错。`,
    `${title.en}${bound.en}.${chance.en} It says that there are more, not why, nor that anyone did anything wrong.`,
  )
}

/** That the counts of a day were looked at days after it, because no server was on. */
export const lateText = (night: Day, judgedOn: Day): Text =>
  text(`${night}的数是${judgedOn}补判的。`, ` The counts of ${night} were judged late, on ${judgedOn}.`)

/** Rarer than this nobody can tell from the past. */
const RAREST = 1e-5
const unit = { day: text('天', 'days'), week: text('周', 'weeks') } as const

/** A chance as people say it: once in so many days or weeks, to two figures, or that it is very rare. */
export function chanceText(p: number, step: SeriesStep): Text {
  const { zh, en } = unit[step]
  if (!(p > RAREST)) return text(`极少见，不到十万${zh}里一次`, `very rarely: less than once in 100,000 ${en}`)
  const times = Number((1 / p).toPrecision(2))
  if (times < 2) return text('很平常', 'often')
  return text(`约${zhCount(times)}${zh}里一次`, `about once in ${times.toLocaleString('en')} ${en}`)
}

/** 320, 1200, 1.2万. */
const zhCount = (count: number): string => (count >= 10_000 ? `${count / 10_000}万` : String(Math.round(count)))
