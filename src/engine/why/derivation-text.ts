import type { DeadlineRule } from '../../domain/procedure/deadline.ts'
import { dayNumber } from '../../domain/time/day-number.ts'
import { type Day, dayOf, type Period } from '../../domain/time/time.ts'
import type { Locale } from '../../domain/wording/text.ts'
import { type DayRun, dayText, periodText, runText, shortDayText, timeText } from './date-text.ts'
import type { DayCell } from './day-cells.ts'
import type { Derivation, PausedDays, Roll } from './derivation.ts'

/** The same derivation in plain sentences, for copying and print. One line for each of: rule, basis, days off, pauses, extensions, result. */
export function derivationText(
  derivation: Derivation,
  locale: Locale,
  rule?: Pick<DeadlineRule, 'title' | 'source'>,
): string {
  const say = SENTENCES[locale]
  const lines = [
    say.rule(derivation, rule?.title[locale]),
    rule && say.basis(rule.source.article[locale]),
    ...daysOffLines(derivation, say),
    ...derivation.pauses.map((pause) => say.pause(pause, derivation)),
    ...derivation.extensions.map(({ period, reason, at }) => say.extension(period, reason, dayOf(at))),
    derivation.roll && derivation.leftWhenResumed === undefined && say.roll(derivation.roll),
    derivation.targetOn && derivation.leftWhenResumed === undefined && say.target(derivation.targetOn),
    say.result(derivation),
  ]
  return lines.filter(Boolean).join('\n')
}

/** Only a count in working days skips days off; calendar days count them, and that is worth a sentence too. */
function daysOffLines({ unit, cells, period }: Derivation, say: Sentences): string[] {
  if (!period || !unit) return []
  if (unit === 'calendarDay') return [say.daysOffCount]
  const last = cells.findLastIndex(({ kind }) => kind === 'due' || kind === 'counted' || kind === 'makeUp')
  const inside = cells.slice(0, last + 1)
  const off = runsOf(inside.filter(({ kind }) => kind === 'off'))
  const makeUp = inside.filter((cell) => cell.makeUp && cell.ordinal !== undefined)
  return [...(off.length > 0 ? [say.daysOff(off)] : []), ...(makeUp.length > 0 ? [say.makeUp(runsOf(makeUp))] : [])]
}

function runsOf(cells: readonly DayCell[]): DayRun[] {
  const runs: { first: Day; last: Day }[] = []
  for (const { date } of cells) {
    const run = runs.at(-1)
    if (run && dayNumber(date) === dayNumber(run.last) + 1) run.last = date
    else runs.push({ first: date, last: date })
  }
  return runs
}

/** Whether the due instant is a time of day and not the end of a day. */
const hasTime = ({ dueAt, dueOn }: Derivation) => !dueOn || timeText(dueAt) !== '00:00'

const daysCount = (count: number, { unit }: Derivation, locale: Locale) =>
  periodText({ length: count, unit: unit ?? 'calendarDay' }, locale)

type Sentences = {
  readonly rule: (derivation: Derivation, title: string | undefined) => string
  readonly basis: (article: string) => string
  readonly daysOffCount: string
  readonly daysOff: (runs: readonly DayRun[]) => string
  readonly makeUp: (runs: readonly DayRun[]) => string
  readonly pause: (pause: PausedDays, derivation: Derivation) => string
  readonly extension: (period: Period, reason: string, on: Day) => string
  readonly roll: (roll: Roll) => string
  readonly target: (on: Day) => string
  readonly result: (derivation: Derivation) => string
}

const zhRuns = (runs: readonly DayRun[]) => runs.map((run) => runText(run, 'zh')).join('、')
const enRuns = (runs: readonly DayRun[]) => runs.map((run) => runText(run, 'en')).join(', ')

