import { type Actor, ownPosts, persons } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { asWord } from '../../domain/procedure/answer-word.ts'
import type { Condition, DayTerm, Term } from '../../domain/procedure/condition.ts'
import type { Clock } from '../../domain/procedure/deadline.ts'
import {
  answerTo,
  FACTS,
  type FieldValue,
  type FileRef,
  type FormValues,
  isSealed,
  type MatterFact,
  settingOf,
} from '../../domain/procedure/form.ts'
import { conditionOf } from '../../domain/procedure/named-conditions.ts'
import { type Guard, type Procedure, RETURNED, type Step } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { addDays, type Day, dayOf, type Instant } from '../../domain/time/time.ts'
import { holdsSeat, postsOf } from '../access/seats.ts'
import { statutoryLength } from '../time/own-length.ts'

/** What a step brings with it. Absent while a screen only asks whether the step may be begun. */
export type Pending = { readonly form: FormValues; readonly files: readonly FileRef[] }

/** What a condition is asked about. `now` stands still while one command is decided. */
export type Case = Standing & { readonly actor: Actor; readonly now: Instant; readonly pending?: Pending | undefined }

/** A step of a matter, whoever might take it and whenever: nobody and no day says yet what they can. */
export type Standing = {
  readonly procedure: Procedure
  readonly step: Step
  readonly matter: Matter
  /** Lengths that the office set for itself. */
  readonly overrides?: Rulebook['overrides']
}

/** `keepsOut`: asked whom it keeps out, behind a `not`. Then a post of one's own counts beside the one acted for. */
type Asked = Standing & Partial<Pick<Case, 'actor' | 'now' | 'pending'>> & { readonly keepsOut?: boolean }

/** Holds, or holds not; `open` when only the answers of the step, not given yet, can tell. */
type Verdict = boolean | 'open'

/** Whether a condition holds, as far as can be told now: one that the step's own form may still fulfil does not lock the button. */
export const holds = (condition: Condition, given: Case): boolean => judge(condition, given) !== false

/** Whether anybody could take the step now or after answering its form: none of its guards is broken by the matter itself. */
export const couldBeTaken = (given: Standing): boolean =>
  (given.step.guards ?? []).every((guard) => judge(conditionOf(guard), given) !== false)

/** Whether a condition certainly holds. */
export const certainlyHolds = (condition: Condition, given: Case): boolean => judge(condition, given) === true

/** The first condition of the step that does not hold, or undefined when all do. */
export const firstBrokenGuard = (given: Case): Guard | Condition | undefined =>
  given.step.guards?.find((guard) => !holds(conditionOf(guard), given))

function judge(condition: Condition, given: Asked): Verdict {
  if ('all' in condition) return every(condition.all.map((each) => judge(each, given)))
  if ('not' in condition) return opposite(judge(condition.not, { ...given, keepsOut: !given.keepsOut }))
  if ('seat' in condition) return judgeSeat(condition, given)
  if ('any' in condition) return opposite(every(condition.any.map((each) => opposite(judge(each, given)))))
  if ('children' in condition) return judgeChildren(condition, given)
  if ('limits' in condition) return judgeLimits(condition, given)
  if ('actor' in condition) return judgeActor(condition.actor, given)
  if ('files' in condition) return condition.files === 'new' ? hasNewFiles(given) : hasFiles(given)
  if ('day' in condition) return judgeDay(condition, given)
  if ('recorded' in condition) {
    const value = given.matter.fields[condition.the]
    return isGiven(value) && (!condition.is || wordsOf(value).some((word) => condition.is?.includes(word)))
  }
  if (typeof condition.the === 'string' && isAsked(condition.the, given)) return 'open'
  if ('given' in condition) return isGiven(termValue(condition.the, given))
  if ('is' in condition) return wordsOf(termValue(condition.the, given)).some((word) => condition.is.includes(word))
  const number = Number(termValue(condition.the, given) ?? Number.NaN)
  return 'atLeast' in condition ? number >= condition.atLeast : number <= condition.atMost
}

