import type { Level } from '../../domain/matter/level.ts'
import type { Facts } from '../../domain/matter/matter.ts'
import type { FileRef, Form, FormValues, MatterFact } from '../../domain/procedure/form.ts'
import type { Condition } from '../../domain/procedure/procedure.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'

const FACT_KEYS: Record<MatterFact, keyof Facts> = {
  title: 'title',
  category: 'category',
  level: 'level',
  unit: 'unitId',
  place: 'place',
  placeUnit: 'placeUnitId',
  aboutUnit: 'aboutUnitId',
  owner: 'ownerPostId',
  verifier: 'verifierPostId',
  supervisor: 'supervisorPostId',
}

/** The facts of the matter that a form's answers set. */
export function factsFrom(form: Form, values: FormValues): Partial<Facts> {
  const facts: Partial<Record<keyof Facts, string>> = {}
  for (const [name, field] of Object.entries(form.fields)) {
    const value = values[name]
    if (field.sets && typeof value === 'string' && value !== '') facts[FACT_KEYS[field.sets]] = value
  }
  return facts as Partial<Facts> & { level?: Level }
}

/** Files handed in with the command answer the form's files field, so that "a photo is required" is checked in one place. */
export function withFiles(form: Form, values: FormValues, files: readonly FileRef[] | undefined): FormValues {
  const name = Object.entries(form.fields).find(([, field]) => field.kind === 'files')?.[0]
  return name && files && files.length > 0 && values[name] === undefined ? { ...values, [name]: files } : values
}

/** All files that a form's answers hand in. */
export const filesIn = (form: Form, values: FormValues): FileRef[] =>
  Object.entries(form.fields).flatMap(([name, field]) =>
    field.kind === 'files' ? ((values[name] ?? []) as readonly FileRef[]) : [],
  )

/** A complaint about a unit never goes to that unit nor to one below it (Petition Work Regulations arts 30, 46). */
export function refuseUnfairUnit(facts: Pick<Facts, 'unitId' | 'aboutUnitId'>, { units }: Directory): void {
  const about = facts.aboutUnitId && units[facts.aboutUnitId]?.path
  const unit = units[facts.unitId]
  if (!unit) throw new AnlanError('form-invalid', { issues: [{ field: 'unit', rule: 'not-a-unit' }] })
  if (about && unit.path.startsWith(about))
    throw new AnlanError('guard-refused', { guard: 'notTheUnitComplainedAbout' satisfies Condition })
}
