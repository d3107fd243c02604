import { LEVELS, type Level } from '../../../domain/matter/level.ts'
import {
  type Field,
  type FieldOf,
  type FieldValue,
  type FileRef,
  type FormValues,
  isSealed,
} from '../../../domain/procedure/form.ts'
import { recordReference } from '../../../domain/procedure/records/record-reference.ts'
import { takenColumns } from '../../../domain/procedure/records/rows-from.ts'
import { dayOf, type Instant } from '../../../domain/time/time.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import { levelName } from '../../../domain/wording/level-names.ts'
import type { Locale, Text } from '../../../domain/wording/text.ts'
import { holderInFull, placeName } from '../../client/names.ts'
import { longDay, timeOf } from '../../words/dates.ts'
import type { Words } from '../../words/zh.ts'

export type Reading = {
  readonly words: Words
  readonly locale: Locale
  readonly say: (text: Text) => string
  readonly directory: Directory
}

/** An answer in words; empty when there is none to show (files and sealed ones are shown elsewhere). */
export function valueText(field: Field, value: FieldValue | undefined, reading: Reading): string {
  if (value === undefined || value === null || value === '' || isSealed(value)) return ''
  const { words, locale, say, directory } = reading
  switch (field.kind) {
    case 'date':
      return longDay(String(value), locale)
    case 'dateTime':
      return momentInFull(String(value), locale)
    case 'choice':
      return optionText(field, String(value), say)
    case 'choices':
      return Array.isArray(value) ? value.map((one) => optionText(field, String(one), say)).join(words.listComma) : ''
    case 'yesNo':
      return value === true ? words.yes : words.no
    case 'level':
      return String(value) in LEVELS ? say(levelName(value as Level, field.options)) : String(value)
    case 'unit':
      return placeName(directory, String(value), say)
    case 'post':
      return holderInFull(directory, String(value), say, locale)
    case 'money':
      return `${(Number(value) / 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 })} ${words.form.yuan}`
    case 'items':
      return Array.isArray(value)
        ? value
            .map(
              (row, index) => `${field.rowsFrom ? '' : `${index + 1}. `}${rowText(field, row as FormValues, reading)}`,
            )
            .join('\n')
        : ''
    case 'files':
      return ''
    case 'record':
      return recordText(String(value), words)
    case 'office': {
      const office = directory.offices?.[String(value)]
      return office ? say(office.name) : String(value)
    }
    case 'holder': {
      const [, row] = /\.(\d+)$/.exec(String(value)) ?? []
      return row === undefined ? placeName(directory, String(value), say) : words.form.row(Number(row) + 1)
    }
    case 'text':
    case 'longText':
    case 'number':
      return String(value)
  }
}

const optionText = ({ options }: FieldOf<'choice' | 'choices'>, value: string, say: (text: Text) => string): string => {
  const option = options[value]
  return option ? say(option) : value
}

function recordText(value: string, words: Words): string {
  const { reference, version } = recordReference(value)
  return version === undefined ? reference : words.form.recordVersion(reference, version)
}

/** Of a row that a record brought its number and name are enough: the rest stands in the record. */
const rowText = ({ fields, rowsFrom }: FieldOf<'items'>, row: FormValues, reading: Reading): string =>
  Object.entries(fields)
    .filter(([name]) => !rowsFrom || !takenColumns(rowsFrom).slice(2).includes(name))
    .map(([name, inner]) => valueText(inner, row[name], reading))
    .filter(Boolean)
    .map((cell) => cell.replace(/[。.；;，,]+$/, ''))
    .join(reading.words.semicolon)

const momentInFull = (instant: Instant, locale: Locale) => `${longDay(dayOf(instant), locale)} ${timeOf(instant)}`

/** The files in an answer. */
export const filesOf = (value: FieldValue | undefined): readonly FileRef[] =>
  Array.isArray(value)
    ? (value as readonly unknown[]).filter(
        (one): one is FileRef => typeof one === 'object' && one !== null && 'sha256' in one,
      )
    : []
