import { movePersonal } from '../../domain/free-text/move-personal.ts'
import { LEVELS } from '../../domain/matter/level.ts'
import { type Field, type FieldValue, type FormValues, factOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Text } from '../../domain/wording/text.ts'
import { fenIn, numberIn, yesNoIn } from './cell-values.ts'
import { cutText } from './cut-text.ts'
import type { UnitSource, ValueSource } from './import-mapping.ts'
import { unitColumns } from './mapping-columns.ts'
import { addIssue, type Reading, unitIn } from './row-reading.ts'
import { timeFormats } from './row-times.ts'
import { optionOf, sourceValue } from './source-value.ts'

type Sources = Readonly<Record<string, ValueSource | UnitSource>>

/** The answers that a row gives to a form. */
export function answersIn(
  reading: Reading,
  procedure: Procedure,
  formId: string | undefined,
  sources: Sources,
): FormValues {
  const form = formId === undefined ? undefined : procedure.forms[formId]
  const fields = form?.fields ?? {}
  const answers: Record<string, FieldValue> = {}
  for (const name in sources) {
    const source = sources[name]
    const field = fields[name]
    if (source === undefined || !field) continue
    const value = answerIn(reading, field, name, source)
    if (value !== undefined && value !== '') answers[name] = value
  }
  // Cells are not asked again: what tells who somebody is goes to the sealed fields, or is masked.
  return withShortTitle(fields, form ? { ...(movePersonal(form, answers).answers as FormValues) } : answers)
}

function answerIn(
  reading: Reading,
  field: Field,
  name: string,
  source: ValueSource | UnitSource,
): FieldValue | undefined {
  if (field.kind === 'unit') return Array.isArray(source) ? undefined : unitIn(reading, source as UnitSource, name)
  const { value, missing } = sourceValue(source as ValueSource, reading.cells)
  if (missing !== undefined) addIssue(reading, { field: name, rule: 'not-in-table', column: missing })
  if (value === '') return value
  switch (field.kind) {
    case 'date':
    case 'dateTime': {
      const read = reading.context.readTime(value)
      const [column] = unitColumns(source)
      const limit = timeFormats(reading.context.mapping)
      if (!read) addIssue(reading, { field: name, rule: 'not-a-date', limit, ...(column ? { column } : {}) })
      return field.kind === 'date' ? read?.day : read?.at
    }
    case 'money':
      return fenIn(value)
    case 'number':
      return numberIn(value, field)
    case 'yesNo':
      return yesNoIn(value)
    case 'choice':
      return optionOf(field.options, value) ?? value
    case 'level':
      return optionOf(field.options ?? LEVEL_TITLES, value) ?? value
    case 'choices':
      return choicesIn(field.options, value)
    default:
      return value
  }
}

/** Several of the options in one cell; one whose own words hold a comma is itself. */
const choicesIn = (options: Readonly<Record<string, Text>>, value: string): string[] =>
  (optionOf(options, value) ? [value] : value.split(/\s*[、，,;；|\n]\s*/))
    .filter((one) => one !== '')
    .map((one) => optionOf(options, one) ?? one)

const LEVEL_TITLES = Object.fromEntries(Object.entries(LEVELS).map(([level, { title }]) => [level, title]))

/** A title longer than its field is cut at a sentence; the whole of it goes into the description, so that nothing is lost. */
function withShortTitle(fields: Readonly<Record<string, Field>>, answers: Record<string, FieldValue>): FormValues {
  const name = Object.keys(answers).find((each) => factOf(fields[each]) === 'title')
  const field = name === undefined ? undefined : fields[name]
  const title = name && answers[name]
  const most = (field?.kind === 'text' && field.max) || 200
  if (!name || typeof title !== 'string' || Array.from(title).length <= most) return answers
  const { description = '' } = answers
  if (fields['description']?.kind !== 'longText' || typeof description !== 'string') return answers
  const isThere = description.replace(/\s+/g, '').includes(title.replace(/\s+/g, ''))
  return {
    ...answers,
    [name]: cutText(title, most),
    description: isThere ? description : [title, description].filter(Boolean).join('\n'),
  }
}
