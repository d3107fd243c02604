import type { Level } from '../matter/level.ts'
import type { Instant } from '../time/time.ts'
import { isPostInLine, isPostOf, isStaffed } from '../unit/staff.ts'
import type { Directory } from '../unit/unit.ts'
import type { Issue, IssueRule } from '../wording/errors.ts'
import { answersSo } from './answer-word.ts'
import { computedValue, isLower, levelInBands } from './computed.ts'
import { brokenBound } from './date-bounds.ts'
import { checkValue, type Found } from './field-check.ts'
import {
  type Field,
  type FieldOf,
  type FieldValue,
  type Form,
  type FormValues,
  factOf,
  isInLedgers,
  settingOf,
} from './form.ts'
import type { Holder } from './seat.ts'

/** Answers as they will be recorded, and every reason why they are not acceptable. Nothing given is left out of `values`. */
export type CheckedForm = { readonly values: FormValues; readonly issues: Issue[] }

/** What answers are checked against besides their form. */
export type CheckContext = {
  readonly directory: Directory
  /** The moment of answering. */
  readonly now: Instant
  /** Of the matter, once there is one. */
  readonly openedAt?: Instant
  /** The unit that handles the matter, when the form names none. */
  readonly unitId?: string
  /** Answers to earlier forms of the matter. */
  readonly earlier?: FormValues
  /** Holders of seats of many that a question may name. */
  readonly holders?: readonly Holder[]
  /** Persons who take no part in the matter. */
  readonly barred?: readonly string[]
  /** In what is ordered from above, the path of the unit of whoever answers. */
  readonly orderedPath?: string
  /** The unit complained about, once it is known: nobody in it or below it takes a seat. */
  readonly aboutUnitId?: string
  /**
   * Who answers: a person (unless said otherwise); an old `ledger`, whose posts may be gone; or the matter it comes from, the
   * `parent`, where a person answered the same questions under the same rules, perhaps yesterday.
   */
  readonly answeredBy?: 'person' | 'ledger' | 'parent'
  /** What was answered to a form that is hidden until now, by post; unknown to a screen. */
  readonly gathered?: (form: string) => readonly Gathered[]
  /** The matters that the step drew; unknown to a screen. */
  readonly drawn?: readonly DrawnMatter[]
  /** The units that are exposed to the same; unknown to a screen. */
  readonly exposed?: readonly ExposedUnit[]
}

/** A unit that is exposed to the same, with how many places of the kind are on record there. */
export type ExposedUnit = { readonly unitId: string; readonly places: number }

/** One of the matters that a step drew. */
export type DrawnMatter = {
  readonly reference: string
  readonly unitId: string
  readonly ownerPostId?: string | undefined
}

/** One of the answers that a step lays open. */
export type Gathered = { readonly postId: string; readonly answers: FormValues }

/**
 * Checks answers against a form: required, lengths, options, conditions, rows, posts, units, real and possible days, files.
 * Texts are trimmed and numbers in words read; an empty answer counts as none, `null` clears an earlier one.
 *
 * Plain code, because conditions, rows, posts and units need the other answers and the directory, and because a wrong
 * answer must come back as it was given. It checks 200,000 forms of nine fields a second (two-core machine, Node 24);
 * an import needs 15,000. A zod schema of the same form, kept ready, manages 530,000, but 1,800 when built on the spot.
 */
