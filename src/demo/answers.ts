import { LEVELS } from '../domain/matter/level.ts'
import { isLower, levelInBands, withComputed } from '../domain/procedure/computed.ts'
import {
  answerTo,
  type ChangesRows,
  type Field,
  type FieldOf,
  type FieldValue,
  type FileRef,
  type Form,
  type FormValues,
} from '../domain/procedure/form.ts'
import { recordReference } from '../domain/procedure/records/record-reference.ts'
import { askedRows, takenColumns } from '../domain/procedure/records/rows-from.ts'
import { addDays, type Day, dayOf, type Instant } from '../domain/time/time.ts'
import type { Directory } from '../domain/unit/unit.ts'
import type { Dice } from './dice.ts'
import { ANSWER_TEXTS, SHORT_TEXTS } from './wording/answer-texts.ts'
import { COURT_TEXTS } from './wording/court-texts.ts'
import { FIELD_TEXTS } from './wording/field-texts.ts'

/** What an answer can draw on. `words` are put into the texts: place, title, measure, law … */
export type AnswerContext = {
  readonly dice: Dice
  readonly directory: Directory
  readonly now: Instant
  readonly unitId: string
  readonly words: Readonly<Record<string, string>>
  readonly photos: readonly FileRef[]
  /** Who is asked, by seat. */
  readonly holders?: Readonly<Record<string, readonly string[]>>
  /** Records in force, by kind. */
  readonly records?: Readonly<Record<string, readonly RecordInForce[]>>
  /** The kind of the matter: criteria made for it are taken before others. */
  readonly kind?: string
  /** Answers to earlier forms of the matter. */
  readonly earlier?: FormValues
  /** Posts in the rows before. */
  readonly taken?: readonly string[]
  /** Answers that are settled already; they win. */
  readonly given: FormValues
}

/** A record that an answer may point to, with what it says now. */
export type RecordInForce = { readonly reference: string; readonly fields: FormValues }

/** Optional fields that people usually fill in. */
const USUAL = [
  'owner',
  'legalBasis',
  'fund',
  'demand',
  'note',
  'placeUnit',
  'spot',
  'reinspectors',
  'verifier',
  'spent',
  'documentNo',
  'assists',
  'agreementAmount',
  'peopleCount',
  'unit',
  'nextOn',
  'reinspectionPhotos',
  'namedUnits',
  'approvalNo',
]

/** Days from today that a field asks for: [earliest, latest]. Any other date is today. */
const AHEAD: Readonly<Record<string, readonly [number, number]>> = {
  rectifyBy: [20, 45],
  recheckOn: [5, 15],
  performBy: [25, 45],
  dueOn: [20, 45],
  checkBy: [20, 40],
  moreBy: [20, 40],
  correctBy: [8, 20],
  taskDueOn: [10, 30],
  treatBy: [20, 60],
  redoBy: [7, 15],
  applyBy: [20, 30],
  nextOn: [4, 12],
  testBy: [5, 12],
  listBy: [20, 45],
  reportBy: [45, 55],
  hearingOn: [5, 12],
  nextReplyOn: [30, 45],
  hearingAt: [12, 25],
  startsAt: [1, 1],
  endsAt: [2, 2],
}

/** Fills in a form as an official would: what is required, and most of what is usual. */
export function answersFor(form: Form, context: AnswerContext): FormValues {
  const values: Record<string, FieldValue> = {}
  for (const [name, field] of Object.entries(form.fields)) {
    const given = context.given[name]
    if (given !== undefined) values[name] = given
    else if (isAnswered(name, field, values, context.dice)) {
      const value =
        field.kind === 'items' && field.rowsFrom
          ? recordRowsFor(field, form, values, context)
          : (bandOf(field, form, values) ?? answer(name === 'reason' ? reasonOf(form) : name, field, context))
      if (value !== undefined) values[name] = value
    }
  }
  return withReason(form, values, context)
}

/** A level below the one that a number stands for comes with its reason. */
function withReason(form: Form, values: FormValues, context: AnswerContext): FormValues {
  const because = Object.entries(form.fields).flatMap(([name, field]) =>
    field.kind === 'level' && field.bands && isLower(values[name], levelInBands(field.bands, values))
      ? [field.bands.lowerBecause]
      : [],
  )[0]
  return because && !values[because]
    ? { ...values, [because]: worded(ANSWER_TEXTS[because] ?? ['见评估记录。'], context, 1000) }
    : values
}

