import { dayOf, type Instant } from '../../time/time.ts'
import type { Computed, FormValues } from '../form.ts'
import type { Procedure } from '../procedure.ts'
import { recordReference } from './record-reference.ts'

/** The numbers of the records that the answers of a matter point to, each once. */
export function recordsNamed({ forms }: Pick<Procedure, 'forms'>, fields: FormValues): string[] {
  const named = askingFor(forms).flatMap((name) => {
    const value = fields[name]
    return typeof value === 'string' && value ? [recordReference(value).reference] : []
  })
  return [...new Set(named)].sort()
}

const asking = new WeakMap<Procedure['forms'], readonly string[]>()

/** The questions that ask for a record. Worked out once a definition: every command of every matter asks. */
function askingFor(forms: Procedure['forms']): readonly string[] {
  const known = asking.get(forms)
  if (known) return known
  const names = Object.values(forms).flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, { kind }]) => (kind === 'record' ? [name] : [])),
  )
  asking.set(forms, names)
  return names
}

/** Another matter of the same kind that points to the same record: when it was opened, and how it ended. */
export type Earlier = { readonly pointsTo: readonly string[]; readonly openedAt: Instant; readonly outcome?: string }

export type Times = Extract<Computed, { readonly times: string }>

/**
 * The how-many-eth time this kind was met at the record that a question names, counted back so many months from the day this one
 * was opened. What was registered on one day was met at one time. Undefined when it names none.
 */
export function timesOf(
  { times, months, without = [] }: Times,
  fields: FormValues,
  openedAt: Instant,
  earlier: readonly Earlier[],
): number | undefined {
  const named = fields[times]
  if (typeof named !== 'string' || !named) return undefined
  const { reference } = recordReference(named)
  const since = monthsBefore(openedAt, months)
  const before = earlier.filter(
    (one) =>
      one.pointsTo.includes(reference) &&
      one.openedAt >= since &&
      one.openedAt <= openedAt &&
      !(one.outcome !== undefined && without.includes(one.outcome)),
  )
  const days = new Set(before.map((one) => dayOf(one.openedAt)))
  days.delete(dayOf(openedAt))
  return days.size + 1
}

/** The same moment so many months before; a day that the month does not have is its last. */
function monthsBefore(instant: Instant, months: number): Instant {
  const then = new Date(instant)
  const day = then.getUTCDate()
  then.setUTCDate(1)
  then.setUTCMonth(then.getUTCMonth() - months)
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(day, last))
  return then.toISOString()
}