export function checkForm(form: Form, values: unknown, context: CheckContext): CheckedForm {
  if (!isRecord(values)) return { values: {}, issues: [{ field: '', rule: 'wrong-type' }] }
  return checkFields(form.fields, values, { context, path: '', around: context.earlier ?? {} })
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where fields stand: the path before their names, and the answers around them (of the form for a row, of earlier forms). */
type Place = {
  readonly context: CheckContext
  readonly path: string
  readonly around: Readonly<Record<string, unknown>>
}

function checkFields(
  fields: Readonly<Record<string, Field>>,
  given: Readonly<Record<string, unknown>>,
  place: Place,
): CheckedForm {
  const { path } = place
  const values: Record<string, FieldValue> = {}
  const issues: Issue[] = []
  for (const name in fields) {
    const field = fields[name]
    if (!field) continue
    const raw = Object.hasOwn(given, name) ? given[name] : undefined
    const found = raw === null ? { value: null, issues: [] } : checkField(field, raw, path + name, place, given)
    if (found.value !== undefined) values[name] = found.value
    if (isMissing(found) && field.required && isAsked(field, given) && !isUnknownHere(field, place))
      issues.push({ field: path + name, rule: 'required' })
    for (const issue of found.issues) issues.push(issue)
  }
  const worked = place.context.answeredBy === 'ledger' ? [] : workOut(fields, given, values, issues, path)
  for (const issue of worked) issues.push(issue)
  for (const name in fields) {
    const field = fields[name]
    const value = values[name]
    if (!field || typeof value !== 'string' || issues.some((issue) => issue.field === path + name)) continue
    const broken = amongOthers(field, value, fields, values, place)
    if (broken) issues.push({ field: path + name, ...broken })
  }
  for (const name in given) {
    if (Object.hasOwn(fields, name)) continue
    issues.push({ field: path + name, rule: 'unknown-field' })
    // Assigning to this one name would change the object's prototype.
    if (name !== '__proto__') values[name] = given[name] as FieldValue
  }
  return { values, issues }
}

/** A screen does not know what the step will lay open, an old ledger what it never had. */
const isUnknownHere = (field: Field, { context }: Place) =>
  (field.kind === 'items' &&
    !context.gathered &&
    (field.gathers !== undefined || field.draws !== undefined || field.exposed !== undefined)) ||
  (context.answeredBy === 'ledger' && !isInLedgers(field))

const isWorkedOut = (field: Field): field is FieldOf<'number' | 'level'> =>
  (field.kind === 'number' && field.computed !== undefined) || (field.kind === 'level' && field.bands !== undefined)

/**
 * Works out numbers and the levels they stand for, and takes back what was missed only because it is worked out. Another number
 * is refused, not put right: whoever sent it meant something. What an old ledger says stands as it is.
 */
function workOut(
  fields: Readonly<Record<string, Field>>,
  given: Readonly<Record<string, unknown>>,
  values: Record<string, FieldValue>,
  issues: Issue[],
  path: string,
): Issue[] {
  const found: Issue[] = []
  for (const name in fields) {
    const field = fields[name]
    if (!field || !isWorkedOut(field) || !isAsked(field, given)) continue
    const worth =
      field.kind === 'number'
        ? field.computed && computedValue(field.computed, values)
        : field.bands && levelInBands(field.bands, values)
    if (worth === undefined) continue
    const answer = values[name]
    if (answer === undefined || answer === null) {
      values[name] = worth
      const missed = issues.findIndex((issue) => issue.field === path + name && issue.rule === 'required')
      if (missed >= 0) issues.splice(missed, 1)
    } else if (field.kind === 'number' && answer !== worth) {
      found.push({ field: path + name, rule: 'not-as-computed', limit: worth })
    } else if (field.kind === 'level' && field.bands && isLower(answer, worth as Level)) {
      const because = field.bands.lowerBecause
      if (!values[because]) found.push({ field: path + because, rule: 'lower-than-computed', limit: worth })
    }
  }
  return found
}

/** What is wrong with an answer that is right by itself, beside the other answers and the days and people there are. */
function amongOthers(
  field: Field,
  value: string,
  fields: Readonly<Record<string, Field>>,
  values: FormValues,
  { context, around }: Place,
): Omit<Issue, 'field'> | undefined {
  const { directory, now, openedAt, answeredBy = 'person' } = context
  if (field.kind === 'date' || field.kind === 'dateTime')
    return brokenBound(field, value, {
      now: answeredBy === 'parent' ? undefined : now,
      openedAt,
      answer: (name) => values[name] ?? around[name],
    })
  if (answeredBy === 'ledger') return undefined
  if (field.kind === 'holder')
    return context.holders?.some(({ seat, id }) => seat === field.of && id === value) === false
      ? { rule: 'not-a-holder' }
      : undefined
  if (isBarred(field, value, { ...context, ...aboutNamed(fields, values) })) return { rule: 'barred' }
  if (isExcepted(field, value, (name) => values[name] ?? around[name], directory)) return { rule: 'barred' }
  if (answeredBy !== 'person') return undefined
  if (factOf(field) === 'unit' && !isStaffed(value, directory)) return { rule: 'nobody-there' }
  if (factOf(field) !== 'owner') return undefined
  if (isAbove(value, context)) return { rule: 'post-elsewhere' }
  const named = settingOf(fields, 'unit')
  const unit = named && values[named]
  const fits =
    typeof unit === 'string'
      ? // Where nobody is, the unit is what is wrong.
        isPostOf(value, unit, directory) || !isStaffed(unit, directory)
      : context.unitId === undefined || isPostInLine(value, context.unitId, directory)
  return fits ? undefined : { rule: 'post-elsewhere' }
}

/** In what is ordered from above nobody names one above them as handler: it would keep that one from checking it. */
function isAbove(postId: string, { directory, orderedPath }: CheckContext): boolean {
  const path = directory.units[directory.posts[postId]?.unitId ?? '']?.path
  return path !== undefined && path !== orderedPath && orderedPath?.startsWith(path) === true
}

/** Who is complained about, when the same form says so. */
function aboutNamed(fields: Readonly<Record<string, Field>>, values: FormValues): Pick<CheckContext, 'aboutUnitId'> {
  const about = values[settingOf(fields, 'aboutUnit') ?? '']
  return typeof about === 'string' ? { aboutUnitId: about } : {}
}

/** Nobody takes a seat who declared an interest, is complained about, or handled or decided the matter before. */
function isBarred(field: Field, value: string, { directory, barred, aboutUnitId }: CheckContext): boolean {
  if (field.kind !== 'post') return false
  const post = Object.hasOwn(directory.posts, value) ? directory.posts[value] : undefined
  const about = aboutUnitId ? directory.units[aboutUnitId]?.path : undefined
  const path = post && directory.units[post.unitId]?.path
  if (about && path?.startsWith(about)) return true
  return post?.holder !== undefined && (barred ?? []).includes(post.holder.personId)
}

/** Nobody is chosen of a unit, and nobody of a post, that the questions name of which this one is not. */
function isExcepted(
  field: Field,
  postId: string,
  answer: (name: string) => unknown,
  { posts, units }: Directory,
): boolean {
  if (field.kind !== 'post' || !field.notOf) return false
  const [person, path] = [posts[postId]?.holder?.personId, units[posts[postId]?.unitId ?? '']?.path]
  return field.notOf.some((name) => {
    const named = answer(name)
    if (typeof named !== 'string' || !named) return false
    const unit = Object.hasOwn(units, named) ? units[named] : undefined
    if (unit) return path?.startsWith(unit.path) === true
    return named === postId || (person !== undefined && posts[named]?.holder?.personId === person)
  })
}

const isMissing = ({ value, issues }: Checked) => (value === undefined || value === null) && issues.length === 0

/** Whether the condition of a field holds, by the answer to the other field of the same form. */
export function isAsked({ when }: Field, given: Readonly<Record<string, unknown>>): boolean {
  return !when || answersSo(when, given)
}

type Checked = { readonly value: FieldValue | undefined; readonly issues: readonly Issue[] }

function checkField(
  field: Field,
  raw: unknown,
  path: string,
  place: Place,
  given: Readonly<Record<string, unknown>>,
): Checked {
  if (field.kind === 'items') return checkRows(field, raw, path, { ...place, around: { ...place.around, ...given } })
  const found = checkValue(field, raw, place.context)
  return { value: found.value, issues: found.rule ? [issueOf(path, found)] : [] }
}

const issueOf = (field: string, { rule, limit }: Found & { rule?: IssueRule }): Issue => ({
  field,
  rule: rule ?? 'wrong-type',
  ...(limit === undefined ? {} : { limit }),
})

/** Rows that nobody types: what was answered apart, each by whoever holds the post that its row names. */
function gatheredRows({ fields, gathers = '' }: FieldOf<'items'>, { gathered }: CheckContext): FieldValue | undefined {
  const rows = (gathered?.(gathers) ?? []).map(({ postId, answers }) => {
    const cells = Object.entries(fields).map(([name, { kind }]) => [name, kind === 'post' ? postId : answers[name]])
    return Object.fromEntries(cells.filter(([, value]) => value !== undefined && value !== null)) as FormValues
  })
  return rows.length > 0 ? rows : undefined
}

/** Rows that nobody types: the matters drawn, each with its number, and the unit and the post that have it. */
function drawnRows({ fields }: FieldOf<'items'>, { drawn = [], directory }: CheckContext): FieldValue | undefined {
  const rows = drawn.map(({ reference, unitId, ownerPostId = '' }) => {
    const post = Object.hasOwn(directory.posts, ownerPostId) ? ownerPostId : undefined
    const cells = Object.entries(fields).map(([name, { kind }]) => [
      name,
      kind === 'unit' ? unitId : kind === 'post' ? post : reference,
    ])
    return Object.fromEntries(cells.filter(([, value]) => value !== undefined)) as FormValues
  })
  return rows.length > 0 ? rows : undefined
}

/** Rows that nobody types: each exposed unit, and how many places it has. */
function exposedRows({ fields }: FieldOf<'items'>, { exposed = [] }: CheckContext): FieldValue | undefined {
  const rows = exposed.map(({ unitId, places }) =>
    Object.fromEntries(Object.entries(fields).map(([name, { kind }]) => [name, kind === 'unit' ? unitId : places])),
  )
  return rows.length > 0 ? rows : undefined
}

function checkRows(field: FieldOf<'items'>, raw: unknown, path: string, place: Place): Checked {
  if (field.draws !== undefined && place.context.answeredBy !== 'ledger')
    return { value: drawnRows(field, place.context), issues: raw ? [{ field: path, rule: 'unknown-field' }] : [] }
  if (field.gathers !== undefined && place.context.answeredBy !== 'ledger')
    return { value: gatheredRows(field, place.context), issues: raw ? [{ field: path, rule: 'unknown-field' }] : [] }
  if (field.exposed !== undefined && place.context.answeredBy !== 'ledger')
    return { value: exposedRows(field, place.context), issues: raw ? [{ field: path, rule: 'unknown-field' }] : [] }
  if (raw === undefined || raw === '' || (Array.isArray(raw) && raw.length === 0))
    return { value: undefined, issues: [] }
  if (!Array.isArray(raw) || !raw.every(isRecord)) {
    return { value: raw as FieldValue, issues: [{ field: path, rule: 'wrong-type' }] }
  }
  const rows = raw.map((row, index) => checkFields(field.fields, row, { ...place, path: `${path}.${index}.` }))
  const issues = rows.flatMap((row) => row.issues)
  if (field.min !== undefined && rows.length < field.min)
    issues.push({ field: path, rule: 'too-short', limit: field.min })
  if (field.max !== undefined && rows.length > field.max)
    issues.push({ field: path, rule: 'too-long', limit: field.max })
  // Where at least two take a seat, the same one twice is one.
  const sitting =
    field.fills && (field.min ?? 0) > 1 ? new Set(rows.map(({ values }) => JSON.stringify(values))).size : rows.length
  if (sitting < rows.length) issues.push({ field: path, rule: 'repeated' })
  return { value: rows.map((row) => row.values), issues }
}