/** The level that the numbers answered stand for. */
const bandOf = (field: Field, form: Form, values: FormValues): FieldValue | undefined =>
  field.kind === 'level' && field.bands ? levelInBands(field.bands, withComputed(form.fields, values)) : undefined

/** A pause, an extension and a refusal have reasons of different kinds. */
const reasonOf = (form: Form): string =>
  'pausedFrom' in form.fields ? 'pauseReason' : 'extendBy' in form.fields ? 'grantReason' : 'reason'

function isAnswered(name: string, field: Field, values: FormValues, dice: Dice): boolean {
  if (field.kind === 'items' && (field.gathers || field.draws || field.exposed)) return false
  if (field.when && !field.when.is.includes(String(values[field.when.field] ?? ''))) return false
  return field.required === true || (USUAL.includes(name) && dice.chance(0.7))
}

function answer(name: string, field: Field, context: AnswerContext): FieldValue | undefined {
  const { dice, now, unitId, photos } = context
  switch (field.kind) {
    case 'text':
      if (field.check === 'caseNumber') return `（${dayOf(now).slice(0, 4)}）浙0399民初${dice.between(1, 9000)}号`
      if (field.check === 'officePhone') return '0399-6010110'
      return worded(
        COURT_TEXTS[name] ?? SHORT_TEXTS[name] ?? ANSWER_TEXTS[name] ?? FIELD_TEXTS[name] ?? ['见现场记录'],
        context,
        field.max ?? 200,
      )
    case 'longText':
      return worded(
        COURT_TEXTS[name] ?? ANSWER_TEXTS[name] ?? SHORT_TEXTS[name] ?? FIELD_TEXTS[name] ?? ['见现场记录。'],
        context,
        field.max ?? 5000,
      )
    case 'number':
      return Math.min(field.max ?? 100, Math.max(field.min ?? 1, dice.between(1, 5)))
    case 'money':
      return dice.between(2, 180) * 10_000
    case 'date':
      return dateFor(name, now, dice)
    case 'dateTime':
      return name in AHEAD ? `${dateFor(name, now, dice)}T09:30` : now
    case 'choice':
      return usualChoice(name, Object.keys(field.options), dice)
    case 'choices':
      return Object.keys(field.options).slice(0, Math.max(field.min ?? 1, 2))
    case 'yesNo':
      return true
    case 'level':
      return dice.pick(Object.keys(field.options ?? LEVELS))
    case 'unit':
      return unitId
    case 'post':
      return postFor(field, context)
    case 'record': {
      const known = context.records?.[field.of] ?? []
      const made = known.filter(({ fields }) => fields['category'] === context.kind)
      return known.length > 0 ? dice.pick(made.length > 0 ? made : known).reference : undefined
    }
    case 'office':
      return Object.values(context.directory.offices ?? {}).find(
        ({ agreed, stands }) => agreed && field.stands.includes(stands),
      )?.tenant
    case 'holder':
      return context.holders?.[field.of]?.[0]
    case 'files':
      return [dice.pick(photos)]
    case 'items':
      if (field.changes) return [addedRow(field, field.changes, context)]
      return rowsFor(field, Math.min(field.max ?? 2, Math.max(field.min ?? 1, dice.between(1, 2))), context)
  }
}

/** Answers that most rows of a sheet have. */
const MOSTLY: Readonly<Record<string, string>> = { result: 'ok' }

const usualChoice = (name: string, options: readonly string[], dice: Dice): string => {
  const usual = MOSTLY[name]
  return usual !== undefined && options.includes(usual) && dice.chance(0.86) ? usual : dice.pick(options)
}

function dateFor(name: string, now: Instant, dice: Dice): Day {
  const [earliest, latest] = AHEAD[name] ?? [0, 0]
  const ahead = dice.between(earliest, latest)
  const day = addDays(dayOf(now), ahead)
  // Nobody sets a hearing or a limit for a weekend: the Friday before, where that is still to come.
  const beyond = Math.max(0, weekdayOf(day) - 5)
  return ahead > beyond && latest > 0 ? addDays(day, -beyond) : day
}

