import { cleanText } from '../free-text/clean-text.ts'
import { maskPersonal, personalKinds } from '../free-text/personal-data.ts'
import { LEVELS } from '../matter/level.ts'
import { CHINA_OFFSET_MS, dayOf, type Instant, isDay } from '../time/time.ts'
import type { Directory } from '../unit/unit.ts'
import type { IssueRule } from '../wording/errors.ts'
import { isStorable } from '../wording/storable-text.ts'
import type { CheckedNumber, FieldKind, FieldOf, FieldValue, FileRef } from './form.ts'
import { readCaseNumber } from './numbers/case-number.ts'
import { isCreditCode } from './numbers/credit-code.ts'
import { readOfficePhone } from './numbers/office-phone.ts'

/** One answer as it will be recorded. `value` is absent when nothing was answered; a wrong one is kept as it came. */
export type Found = { readonly value?: FieldValue; readonly rule?: IssueRule; readonly limit?: number | string }

/** Beside what an answer is checked: the units and posts there are, and the moment of answering. */
type Around = { readonly directory: Directory; readonly now: Instant }

type Check<K extends FieldKind> = (field: FieldOf<K>, raw: unknown, around: Around) => Found

const NOTHING: Found = {}
const DEFAULT_TEXT_MAX = 200
const DEFAULT_LONG_TEXT_MAX = 5000
const wrong = (raw: unknown, rule: IssueRule, limit?: number | string): Found => ({
  value: raw as FieldValue,
  rule,
  ...(limit === undefined ? {} : { limit }),
})

/** Checks and reads the answer to one field that is not a list of rows. */
export function checkValue<K extends FieldKind>(field: FieldOf<K>, raw: unknown, around: Around): Found {
  const answer = typeof raw === 'string' ? cleanText(raw) : raw
  return answer === undefined || answer === '' ? NOTHING : CHECKS[field.kind](field, answer, around)
}

const isText = (raw: unknown): raw is string => typeof raw === 'string' && isStorable(raw)

/** Length as people count it: an emoji or a rare character is one. */
const lengthOf = (text: string, limit: number) => (text.length <= limit ? text.length : Array.from(text).length)

/** A number as it is kept, or what is wrong with it. */
const NUMBERS: { readonly [N in CheckedNumber]: (value: string, now: Instant) => Found } = {
  creditCode: (value) => (isCreditCode(value) ? { value } : wrong(value, 'wrong-code')),
  officePhone: (value) => {
    const kept = readOfficePhone(value)
    return kept ? { value: kept } : wrong(value, 'wrong-form', '0399-6012345')
  },
  caseNumber: (value, now) => {
    const year = Number(dayOf(now).slice(0, 4))
    const kept = readCaseNumber(value, year)
    return kept ? { value: kept } : wrong(value, 'wrong-form', `（${year}）浙0399民初123号`)
  },
}

function checkText(field: FieldOf<'text' | 'longText'>, raw: unknown, fallbackMax: number, now: Instant): Found {
  if (!isText(raw)) return wrong(raw, 'wrong-type')
  const value = field.kind === 'text' ? raw.replace(/[\t\r\n]+/g, ' ') : raw.replace(/\r\n?/g, '\n')
  const max = field.max ?? fallbackMax
  if (lengthOf(value, max) > max) return wrong(value, 'too-long', max)
  if (field.min !== undefined && Array.from(value).length < field.min) return wrong(value, 'too-short', field.min)
  if (field.kind === 'text' && field.check) return NUMBERS[field.check](value, now)
  const kinds = field.personal ? '' : personalKinds(value)
  if (kinds) return wrong(value, 'personal-data', kinds)
  return { value }
}

function checkNumber(field: FieldOf<'number' | 'money'>, raw: unknown, isWhole: boolean): Found {
  const value = typeof raw === 'string' && /^-?\d{1,15}(\.\d{1,6})?$/.test(raw) ? Number(raw) : raw
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong(raw, 'wrong-type')
  if (isWhole && !Number.isSafeInteger(value)) return wrong(raw, 'wrong-type')
  if (field.min !== undefined && value < field.min) return wrong(value, 'too-small', field.min)
  if (field.max !== undefined && value > field.max) return wrong(value, 'too-large', field.max)
  return { value }
}

/** A number of a scale is one of those that have words. */
const checkScale = ({ scale }: FieldOf<'number'>, found: Found): Found =>
  !scale || found.rule || scale.some(({ worth }) => worth === found.value)
    ? found
    : wrong(found.value, 'not-an-option', scale.map(({ worth }) => worth).join('、'))

const checkDate: Check<'date'> = (_, raw) =>
  typeof raw === 'string' && isDay(raw) ? { value: raw } : wrong(raw, 'not-a-date')

