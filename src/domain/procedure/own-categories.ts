import type { OwnCategories } from '../unit/office-settings.ts'
import type { Form } from './form.ts'
import type { Procedure } from './procedure.ts'

/**
 * A definition with an office's own categories. Hidden ones are no longer offered and keep their name for the matters that
 * have them; added ones stand before "other".
 */
export function withOwnCategories(procedure: Procedure, own: OwnCategories | undefined): Procedure {
  if (!own) return procedure
  const offered = Object.fromEntries(
    Object.entries(merged(procedure.categories, own)).filter(([id]) => !own.hidden.includes(id)),
  )
  return {
    ...procedure,
    categories: merged(procedure.categories, own),
    forms: Object.fromEntries(Object.entries(procedure.forms).map(([id, form]) => [id, offering(form, offered)])),
  }
}

function merged(categories: Procedure['categories'], { added }: OwnCategories): Procedure['categories'] {
  const { other, ...rest } = categories
  return { ...rest, ...added, ...(other ? { other } : {}) }
}

function offering(form: Form, options: Procedure['categories']): Form {
  const fields = Object.entries(form.fields).map(([name, field]) => [
    name,
    field.kind === 'choice' && field.sets === 'category' ? { ...field, options } : field,
  ])
  return { ...form, fields: Object.fromEntries(fields) }
}
