import { LEVELS, type Level } from '../../domain/matter/level.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import {
  columnsOf,
  type Field,
  type FieldValue,
  type FormValues,
  isSealed,
  optionsOf,
} from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { dayOf } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { CHANNEL_TITLES } from '../../domain/wording/channel-text.ts'
import { levelName, levelNames } from '../../domain/wording/level-names.ts'
import { type Locale, type Text, text } from '../../domain/wording/text.ts'
import { fieldsNamed } from '../../engine/definition/reading.ts'

/** By what a sheet puts values into words. */
export type SheetReading = { readonly directory: Directory; readonly locale: Locale }

const SEALED = text('（密）', '(sealed)')
const EXERCISE = text('（演练）', ' (exercise)')
const YES = text('是', 'Yes')
const NO = text('否', 'No')
const FEN = 100

/** The headings of a kind's ledger, as its definition orders them. */
export const sheetHeadings = ({ ledger }: Procedure, locale: Locale): string[] =>
  ledger.map(({ title }) => title[locale])

/** One matter as a row of its kind's ledger. What is sealed stays so; files are counted. */
export const sheetRow = (procedure: Procedure, matter: Matter, reading: SheetReading): string[] =>
  procedure.ledger.map(
    ({ field }) =>
      factText(field, procedure, matter, reading) ??
      clockText(field, procedure, matter) ??
      answerText(field, procedure, matter, reading),
  )

const known = new WeakMap<Procedure, Map<string, Field | undefined>>()

/** The question of this name; looked for once, since a ledger has a hundred thousand rows. */
function fieldNamed(procedure: Procedure, name: string): Field | undefined {
  const fields = known.get(procedure) ?? new Map<string, Field | undefined>()
  known.set(procedure, fields)
  if (!fields.has(name)) fields.set(name, fieldsNamed(procedure, name)[0])
  return fields.get(name)
}

/** A column that every matter has, whatever its forms ask; undefined when this is none. */
function factText(name: string, procedure: Procedure, matter: Matter, { directory, locale }: SheetReading) {
  const say = (title: Text | undefined, otherwise = '') => title?.[locale] ?? otherwise
  switch (name) {
    case 'reference':
      return matter.exercise ? matter.reference + EXERCISE[locale] : matter.reference
    case 'title':
      return matter.title
    case 'place':
      return matter.place ?? ''
    case 'category':
      return say(procedure.categories[matter.category ?? ''], matter.category)
    case 'level':
      return matter.level ? levelName(matter.level, levelNames(procedure))[locale] : ''
    case 'channel':
      return CHANNEL_TITLES[matter.channel][locale]
    case 'state':
      return say(procedure.states[matter.state]?.title, matter.state)
    case 'outcome':
      return say(procedure.outcomes[matter.outcome ?? ''], matter.outcome)
    case 'openedAt':
    case 'closedAt':
      return matter[name] ? dayOf(matter[name]) : ''
    case 'unitId':
    case 'placeUnitId':
      return say(directory.units[matter[name] ?? '']?.name, matter[name])
    case 'ownerPostId':
    case 'verifierPostId':
    case 'supervisorPostId':
    case 'sponsorPostId':
    case 'orderingPostId':
      return say(directory.posts[matter[name] ?? '']?.title, matter[name])
    default:
      return undefined
  }
}

/** The due day of a time limit, the day it counts from, or how often it was met; undefined when a form asks this, or nothing is called so. */
function clockText(name: string, procedure: Procedure, { clocks, openedAt }: Matter): string | undefined {
  const deadline = name.replace(/\.(start|met)$/, '')
  if (!Object.hasOwn(procedure.deadlines, deadline) || fieldNamed(procedure, name)) return undefined
  if (name === `${deadline}.met`)
    return String(clocks.filter((each) => each.deadline === deadline && each.state === 'met').length)
  const clock = clocks.findLast((each) => each.deadline === deadline)
  if (name === deadline) return clock ? (clock.dueOn ?? dayOf(clock.dueAt)) : ''
  // One from an old ledger may have no clock: it came in when it was opened.
  if (!clock) return procedure.opening.starts.includes(deadline) ? dayOf(openedAt) : ''
  return dayOf(clock.startedAt)
}

function answerText(name: string, procedure: Procedure, { fields }: Matter, reading: SheetReading): string {
  const field = fieldNamed(procedure, name)
  return field && Object.hasOwn(fields, name) ? valueText(field, fields[name], reading) : ''
}

function valueText(field: Field, value: FieldValue | undefined, reading: SheetReading): string {
  const { directory, locale } = reading
  if (value === undefined || value === null || value === '') return ''
  if (isSealed(value)) return SEALED[locale]
  const options = optionsOf(field)
  const option = (one: unknown) => options?.[String(one)]?.[locale] ?? String(one)
  switch (field.kind) {
    case 'choice':
      return option(value)
    case 'choices':
      return Array.isArray(value) ? value.map(option).join(locale === 'zh' ? '、' : ', ') : ''
    case 'yesNo':
      return value === true ? YES[locale] : NO[locale]
    case 'level':
      return Object.hasOwn(LEVELS, String(value)) ? levelName(value as Level, field.options)[locale] : String(value)
    case 'dateTime':
      return dayOf(String(value))
    case 'unit':
      return directory.units[String(value)]?.name[locale] ?? String(value)
    case 'post':
      return directory.posts[String(value)]?.title[locale] ?? String(value)
    case 'office':
      return directory.offices?.[String(value)]?.name[locale] ?? String(value)
    case 'money':
      return String(Number(value) / FEN)
    case 'files':
      return Array.isArray(value) ? String(value.length) : ''
    case 'items':
      return Array.isArray(value) ? (value as FormValues[]).map((row) => rowText(field, row, reading)).join('\n') : ''
    default:
      return String(value)
  }
}

const rowText = (field: Field, row: FormValues, reading: SheetReading): string =>
  Object.entries(columnsOf(field))
    .map(([name, column]) => valueText(column, row[name], reading))
    .filter(Boolean)
    .join(reading.locale === 'zh' ? '；' : '; ')