/** 1 is Monday, 7 Sunday. */
const weekdayOf = (day: Day): number => new Date(day).getUTCDay() || 7

const ROW_TITLES = [
  '值班表没有更新',
  '警示标志不全',
  '巡查记录缺页',
  '联系电话打不通',
  '通道堆放杂物',
  '台账与现场不符',
]

/** Rows, no post in two of them. */
function rowsFor(field: FieldOf<'items'>, length: number, context: AnswerContext): FormValues[] {
  const rows: FormValues[] = []
  for (let index = 0; index < length; index += 1) {
    const taken = rows.flatMap((row) => Object.values(row).filter((value) => typeof value === 'string'))
    rows.push(rowFor(field, index, { ...context, taken }))
  }
  return rows
}

/** One row more in a record: what every change may be. */
function addedRow(field: FieldOf<'items'>, { act, key, needs }: ChangesRows, context: AnswerContext): FormValues {
  const needed = needs.flatMap((name) => {
    const column = field.fields[name]
    const value = column && answer(name, column, context)
    return value === undefined ? [] : [[name, value] as const]
  })
  return { [act]: 'add', [key]: `增${context.dice.between(1, 999)}`, ...Object.fromEntries(needed) }
}

function rowFor({ title, fields }: FieldOf<'items'>, index: number, context: AnswerContext): FormValues {
  const given = {
    ...(fields['title'] ? { title: ROW_TITLES[(index + context.dice.between(0, 5)) % ROW_TITLES.length] ?? '' } : {}),
  }
  return answersFor({ title, fields }, { ...context, given })
}

/** Answers every row that the record named asks. */
function recordRowsFor(
  field: FieldOf<'items'>,
  form: Form,
  values: FormValues,
  context: AnswerContext,
): FieldValue | undefined {
  const from = field.rowsFrom
  const named = from && answerTo(from.record, values, context.earlier ?? {})
  const question = from && form.fields[from.record]
  const { reference } = recordReference(String(named ?? ''))
  const among =
    question?.kind === 'record' ? (context.records?.[question.of] ?? []) : Object.values(context.records ?? {}).flat()
  const record = among.find((each) => each.reference === reference)
  if (!from || !record) return undefined
  const columns = Object.fromEntries(
    Object.entries(field.fields).filter(([name]) => !takenColumns(from).includes(name)),
  )
  const rows = new Map<string, FormValues>()
  const answered = (key: string) => {
    const row = rows.get(key) ?? rowFor({ ...field, fields: columns }, rows.size, context)
    rows.set(key, row)
    return row
  }
  return askedRows(from, record.fields, answered, (name) => answerTo(name, values, context.earlier ?? {}))
}

function worded(texts: readonly string[], { dice, words, now }: AnswerContext, max: number): string {
  const known: Readonly<Record<string, string>> = {
    ...words,
    n: String(dice.between(3, 260)),
    y: dayOf(now).slice(0, 4),
  }
  const text = dice.pick(texts).replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '')
  return Array.from(text).slice(0, max).join('')
}

/** A post that may be chosen: in the unit itself, else in the nearest one above; anywhere, where some units are left out. */
function postFor({ roles, notOf }: FieldOf<'post'>, context: AnswerContext): string | undefined {
  const { directory, unitId, dice, taken = [], earlier = {} } = context
  const left = (notOf ?? []).map((name) => String(earlier[name] ?? ''))
  const fits = Object.values(directory.posts).filter(
    (post) =>
      (!roles || post.roles.some((role) => roles.includes(role))) &&
      !taken.includes(post.id) &&
      !left.includes(post.id) &&
      !left.some((unit) => directory.units[post.unitId]?.path.includes(`/${unit}/`)),
  )
  if (notOf) return fits.length > 0 ? dice.pick(fits).id : undefined
  for (let unit = directory.units[unitId]; unit; unit = unit.parentId ? directory.units[unit.parentId] : undefined) {
    const here = unit.id
    const posts = fits.filter((post) => post.unitId === here)
    if (posts.length > 0) return dice.pick(posts).id
  }
  return undefined
}
