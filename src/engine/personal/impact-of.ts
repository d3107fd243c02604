import { type Field, personalOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Period } from '../../domain/time/time.ts'
import type { Role } from '../../domain/unit/role.ts'
import type { Text } from '../../domain/wording/text.ts'
import { WORKING } from '../access/personal-access.ts'

/** What a kind of matter asks about people, as the law wants it weighed and told (Personal Information Protection Law arts 17, 55–56). */
export type Impact = {
  readonly fields: readonly AskedField[]
  /** The longest time that any of it is kept after the end. */
  readonly longest?: Period
  /** Kinds that matters of this kind open: nothing sealed is carried there. */
  readonly goesTo: readonly string[]
  /** A rule proposes something here (a level by bands, a draw by lot), and a person decides. */
  readonly proposes: boolean
}

export type AskedField = {
  readonly name: string
  readonly title: Text
  readonly purpose: Text
  readonly retention: Period
  /** Asked when the matter begins, or only in a later step. */
  readonly atOpening: boolean
  readonly required: boolean
  /** Kept apart under a key of its own. */
  readonly apart: boolean
  readonly sensitive: boolean
  readonly openers: readonly Role[]
}

/** Words of art. 28: health, accounts, whereabouts, minors. */
const SENSITIVE = /伤情|伤亡|健康|病|账户|账号|银行|行踪|未成年|生物识别/

const DAYS: Record<Period['unit'], number> = { minute: 0, hour: 0, calendarDay: 1, workingDay: 2, month: 31, year: 366 }

/** Reads the impact of a kind from its definition. */
export function impactOf(procedure: Procedure, procedures: readonly Procedure[]): Impact {
  const fields = askedFields(procedure)
  const [longest] = fields
    .map(({ retention }) => retention)
    .sort((a, b) => b.length * DAYS[b.unit] - a.length * DAYS[a.unit])
  return {
    fields,
    ...(longest ? { longest } : {}),
    goesTo: opened(procedure).filter((id) => procedures.some((other) => other.id === id)),
    proposes: everyField(procedure).some((field) => (field.kind === 'level' && field.bands) || 'draws' in field),
  }
}

const everyField = ({ forms }: Procedure): Field[] =>
  Object.values(forms).flatMap(({ fields }) => Object.values(fields))

function askedFields(procedure: Procedure): AskedField[] {
  const found = new Map<string, AskedField>()
  for (const [form, { fields }] of Object.entries(procedure.forms))
    for (const [name, field] of Object.entries(fields)) {
      const personal = personalOf(field)
      if (!personal || found.has(name)) continue
      const { purpose, retention, vault = false } = personal
      found.set(name, {
        ...{ name, title: field.title, purpose, retention },
        atOpening: form === procedure.opening.form,
        required: field.required ?? false,
        apart: vault,
        sensitive: SENSITIVE.test(field.title.zh),
        openers: vault ? ['clerk'] : (procedure.sight?.only ?? WORKING),
      })
    }
  return [...found.values()]
}

const opened = ({ steps }: Procedure): string[] => [
  ...new Set(
    Object.values(steps).flatMap(({ opens = [] }) =>
      opens.flatMap(({ procedure }) =>
        typeof procedure === 'string' ? [procedure] : Object.values(procedure.procedures),
      ),
    ),
  ),
]
