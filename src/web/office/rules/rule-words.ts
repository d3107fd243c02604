import { LEVELS, type Level } from '../../../domain/matter/level.ts'
import type { DeadlineOverride, DeadlineRule, Extension, Warning } from '../../../domain/procedure/deadline.ts'
import { columnsOf, type Field, optionsOf } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Period, PeriodUnit } from '../../../domain/time/time.ts'
import { ROLES, type Role } from '../../../domain/unit/role.ts'
import { takersText } from '../../../domain/wording/taker-text.ts'
import type { Locale, Text } from '../../../domain/wording/text.ts'
import type { RulesWords } from '../../words/rules.zh.ts'
import type { Words } from '../../words/zh.ts'

/** What it takes to put a rule into words. */
export type Speech = {
  readonly words: Words
  readonly rules: RulesWords
  readonly locale: Locale
  readonly say: (text: Text) => string
}

/** More options than this are counted instead of listed. */
const LISTED_OPTIONS = 3

/** 10日, 3 working days. */
export const periodText = ({ length, unit }: Period, { words }: Speech): string => words.period[unit](length)

/** 受理岗、分流督办岗. */
export const rolesText = (roles: readonly Role[], { say, words }: Speech): string =>
  roles.map((role) => say(ROLES[role].title)).join(words.listComma)

/** The question with this name, in whichever form or rows ask it. */
export function fieldOf(procedure: Procedure, name: string): Field | undefined {
  const all = Object.values(procedure.forms).map(({ fields }) => fields)
  const columns = all.flatMap((fields) => Object.values(fields).map(columnsOf))
  return [...all, ...columns].map((fields) => fields[name]).find((field) => field !== undefined)
}

const fieldTitle = (procedure: Procedure, name: string, { say }: Speech): string => {
  const field = fieldOf(procedure, name)
  return field ? say(field.title) : name
}

const periodOf = (length: number | Period, unit: PeriodUnit): Period =>
  typeof length === 'number' ? { length, unit } : length

/** How long a deadline runs, in full: 10日, 按难易：简单1日、一般7日、复杂20日, “最迟哪天”定的那天. */
export function lengthText(
  procedure: Procedure,
  rule: DeadlineRule,
  override: DeadlineOverride | undefined,
  speech: Speech,
): string {
  const { words, rules, say } = speech
  const { length, unit } = rule
  if (typeof length === 'object' && 'dayIn' in length) return rules.setDay(fieldTitle(procedure, length.dayIn, speech))
  if (typeof length === 'object' && 'numberIn' in length)
    return rules.setNumber(fieldTitle(procedure, length.numberIn, speech))
  if (typeof length === 'object' && 'before' in length)
    return rules.clearDaysBefore(fieldTitle(procedure, length.before, speech), length.clearDays)
  if (override) return periodText(override, speech)
  if (typeof length === 'number') return periodText({ length, unit }, speech)
  const options = optionsOf(fieldOf(procedure, length.by)) ?? {}
  const choices = Object.entries(length.lengths).map(([option, count]) => {
    const title = options[option] ?? (Object.hasOwn(LEVELS, option) ? LEVELS[option as Level].title : undefined)
    return { title: title ? say(title) : option, period: periodText(periodOf(count, unit), speech) }
  })
  const usual = usualOf(choices.map(({ period }) => period))
  const list = choices.filter(({ period }) => period !== usual).map(({ title, period }) => rules.choice(title, period))
  if (usual) list.push(rules.choice(rules.panel.otherwise, usual))
  return rules.lengthByChoice(fieldTitle(procedure, length.by, speech), list.join(words.listComma))
}

/** A length that many choices share is named once, for all others. */
const SHARED_BY = 5
const usualOf = (periods: readonly string[]): string | undefined =>
  periods.find((period) => periods.filter((other) => other === period).length >= SHARED_BY)

/** How long a deadline runs, for a pill on an arrow: 10日内, 1–20日内, 按定的日子. */
export function shortLength(rule: DeadlineRule, override: DeadlineOverride | undefined, speech: Speech): string {
  const { rules } = speech
  const { length, unit } = rule
  if (typeof length === 'object' && 'dayIn' in length) return rules.bySetDay
  if (typeof length === 'object' && 'numberIn' in length) return rules.bySetNumber
  if (typeof length === 'object' && 'before' in length) return rules.daysAhead(length.clearDays)
  if (override) return rules.within(periodText(override, speech))
  if (typeof length === 'number') return rules.within(periodText({ length, unit }, speech))
  const lengths = Object.values(length.lengths)
  const numbers = lengths.filter((each) => typeof each === 'number')
  // Lengths in several units have no least and most to name.
  if (numbers.length < lengths.length)
    return rules.within(lengths.map((each) => periodText(periodOf(each, unit), speech)).join('/'))
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const longest = periodText({ length: most, unit }, speech)
  return rules.within(least === most ? longest : rules.range(least, longest))
}

