import type { Actor } from '../../domain/matter/actor.ts'
import { FACT_KEYS, type FactChanges, type Facts } from '../../domain/matter/matter.ts'
import {
  columnsOf,
  type Fields,
  type FileRef,
  type Form,
  type FormValues,
  factOf,
  type MatterFact,
} from '../../domain/procedure/form.ts'
import type { CheckContext } from '../../domain/procedure/form-check.ts'
import type { Demand } from '../../domain/procedure/hands/demand.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { personToken, SEATED_POSTS, unitToken } from '../access/access.ts'

/** Facts that an emptied field leaves as they are: a matter always has the first two, and a complaint once recorded stays out of its unit's sight. */
const LASTING: readonly MatterFact[] = ['title', 'unit', 'aboutUnit', 'ordering']

/** The facts of the matter that a form's answers set; `null` for one that an emptied field clears. */
export function factsFrom(form: Form, values: FormValues): FactChanges {
  const facts: Partial<Record<keyof Facts, string | null>> = {}
  for (const [name, field] of Object.entries(form.fields)) {
    const sets = factOf(field)
    const value = values[name]
    if (!sets) continue
    if (typeof value === 'string' && value !== '') facts[FACT_KEYS[sets]] = value
    else if (value === null && !LASTING.includes(sets)) facts[FACT_KEYS[sets]] = null
  }
  return facts as FactChanges
}

/** Answers with `null` for each field that came back empty although it has an answer on record. */
export function withEmptied(values: FormValues, given: FormValues, recorded: FormValues): FormValues {
  const emptied = Object.keys(given).filter(
    (name) => values[name] === undefined && Object.hasOwn(recorded, name) && recorded[name] !== null,
  )
  return emptied.length === 0 ? values : { ...values, ...Object.fromEntries(emptied.map((name) => [name, null])) }
}

/** Files handed in with the command answer the form's files field, so that "a photo is required" is checked in one place. */
export function withFiles(form: Form, values: FormValues, files: readonly FileRef[] | undefined): FormValues {
  const name = Object.entries(form.fields).find(([, field]) => field.kind === 'files')?.[0]
  return name && files && files.length > 0 && values[name] === undefined ? { ...values, [name]: files } : values
}

/** All files that a form's answers hand in, those of its rows included. */
export const filesIn = (form: Pick<Form, 'fields'>, values: FormValues): FileRef[] =>
  Object.entries(form.fields).flatMap(([name, field]) => {
    if (field.kind === 'files') return (values[name] ?? []) as readonly FileRef[]
    const rows = field.kind === 'items' ? values[name] : undefined
    return Array.isArray(rows)
      ? (rows as readonly FormValues[]).flatMap((row) => filesIn({ fields: columnsOf(field) }, row))
      : []
  })

/** A complaint about a unit never goes to that unit nor to one below it (Petition Work Regulations arts 30, 46). */
export function refuseUnfairUnit(facts: Pick<Facts, 'unitId' | 'aboutUnitId'>, { units }: Directory): void {
  const about = facts.aboutUnitId && units[facts.aboutUnitId]?.path
  const unit = units[facts.unitId]
  if (!unit) throw new AnlanError('form-invalid', { issues: [{ field: 'unit', rule: 'not-a-unit' }] })
  if (about && unit.path.startsWith(about))
    throw new AnlanError('guard-refused', { guard: 'notTheUnitComplainedAbout' satisfies Demand })
}

/** Posts, persons and units that the answers name as those who never see the matter. */
export function hidesFrom({ fields }: Form, values: FormValues, directory: Directory): string[] {
  const named = (among: Fields, answers: FormValues): string[] =>
    Object.entries(among).flatMap(([name, field]) => {
      const value = answers[name]
      if (field.kind === 'items' && Array.isArray(value))
        return (value as readonly FormValues[]).flatMap((row) => named(columnsOf(field), row))
      if ((field.kind !== 'unit' && field.kind !== 'post') || !field.hides || typeof value !== 'string') return []
      if (field.kind === 'unit') return [unitToken(value)]
      const person = directory.posts[value]?.holder?.personId
      return [value, ...(person ? [personToken(person)] : [])]
    })
  return [...new Set(named(fields, values))]
}

/** Nobody sits in a matter that is hidden from them. @throws AnlanError guard-refused */
export function refuseNamedSeats(facts: Facts, hidden: readonly string[], { posts, units }: Directory): void {
  if (hidden.length === 0) return
  const isHidden = (postId: string) => {
    const post = posts[postId]
    const ids = units[post?.unitId ?? '']?.path.split('/').filter(Boolean) ?? []
    const person = post?.holder ? [personToken(post.holder.personId)] : []
    return [postId, ...person, ...ids.map(unitToken)].some((token) => hidden.includes(token))
  }
  if (SEATED_POSTS.some((seat) => facts[seat] !== undefined && isHidden(facts[seat])))
    throw new AnlanError('guard-refused', { guard: 'notNamed' satisfies Demand })
}

/** Who gives the answers of a command: what the system brings comes from an old ledger. */
export const answererOf = ({ roles }: Actor): NonNullable<CheckContext['answeredBy']> =>
  roles.includes('system') ? 'ledger' : 'person'
