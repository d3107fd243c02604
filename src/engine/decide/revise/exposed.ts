import type { Matter } from '../../../domain/matter/matter.ts'
import { answerTo, type ExposedRows, type FieldValue, type FormValues } from '../../../domain/procedure/form.ts'
import type { ExposedUnit } from '../../../domain/procedure/form-check.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { isStaffed } from '../../../domain/unit/staff.ts'
import type { Directory } from '../../../domain/unit/unit.ts'

/** Which places on record have to be counted, by unit, before a step can be decided. */
export type ExposedQuery = {
  readonly kind: string
  readonly inForce: readonly string[]
  readonly categories: readonly string[]
}

/** Places on record in one village or township. */
export type PlacesThere = { readonly unitId: string; readonly places: number }

function exposedRule({ forms }: Procedure, step: Step | undefined): ExposedRows | undefined {
  for (const field of Object.values((step?.form && forms[step.form]?.fields) || {}))
    if (field.kind === 'items' && field.exposed) return field.exposed
  return undefined
}

/** What has to be counted for a step; undefined where nothing is, or no category is named. */
export function exposedQuery(
  procedure: Procedure,
  stepId: string,
  matter: Matter,
  form: FormValues,
  procedures: readonly Procedure[],
): ExposedQuery | undefined {
  const rule = exposedRule(procedure, procedure.steps[stepId])
  const named = rule && answerTo(rule.among, form, matter.fields)
  if (!rule || !Array.isArray(named) || named.length === 0) return undefined
  const inForce = procedures.find(({ id, record }) => id === rule.places && record)?.record?.inForce ?? []
  return { kind: rule.places, inForce, categories: named.map(String) }
}

/**
 * The units that are exposed: those named, and those in whose villages the places are. Where nobody holds a post, the nearest unit above
 * that has somebody answers, so that no place is left to nobody.
 */
export function exposedUnits(
  procedure: Procedure,
  step: Step,
  recorded: FormValues,
  form: FormValues,
  there: readonly PlacesThere[],
  directory: Directory,
): ExposedUnit[] {
  const rule = exposedRule(procedure, step)
  if (!rule) return []
  const places = new Map<string, number>()
  const all = [...named(answerTo(rule.also, form, recorded)).map((unitId) => ({ unitId, places: 0 })), ...there]
  for (const one of all) {
    const unitId = answering(one.unitId, directory)
    if (unitId) places.set(unitId, (places.get(unitId) ?? 0) + one.places)
  }
  const path = (id: string) => directory.units[id]?.path ?? id
  return [...places]
    .map(([unitId, count]) => ({ unitId, places: count }))
    .sort((a, b) => (path(a.unitId) < path(b.unitId) ? -1 : 1))
}

function named(rows: FieldValue | undefined): string[] {
  if (!Array.isArray(rows)) return []
  return (rows as readonly FormValues[]).flatMap(({ unit }) => (typeof unit === 'string' && unit ? [unit] : []))
}

function answering(unitId: string, directory: Directory): string | undefined {
  for (let at: string | undefined = unitId; at; at = directory.units[at]?.parentId)
    if (directory.units[at] && isStaffed(at, directory)) return at
  return undefined
}