/** With which steps a deadline starts, or from which day in a form it counts. */
export function fromText(procedure: Procedure, id: string, speech: Speech): string {
  const { words, rules, say } = speech
  const rule = procedure.deadlines[id]
  const starting = Object.values(procedure.steps).filter(({ starts }) => starts?.includes(id))
  const titles = [...new Set(starting.map(({ title }) => say(title)))]
  const all = procedure.opening.starts.includes(id) ? [rules.opening, ...titles] : titles
  if (rule?.from)
    return rule.unit === 'hour' || rule.unit === 'minute'
      ? rules.fromMoment(fieldTitle(procedure, rule.from, speech))
      : rules.fromDay(fieldTitle(procedure, rule.from, speech))
  return all.length > LISTED_OPTIONS ? `${all[0]}${rules.more(all.length)}` : all.join(words.listComma)
}

/** Where a due day goes that falls on a day off. Working days and hours never do. */
export const rollText = ({ roll, unit, length }: DeadlineRule, { rules }: Speech): string =>
  unit === 'workingDay' || unit === 'hour' || unit === 'minute' || (typeof length === 'object' && !('by' in length))
    ? rules.noRoll
    : rules.rolls[roll]

/** To whom it goes, and what for unless that says no more than to whom. */
const escalationText = (late: string, role: Text, what: Text, { rules, say }: Speech): string =>
  what.zh === `报${role.zh}` ? rules.escalateTo(late, say(role)) : rules.escalate(late, say(role), say(what))

/** Warnings, escalation, extension and pauses of a deadline, one line each. */
export function afterLines(
  procedure: Procedure,
  {
    target,
    warn,
    escalation,
    extension,
    pausable,
    onExpiry,
    thenStarts = [],
    afterClosing,
    keepsEarlier,
    keepsPauses,
  }: DeadlineRule,
  speech: Speech,
): string[] {
  const { words, rules, say } = speech
  const lines: string[] = target ? [rules.target(periodText(target, speech))] : []
  if (warn.length > 0)
    lines.push(rules.remind(warn.map((warning) => warningText(warning, speech)).join(words.listComma)))
  for (const { after, to, title } of escalation ?? [])
    lines.push(escalationText(periodText(after, speech), ROLES[to].title, title, speech))
  const grants = new Map<string, number>()
  for (const rung of extension ?? []) grants.set(JSON.stringify(rung), (grants.get(JSON.stringify(rung)) ?? 0) + 1)
  for (const [rung, times] of grants) lines.push(grantText(procedure, JSON.parse(rung), times, speech))
  const taken = onExpiry && procedure.steps[onExpiry.takes]
  if (taken) lines.push(rules.onExpiry(say(taken.title)))
  for (const id of thenStarts) {
    const next = procedure.deadlines[id]
    if (next) lines.push(rules.thenStarts(say(next.title)))
  }
  if (afterClosing) lines.push(rules.afterClosing)
  if (keepsEarlier) lines.push(rules.keepsEarlier)
  if (keepsPauses) lines.push(rules.keepsPauses)
  if (pausable === true) return [...lines, rules.pausable]
  const kinds = Object.values(pausable ?? {}).map(({ title, maxDays }) =>
    maxDays === undefined ? say(title) : rules.exclusion(say(title), words.period.calendarDay(maxDays)),
  )
  return kinds.length > 0 ? [...lines, rules.exclusions(kinds.join(words.listComma))] : lines
}

function grantText(
  procedure: Procedure,
  { max, by, applyBefore, decideBefore }: Extension,
  times: number,
  speech: Speech,
): string {
  const { words, rules } = speech
  const parts = [
    rules.extension(times, grantLength(procedure, max, speech), speech.say(takersText(by, procedure))),
    applyBefore && rules.applyBefore(periodText(applyBefore, speech)),
    decideBefore && rules.decideBefore(periodText(decideBefore, speech)),
  ]
  return parts.filter(Boolean).join(words.comma)
}

/** 六个月; by answer: 普通程序6个月、简易程序1个月. */
const grantLength = (procedure: Procedure, max: Extension['max'], speech: Speech): string =>
  'by' in max
    ? Object.entries(max.lengths)
        .map(
          ([answer, length]) => `${optionTitle(procedure, max.by, answer, speech.say)} ${periodText(length, speech)}`,
        )
        .join(speech.words.listComma)
    : periodText(max, speech)

const warningText = (warning: Warning, speech: Speech): string =>
  'share' in warning
    ? speech.rules.share(Math.round(100 * warning.share))
    : speech.rules.before(periodText(warning.before, speech))

/** For which matters a deadline runs; undefined for all. */
export function onlyWhenText(procedure: Procedure, { when }: DeadlineRule, speech: Speech): string | undefined {
  if (!when) return undefined
  const { words, rules, say } = speech
  const names = when.is.map((value) => optionTitle(procedure, when.field, value, say))
  const list =
    names.length > LISTED_OPTIONS + 1
      ? names.slice(0, LISTED_OPTIONS).join(words.listComma) + rules.more(names.length)
      : names.join(words.listComma)
  return rules.onlyWhen(fieldTitle(procedure, when.field, speech), list)
}

function optionTitle(procedure: Procedure, name: string, value: string, say: Speech['say']): string {
  const field = fieldOf(procedure, name)
  if (field?.kind === 'level' && Object.hasOwn(LEVELS, value)) return say(LEVELS[value as keyof typeof LEVELS].title)
  const title = optionsOf(field)?.[value] ?? (name === 'category' ? procedure.categories[value] : undefined)
  return title ? say(title) : value
}
