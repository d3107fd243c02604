import { LEVELS, type Level } from '../../domain/matter/level.ts'
import { type Field, type FieldOf, type FieldValue, type FormValues, isSealed } from '../../domain/procedure/form.ts'
import { recordReference } from '../../domain/procedure/records/record-reference.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { levelName } from '../../domain/wording/level-names.ts'
import { dayText, momentText } from './chinese-day.ts'
import { cleanForPaper } from './clean-text.ts'

const FEN = 100

/** An answer as a paper words it, in Chinese; empty when there is none, or none to be shown. */
export function valueWords(field: Field, value: FieldValue | undefined, directory: Directory): string {
  if (value === undefined || value === null || value === '' || isSealed(value)) return ''
  return cleanForPaper(wordsOf(field, value, directory))
}

function wordsOf(field: Field, value: FieldValue, directory: Directory): string {
  switch (field.kind) {
    case 'date':
      return dayText(String(value))
    case 'dateTime':
      return momentText(String(value))
    case 'choice':
      return option(field, value)
    case 'choices':
      return Array.isArray(value) ? value.map((one) => option(field, one)).join('、') : ''
    case 'yesNo':
      return value === true ? '是' : '否'
    case 'level':
      return Object.hasOwn(LEVELS, String(value)) ? levelName(value as Level, field.options).zh : String(value)
    case 'unit':
      return directory.units[String(value)]?.name.zh ?? ''
    case 'post':
      return postWords(String(value), directory)
    case 'money':
      return `${(Number(value) / FEN).toFixed(2).replace(/\.00$/, '')}元`
    case 'items':
      return Array.isArray(value)
        ? (value as FormValues[]).map((row) => rowWords(field, row, directory)).join('\n')
        : ''
    case 'files':
      return Array.isArray(value) ? (value as { name: string }[]).map(({ name }) => name).join('、') : ''
    case 'record':
      return recordReference(String(value)).reference
    case 'office':
      return directory.offices?.[String(value)]?.name.zh ?? ''
    case 'holder':
      return directory.units[String(value)]?.name.zh ?? ''
    case 'text':
    case 'longText':
    case 'number':
      return String(value)
  }
}

const option = ({ options }: FieldOf<'choice' | 'choices'>, value: unknown): string =>
  Object.hasOwn(options, String(value)) ? (options[String(value)]?.zh ?? '') : String(value)

/** The unit and the post; who holds it is not for a paper to say. */
function postWords(id: string, { posts, units }: Directory): string {
  const post = posts[id]
  return post ? `${units[post.unitId]?.name.zh ?? ''}${post.title.zh}` : ''
}

const rowWords = ({ fields }: FieldOf<'items'>, row: FormValues, directory: Directory): string =>
  Object.entries(fields)
    .map(([name, field]) => valueWords(field, row[name], directory))
    .filter(Boolean)
    .map((cell) => cell.replace(/[。.；;，,]+$/, ''))
    .join('；')
