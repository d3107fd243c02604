import { columnsOf, type Form, type FormValues, optionsOf } from '../procedure/form.ts'
import type { Text } from './text.ts'

/**
 * What a holder known by its row is called: what the row answers to its first question with options. Undefined for units and
 * posts, which the directory names, and for a row that says nothing of itself.
 */
export function holderText(id: string, forms: Readonly<Record<string, Form>>, recorded: FormValues): Text | undefined {
  const { name, row } = rowOf(id) ?? {}
  const rows = name === undefined ? undefined : recorded[name]
  const answers = Array.isArray(rows) ? (rows[row ?? 0] as FormValues | undefined) : undefined
  if (name === undefined || !answers) return undefined
  for (const { fields } of Object.values(forms)) {
    for (const [column, asked] of Object.entries(columnsOf(fields[name]))) {
      const title = optionsOf(asked)?.[String(answers[column] ?? '')]
      if (title) return title
    }
  }
  return undefined
}

/** The field and the row of a holder known by its place: `parties.1`. */
export function rowOf(id: string): { readonly name: string; readonly row: number } | undefined {
  const [, name, row] = /^(\w+)\.(\d+)$/.exec(id) ?? []
  return name === undefined ? undefined : { name, row: Number(row) }
}