/** Nobody takes a step: what a reader should notice of the matter as it stands. */
const NO_STEP: Step = { title: { zh: '', en: '' }, from: [], by: [] }

/** What is to be noticed of a matter at a moment, by the name it has in its definition. */
export const signalsOf = (procedure: Procedure, matter: Matter, now: Instant): string[] =>
  Object.entries(procedure.signals ?? {}).flatMap(([name, signal]) =>
    judge(signal.if, { procedure, matter, now, step: NO_STEP }) === true ? [name] : [],
  )

const opposite = (verdict: Verdict): Verdict => (verdict === 'open' ? 'open' : !verdict)
const every = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes(false) ? false : verdicts.includes('open') ? 'open' : true

const formOf = ({ procedure, step }: Asked) => (step.form ? procedure.forms[step.form] : undefined)

/** The step's own form asks for it, and nothing is answered yet. */
const isAsked = (name: string, given: Asked) => !given.pending && askedAs(name, given) !== undefined

/** Facts that go by one name in a matter and in a condition. */
const OWN_FACTS: readonly string[] = [...FACTS.text, ...FACTS.choice, ...FACTS.level]

/** The question of the step's own form that answers to this name: by its own, or because it sets the fact of that name. */
function askedAs(name: string, given: Asked): string | undefined {
  const fields = formOf(given)?.fields ?? {}
  if (Object.hasOwn(fields, name)) return name
  return OWN_FACTS.includes(name) ? settingOf(fields, name as MatterFact) : undefined
}

const isGiven = (value: FieldValue | undefined) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

const wordsOf = (value: FieldValue | undefined): string[] =>
  value === undefined || isSealed(value) ? [] : (Array.isArray(value) ? value : [value]).map(asWord)

/** What the step's own form asks, it alone answers: an earlier consent does not speak for a field left empty now. */
function answer(name: string, given: Asked): FieldValue | undefined {
  const { pending, matter } = given
  const asked = pending && askedAs(name, given)
  if (asked !== undefined) return pending?.form[asked]
  const fact = (matter as unknown as FormValues)[name]
  // A later question of another name may have set it: the fact is newer than the answer that has its name.
  if (fact !== undefined && OWN_FACTS.includes(name)) return fact
  const found = answerTo(name, pending?.form ?? {}, matter.fields)
  return found === undefined ? fact : found
}

function termValue(term: Term, given: Asked): FieldValue | undefined {
  if (term === 'returns') return (given.matter.endedChildren ?? []).filter(({ outcome }) => outcome === RETURNED).length
  if (typeof term === 'string') return answer(term, given)
  if ('rounds' in term) return given.matter.rounds?.[term.rounds] ?? 0
  const rows = answer('rows' in term ? term.rows : 'spread' in term ? term.spread : term.sum, given)
  if (!Array.isArray(rows) || rows.length === 0) return 0
  if ('rows' in term) return rows.length
  if ('spread' in term) {
    const numbers = (rows as readonly FormValues[]).map((row) => Number(row[term.of] ?? 0))
    return Math.max(...numbers) - Math.min(...numbers)
  }
  return (rows as readonly FormValues[]).reduce((sum, row) => sum + Number(row[term.of] ?? 0), 0)
}

function judgeSeat(condition: Extract<Condition, { seat: string }>, { matter }: Asked): Verdict {
  const holders = (matter.holders ?? []).filter(({ seat }) => seat === condition.seat)
  if ('every' in condition) return holders.every(({ state }) => condition.every.includes(state))
  if ('any' in condition) return holders.some(({ state }) => condition.any.includes(state))
  return postsOf(condition.seat, matter).length > 0
}

