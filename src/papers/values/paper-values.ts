import type { Matter } from '../../domain/matter/matter.ts'
import { columnsOf, type Field, type FieldValue, type FormValues, isSealed } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { dayOf, type Instant } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { CHANNEL_TITLES } from '../../domain/wording/channel-text.ts'
import { levelName, levelNames } from '../../domain/wording/level-names.ts'
import { dayInWords, dayText } from './chinese-day.ts'
import { cleanForPaper } from './clean-text.ts'
import { valueWords } from './value-words.ts'

/** What the placeholders of one paper stand for. A text that is missing or empty prints as a line to fill in by hand. */
export type PaperValues = {
  readonly texts: Readonly<Record<string, string>>
  /** Rows of an answer, under `rows.<question>`. */
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>
  /** Answers as recorded, by which parts of a paper are shown or left out. */
  readonly raw: Readonly<Record<string, FieldValue>>
}

/** What a paper is filled from. */
export type Issue = {
  /** The matter as it stood when the paper was issued. */
  readonly matter: Matter
  readonly procedure: Procedure
  /** The step that issued it, and what was answered with it. */
  readonly step?: string
  readonly form: FormValues
  readonly at: Instant
  readonly directory: Directory
  /** The unit of whoever issued it. */
  readonly unitId: string
  /** Sealed answers that were opened on record to be printed. */
  readonly opened?: FormValues
  /** What stands on the paper beside the matter: office, title, number, code. */
  readonly head: Readonly<Record<string, string>>
}

/** The values of one paper, as of the moment it was issued. */
export function paperValues(issue: Issue): PaperValues {
  const { form, opened = {}, head } = issue
  // What lies in the vault is in no form of the matter.
  const answers: FormValues = { ...opened, ...issue.matter.fields, ...form }
  const texts: Record<string, string> = {}
  const rows: Record<string, Record<string, string>[]> = {}
  const raw: Record<string, FieldValue> = { 'matter.level': issue.matter.level ?? null }
  for (const [name, recorded] of Object.entries(answers)) {
    const field = questionOf(issue, name)
    if (!field) continue
    const value = isSealed(recorded) ? opened[name] : recorded
    const words =
      field.kind === 'holder' ? holderWords(issue, answers, value) : valueWords(field, value, issue.directory)
    texts[`answer.${name}`] = words
    if (Object.hasOwn(form, name)) texts[`step.${name}`] = words
    if (value !== undefined) raw[`answer.${name}`] = value
    if (field.kind === 'items' && Array.isArray(value)) {
      rows[`rows.${name}`] = (value as FormValues[]).map((row) => rowTexts(field, row, issue.directory))
    }
  }
  return { texts: { ...texts, ...deadlineTexts(issue), ...matterTexts(issue), ...clean(head) }, rows, raw }
}

/** The question as this step asks it, else as any form does. */
function questionOf({ procedure, step }: Issue, name: string): Field | undefined {
  const own = step ? procedure.steps[step]?.form : procedure.opening.form
  const forms = [...(own ? [procedure.forms[own]] : []), ...Object.values(procedure.forms)]
  return forms.flatMap((form) => (form && Object.hasOwn(form.fields, name) ? [form.fields[name] as Field] : []))[0]
}

/** A holder of a seat of many: the unit, or what its row says first: 原告. */
function holderWords(issue: Issue, answers: FormValues, value: FieldValue | undefined): string {
  const [, seat = '', row = ''] = /^(.+)\.(\d+)$/.exec(String(value ?? '')) ?? []
  const field = seat ? questionOf(issue, seat) : undefined
  const all = answers[seat]
  if (field?.kind !== 'items' || !Array.isArray(all)) return issue.directory.units[String(value)]?.name.zh ?? ''
  const texts = rowTexts(field, (all as FormValues[])[Number(row)] ?? {}, issue.directory)
  return Object.values(texts).find(Boolean) ?? ''
}

const rowTexts = (field: Field, row: FormValues, directory: Directory): Record<string, string> =>
  Object.fromEntries(
    Object.entries(columnsOf(field)).map(([name, column]) => [name, valueWords(column, row[name], directory)]),
  )

function deadlineTexts({ procedure, matter }: Issue): Record<string, string> {
  return Object.fromEntries(
    Object.entries(procedure.deadlines).flatMap(([id, { source }]) => {
      const clock = matter.clocks.findLast(({ deadline }) => deadline === id)
      const due = clock ? [[`deadline.${id}`, dayText(clock.dueOn ?? dayOf(clock.dueAt))]] : []
      return [...due, [`deadline.${id}.law`, source.article.zh]]
    }),
  )
}

function matterTexts({ matter, procedure, directory, at, unitId }: Issue): Record<string, string> {
  const unit = (id: string | undefined) => directory.units[id ?? '']?.name.zh ?? ''
  return clean({
    unit: unit(unitId),
    day: dayText(dayOf(at)),
    dayInWords: dayInWords(dayOf(at)),
    'matter.title': matter.title,
    'matter.reference': matter.reference,
    'matter.sourceNumber': matter.sourceNumber ?? '',
    'matter.kind': procedure.title.zh,
    'matter.category': procedure.categories[matter.category ?? '']?.zh ?? '',
    'matter.level': matter.level ? levelName(matter.level, levelNames(procedure)).zh : '',
    'matter.place': matter.place ?? '',
    'matter.placeUnit': unit(matter.placeUnitId),
    'matter.unit': unit(matter.unitId),
    'matter.channel': CHANNEL_TITLES[matter.channel].zh,
    'matter.openedOn': dayText(dayOf(matter.openedAt)),
  })
}

const clean = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, cleanForPaper(text)]))