/** `2026-09-28T09:12` is China time; with `Z` or an offset it is what it says. Recorded as an instant. */
const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(?:\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?$/

const checkDateTime: Check<'dateTime'> = (_, raw) => {
  const [, day, minutes, seconds = ':00', zone] = (typeof raw === 'string' && DATE_TIME.exec(raw)) || []
  if (!day || !isDay(day)) return wrong(raw, 'not-a-date')
  const at = Date.parse(`${day}T${minutes}${seconds}${zone ?? 'Z'}`) - (zone ? 0 : CHINA_OFFSET_MS)
  return Number.isFinite(at) ? { value: new Date(at).toISOString() } : wrong(raw, 'not-a-date')
}

const isOption = ({ options }: FieldOf<'choice' | 'choices'>, raw: unknown): raw is string =>
  typeof raw === 'string' && Object.hasOwn(options, raw)

const checkChoices: Check<'choices'> = (field, raw) => {
  // A form without JavaScript sends one ticked box as a text.
  const list = Array.isArray(raw) ? raw : [raw]
  if (list.length === 0) return NOTHING
  if (!list.every((one) => isOption(field, one))) return wrong(raw, 'not-an-option')
  const value = [...new Set(list as string[])]
  if (field.min !== undefined && value.length < field.min) return wrong(value, 'too-short', field.min)
  if (field.max !== undefined && value.length > field.max) return wrong(value, 'too-long', field.max)
  return { value }
}

const YES_NO = new Map<unknown, boolean>([
  ...[true, 'true', 'yes', 'on', '是'].map((word) => [word, true] as const),
  ...[false, 'false', 'no', '否'].map((word) => [word, false] as const),
])

const checkYesNo: Check<'yesNo'> = (_, raw) => {
  const value = YES_NO.get(raw)
  return value === undefined ? wrong(raw, 'wrong-type') : { value }
}

const isFile = (raw: unknown): raw is FileRef => {
  if (typeof raw !== 'object' || raw === null) return false
  const { sha256, name, type, size } = raw as Record<string, unknown>
  return (
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    isText(name) &&
    name.length > 0 &&
    name.length <= 255 &&
    isText(type) &&
    type.length <= 255 &&
    Number.isSafeInteger(size) &&
    (size as number) >= 0
  )
}

const checkFiles: Check<'files'> = (field, raw) => {
  if (!Array.isArray(raw) || !raw.every(isFile)) return wrong(raw, 'wrong-type')
  if (raw.length === 0) return NOTHING
  const value = raw.map(
    ({ sha256, name, type, size }): FileRef => ({ sha256, name: maskPersonal(name).text, type, size }),
  )
  if (field.min !== undefined && value.length < field.min) return wrong(value, 'too-short', field.min)
  if (field.max !== undefined && value.length > field.max) return wrong(value, 'too-long', field.max)
  return { value }
}

const checkUnit: Check<'unit'> = (_, raw, { directory: { units } }) => {
  return typeof raw === 'string' && Object.hasOwn(units, raw) ? { value: raw } : wrong(raw, 'not-a-unit')
}

const checkPost: Check<'post'> = (field, raw, { directory: { posts } }) => {
  const post = typeof raw === 'string' && Object.hasOwn(posts, raw) ? posts[raw] : undefined
  const fits = post && (!field.roles || post.roles.some((role) => field.roles?.includes(role)))
  return fits ? { value: post.id } : wrong(raw, 'not-a-post')
}

const checkLevel: Check<'level'> = (field, raw) => {
  const fits = typeof raw === 'string' && Object.hasOwn(field.options ?? LEVELS, raw) && Object.hasOwn(LEVELS, raw)
  return fits ? { value: raw } : wrong(raw, 'not-an-option')
}

const CHECKS: { readonly [K in FieldKind]: Check<K> } = {
  text: (field, raw, { now }) => checkText(field, raw, DEFAULT_TEXT_MAX, now),
  longText: (field, raw, { now }) => checkText(field, raw, DEFAULT_LONG_TEXT_MAX, now),
  number: (field, raw) => checkScale(field, checkNumber(field, raw, false)),
  money: (field, raw) => checkNumber(field, raw, true),
  date: checkDate,
  dateTime: checkDateTime,
  choice: (field, raw) => (isOption(field, raw) ? { value: raw } : wrong(raw, 'not-an-option')),
  choices: checkChoices,
  yesNo: checkYesNo,
  files: checkFiles,
  unit: checkUnit,
  post: checkPost,
  level: checkLevel,
  // Rows are checked by form-check, field by field.
  record: (_, raw) => (isText(raw) && raw.length <= 60 ? { value: raw } : wrong(raw, 'wrong-type')),
  holder: (_, raw) => (isText(raw) && raw.length <= 200 ? { value: raw } : wrong(raw, 'wrong-type')),
  office: ({ stands }, raw, { directory: { offices = {} } }) => {
    const office = typeof raw === 'string' && Object.hasOwn(offices, raw) ? offices[raw] : undefined
    return office?.agreed && stands.includes(office.stands) ? { value: office.tenant } : wrong(raw, 'not-an-office')
  },
  items: (_, raw) => wrong(raw, 'wrong-type'),
}