function judgeChildren(condition: Extract<Condition, { children: string }>, { matter }: Asked): Verdict {
  const { group, outcome } = condition
  const ended = matter.endedChildren ?? []
  if (outcome) {
    const fits = ended.filter((child) => outcome.includes(child.outcome)).length
    return condition.children === 'any' ? fits > 0 : fits === matter.childCount
  }
  const open = matter.openChildCount
  const count = group === 'done' ? matter.childCount - open : group ? open : matter.childCount
  return condition.children === 'any' ? count > 0 : count === matter.childCount
}

/** Late; or running with so few days left, or in time. One that stands still hurries nobody. */
function judgeLimits(condition: Extract<Condition, { limits: unknown }>, given: Asked): Verdict {
  const { matter, now } = given
  if (!now) return 'open'
  const clocks = matter.clocks.filter(({ deadline }) => condition.limits.includes(deadline))
  const isLate = ({ state, dueAt }: Clock) => state === 'overdue' || (state === 'running' && dueAt <= now)
  if ('stand' in condition)
    return clocks.some((clock) =>
      condition.stand === 'late' ? isLate(clock) : clock.state === 'running' && !isLate(clock),
    )
  const last = addDays(dayOf(now), daysLeft(condition.left, given))
  return clocks.some(
    (clock) => isLate(clock) || (clock.state === 'running' && clock.dueOn !== undefined && clock.dueOn <= last),
  )
}

/** A number of days, or as many as the limit of this name is long here. */
function daysLeft(left: number | string, { procedure, overrides }: Asked): number {
  if (typeof left === 'number') return left
  const rule = procedure.deadlines[left]
  return overrides?.[`${procedure.id}.${left}`]?.length ?? (rule ? (statutoryLength(rule) ?? 0) : 0)
}

function judgeActor(what: Extract<Condition, { actor: unknown }>['actor'], given: Asked): Verdict {
  const { matter, actor, keepsOut } = given
  if (!actor) return 'open'
  if (what === 'handled') return persons(actor).some((person) => matter.handledBy.includes(person))
  if (what === 'verified') return persons(actor).some((person) => matter.verifiedBy === person)
  if (what === 'registered') return persons(actor).some((person) => matter.openedBy === person)
  return (keepsOut ? ownPosts(actor) : [actor]).some((post) => holdsSeat(post, what.holds, matter))
}

function hasFiles(given: Asked): Verdict {
  const { pending, matter } = given
  if (pending?.files.length || matter.files.some((file) => file.version >= matter.stateVersion)) return true
  const asks = Object.values(formOf(given)?.fields ?? {}).some(({ kind }) => kind === 'files')
  return asks && !pending ? 'open' : false
}

/** Told by content: the same picture under another name is the same. */
function hasNewFiles({ pending, matter }: Asked): Verdict {
  const known = new Set(matter.files.map(({ sha256 }) => sha256))
  return pending ? !pending.files.some(({ sha256 }) => known.has(sha256)) : 'open'
}

/** Days that are not known say nothing against it. */
function judgeDay(condition: Extract<Condition, { day: DayTerm }>, given: Asked): Verdict {
  const { day: term, days = 0 } = condition
  const limit = 'notBefore' in condition ? condition.notBefore : condition.notAfter
  if ([term, limit].some((each) => typeof each === 'object' && isAsked(each.field, given))) return 'open'
  const day = dayFor(term, given)
  const bound = dayFor(limit, given)
  if (!day || !bound) return true
  return 'notBefore' in condition ? day >= addDays(bound, days) : day <= addDays(bound, -days)
}

function dayFor(term: DayTerm, given: Asked): Day | undefined {
  if (term === 'today') return given.now && dayOf(given.now)
  if (term === 'opening') return dayOf(given.matter.openedAt)
  if (term === 'stateSince') return dayOf(given.matter.stateSince)
  const value = answer(term.field, given)
  if (typeof value !== 'string' || value.length < 10) return undefined
  return value.length === 10 ? value : dayOf(value)
}
