import { type Field, type FieldOf, type Form, personalOf } from '../procedure/form.ts'
import { fold } from './fold.ts'
import { maskPersonal } from './personal-data.ts'
import type { PersonalKind } from './personal-kind.ts'

type Answers = Readonly<Record<string, unknown>>
type Found = { readonly kind: PersonalKind; readonly text: string }

/** Answers whose free texts say nothing of persons any more, and the kinds that were found in them. */
export type Moved = { readonly answers: Answers; readonly found: readonly PersonalKind[] }

/**
 * Masks the free texts of a form. What was found goes to the form's own sealed field for it where there is one and it has
 * room (`personal.holds`), so that the way to reach somebody is not lost; a second number stands behind the first.
 */
export function movePersonal(form: Form, given: Answers): Moved {
  const found: Found[] = []
  const masked = maskFields(form.fields, given, found)
  return { answers: { ...masked, ...contact(form, masked, found) }, found: [...new Set(found.map(({ kind }) => kind))] }
}

type TextField = FieldOf<'text' | 'longText'>

const isText = (field: Field): field is TextField => field.kind === 'text' || field.kind === 'longText'
/** A number with a form of its own is no free text: a credit code, the line of an office. */
const isFree = (field: Field) => isText(field) && !field.personal && !(field.kind === 'text' && field.check)

function maskFields(fields: Form['fields'], given: Answers, found: Found[]): Answers {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined
      if (!field) return [name, value]
      if (field.kind === 'items' && Array.isArray(value)) {
        const { fields: columns } = field
        return [name, value.map((row) => (isRecord(row) ? maskFields(columns, row, found) : row))]
      }
      if (typeof value !== 'string' || !isFree(field)) return [name, value]
      const masked = maskPersonal(value)
      found.push(...masked.found)
      return [name, masked.found.length > 0 ? masked.text : value]
    }),
  )
}

const isRecord = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Room for a second number and the mark between the two. */
const DEFAULT_MAX = 200
const digits = (text: string) => fold(text).replace(/\D/g, '')

/** The sealed fields with what was found added to them; a name never replaces or joins another. */
function contact(form: Form, answers: Answers, found: readonly Found[]): Answers {
  const filled: Record<string, string> = {}
  for (const { kind, text } of found) {
    const [name, field] = Object.entries(form.fields).find(([, field]) => personalOf(field)?.holds === kind) ?? []
    if (!name || !field || !isText(field)) continue
    const kept = filled[name] ?? answers[name] ?? ''
    if (typeof kept !== 'string') continue
    const isKnown = kind === 'phone' ? digits(kept).includes(digits(text)) : kept !== ''
    const joined = kept.trim() === '' ? text.trim() : `${kept}、${text.trim()}`
    if (!isKnown && joined.length <= (field.max ?? DEFAULT_MAX)) filled[name] = joined
  }
  return filled
}