const SENTENCES: Readonly<Record<Locale, Sentences>> = {
  zh: {
    rule: (derivation, title) => `${title ? `${title}：` : ''}${zhRule(derivation)}`,
    basis: (article) => `依据${article}。`,
    daysOffCount: '休息日和节假日照样计入。',
    daysOff: (runs) => `休息日和节假日不计入：${zhRuns(runs)}。`,
    makeUp: (runs) => `${zhRuns(runs)}周末上班，计入。`,
    pause: (pause, derivation) =>
      pause.lastDay
        ? `${runText({ first: pause.firstDay, last: pause.lastDay }, 'zh')}暂停${zhReason(pause)}，${daysCount(pause.days, derivation, 'zh')}不计入。`
        : `${shortDayText(pause.firstDay, 'zh')}起暂停${zhReason(pause)}。`,
    extension: (period, reason, on) =>
      `${shortDayText(on, 'zh')}延长${periodText(period, 'zh')}${reason ? `（${reason}）` : ''}。`,
    roll: ({ from, to, name }) =>
      `期满日${shortDayText(from, 'zh')}${name ? `逢${name}` : '是周末'}，顺延到${shortDayText(to, 'zh')}。`,
    target: (on) => `宜在${shortDayText(on, 'zh')}前办完；法定期限不变。`,
    result: zhResult,
  },
  en: {
    rule: (derivation, title) => `${title ? `${title}: ` : ''}${enRule(derivation)}`,
    basis: (article) => `Basis: ${article}.`,
    daysOffCount: 'Days off and holidays count.',
    daysOff: (runs) => `Days off and holidays do not count: ${enRuns(runs)}.`,
    makeUp: (runs) => `Worked at the weekend and counted: ${enRuns(runs)}.`,
    pause: (pause, derivation) =>
      pause.lastDay
        ? `Paused ${runText({ first: pause.firstDay, last: pause.lastDay }, 'en')}${enReason(pause)}: ${daysCount(pause.days, derivation, 'en')} left out.`
        : `Paused from ${shortDayText(pause.firstDay, 'en')}${enReason(pause)}.`,
    extension: (period, reason, on) =>
      `Extended on ${shortDayText(on, 'en')} by ${periodText(period, 'en')}${reason ? ` (${reason})` : ''}.`,
    roll: ({ from, to, name }) =>
      `The last day, ${shortDayText(from, 'en')}, is ${name ? 'a holiday' : 'at a weekend'}; moved on to ${shortDayText(to, 'en')}.`,
    target: (on) => `To be finished by ${shortDayText(on, 'en')}; the legal limit stays.`,
    result: enResult,
  },
}

const zhReason = ({ reason, document }: PausedDays) => {
  const words = [reason, document].filter(Boolean).join('；')
  return words ? `（${words}）` : ''
}
const enReason = ({ reason, document }: PausedDays) => {
  const words = [reason, document].filter(Boolean).join('; ')
  return words ? ` (${words})` : ''
}

function zhRule(derivation: Derivation): string {
  const { period, document, start, startedAt, unit, before } = derivation
  if (before) return `${dayText(before.day, 'zh')}前至少留${before.clearDays}个整天，首尾两天不计。`
  if (!period)
    return `${document ? `由${document}` : derivation.setAt ? '按原台账' : '由指令'}定为${zhDue(derivation)}。`
  if (!unit) return `${periodText(period, 'zh')}，自${dayText(start, 'zh')} ${timeText(startedAt)}起算。`
  return `${periodText(period, 'zh')}，自${dayText(start, 'zh')}的次日起算${document ? `（${document}）` : ''}。`
}

function enRule(derivation: Derivation): string {
  const { period, document, start, startedAt, unit, before } = derivation
  if (before) return `at least ${before.clearDays} clear days before ${dayText(before.day, 'en')}, neither end counted.`
  if (!period)
    return `${document ? `set by ${document}` : derivation.setAt ? 'from the earlier ledger' : 'set by an order'}: ${enDue(derivation)}.`
  if (!unit) return `${periodText(period, 'en')} from ${dayText(start, 'en')}, ${timeText(startedAt)}.`
  return `${periodText(period, 'en')}, counted from the day after ${dayText(start, 'en')}${document ? ` (${document})` : ''}.`
}

const zhDue = (derivation: Derivation) => {
  const day = derivation.dueOn ?? dayOf(derivation.dueAt)
  return `${dayText(day, 'zh')}${hasTime(derivation) ? ` ${timeText(derivation.dueAt)}` : ''}`
}
const enDue = (derivation: Derivation) => {
  const day = derivation.dueOn ?? dayOf(derivation.dueAt)
  return `${dayText(day, 'en')}${hasTime(derivation) ? `, ${timeText(derivation.dueAt)}` : ''}`
}

function zhResult(derivation: Derivation): string {
  const { leftWhenResumed, provisional, withoutPauses } = derivation
  if (leftWhenResumed !== undefined) return `恢复计算后还剩${daysCount(leftWhenResumed, derivation, 'zh')}。`
  const untilMidnight = hasTime(derivation) ? '' : '，当天24时止'
  return [
    `最迟${zhDue(derivation)}${untilMidnight}。`,
    withoutPauses ? `没有暂停时为${shortDayText(withoutPauses, 'zh')}。` : '',
    provisional ? '那一年的放假通知还没发，日期暂定。' : '',
  ].join('')
}

function enResult(derivation: Derivation): string {
  const { leftWhenResumed, provisional, withoutPauses } = derivation
  if (leftWhenResumed !== undefined) return `${daysCount(leftWhenResumed, derivation, 'en')} left when it resumes.`
  const untilMidnight = hasTime(derivation) ? '' : ', until midnight'
  return [
    `By ${enDue(derivation)}${untilMidnight}.`,
    withoutPauses ? ` Without the pause: ${shortDayText(withoutPauses, 'en')}.` : '',
    provisional ? ' Provisional: the holidays of that year are not announced yet.' : '',
  ].join('')
}
