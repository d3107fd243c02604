import { FACT_KEYS, type Matter } from '../matter/matter.ts'
import {
  columnsOf,
  FACTS,
  type Field,
  type FieldKind,
  type FieldValue,
  type Form,
  type FormValues,
  factOf,
  isSealed,
  type MatterFact,
  optionsOf,
  personalOf,
} from './form.ts'

/** Whether a name is that of a fact that a question of this kind can hold; a line of text also begins a longer one. */
export function isFactOf(kind: FieldKind, name: string): name is MatterFact {
  const facts: Partial<Record<FieldKind, readonly string[]>> = { ...FACTS, longText: FACTS.text }
  return facts[kind]?.includes(name) ?? false
}

/** What a step's form opens with: what its definition says is known of the matter. Sealed answers and files never. */
export function knownAnswers(form: Form, matter: Matter): FormValues {
  const known: Record<string, FieldValue> = {}
  for (const [name, field] of Object.entries(form.fields)) {
    if (personalOf(field) || field.kind === 'files') continue
    const value = fitting(field, recordedFor(name, field, matter))
    if (value !== undefined) known[name] = value
  }
  return known
}

function recordedFor(name: string, field: Field, matter: Matter): FieldValue | undefined {
  const { known } = field
  const fact = known === undefined ? factOf(field) : undefined
  if (fact) return matter[FACT_KEYS[fact]]
  if (typeof known !== 'string') return known ? answerTo(name, matter) : undefined
  return isFactOf(field.kind, known) ? matter[FACT_KEYS[known]] : answerTo(known, matter)
}

const answerTo = (name: string, { fields }: Matter): FieldValue | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined

/** The value as this question takes it; undefined where it offers no such answer. */
function fitting(field: Field, value: FieldValue | undefined): FieldValue | undefined {
  if (value === undefined || value === null || value === '' || isSealed(value)) return undefined
  const options = optionsOf(field)
  if (options && typeof value === 'string') return Object.hasOwn(options, value) ? value : undefined
  if (!Array.isArray(value)) return value
  const several: readonly unknown[] = value
  const fit =
    field.kind === 'items'
      ? several.flatMap((row) => rowOf(field, row))
      : several.filter((one) => !options || (typeof one === 'string' && Object.hasOwn(options, one)))
  return fit.length > 0 ? (fit as FormValues[]) : undefined
}

/** A row with the columns that are asked again. */
function rowOf(field: Field, row: unknown): FormValues[] {
  if (typeof row !== 'object' || row === null) return []
  const columns = columnsOf(field)
  const kept = Object.entries(row as FormValues).flatMap(([name, value]) => {
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined
    const fit = column && column.kind !== 'files' ? fitting(column, value) : undefined
    return fit === undefined ? [] : [[name, fit] as const]
  })
  return kept.length > 0 ? [Object.fromEntries(kept)] : []
}
