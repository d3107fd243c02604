import type { CountRow } from '../../../domain/counts/count-row.ts'
import { dayNumberOf } from '../../../domain/time/day-number.ts'
import { countRow, type Standing } from '../../../engine/counts/standing-at.ts'

/** What is kept of a matter: texts by name, days by number. Matters that are alike in all of it are one cell. */
export const FACTS = [
  'unit',
  'origin',
  'guard',
  'category',
  'state',
  'level',
  'place',
  'source',
  'opened',
  'ended',
  'how',
  'due',
] as const
export type Fact = (typeof FACTS)[number]
/** The facts of one matter, in the order of `FACTS`. */
export type Facts = readonly (string | number)[]

/** How a matter ended, as the number that is kept; 0 is open. */
export const HOW = { open: 0, onTime: 1, late: 2, returned: 3 } as const

/** Which block a matter is in, and what is kept of it. An exercise is in none. */
export type Placed = { readonly procedure: string; readonly month: string; readonly facts: Facts }

const NEVER = '9999-12-31T00:00:00.000Z'

/** What is kept of a matter that stands so; whether it is overdue follows from the time limit that ends first. */
export function placed(standing: Standing): Placed | undefined {
  if (standing.exercise) return undefined
  const row = countRow('', standing, NEVER)
  const opened = dayNumberOf(row.openedAt)
  const facts: Facts = [
    row.unitId,
    standing.originUnitId,
    guardOf(standing),
    row.category ?? '',
    row.state,
    row.level ?? '',
    row.place ?? '',
    row.source,
    opened,
    row.closedAt === undefined ? 0 : dayNumberOf(row.closedAt),
    howOf(row),
    row.overdueSince === undefined ? 0 : Date.parse(row.overdueSince),
  ]
  return { procedure: row.procedure, month: monthOf(opened), facts }
}

const howOf = ({ closedAt, returned, late }: CountRow): number =>
  closedAt === undefined ? HOW.open : returned ? HOW.returned : late ? HOW.late : HOW.onTime

const monthOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 7)

/** From whom a matter is kept, as one text; empty where it is kept from nobody. */
export const guardOf = ({ aboutUnitId, hiddenFrom }: Pick<Standing, 'aboutUnitId' | 'hiddenFrom'>): string =>
  aboutUnitId || hiddenFrom ? JSON.stringify({ about: aboutUnitId ?? null, hidden: hiddenFrom ?? [] }) : ''

/** The same read back. */
export const readGuard = (guard: string): Pick<Standing, 'aboutUnitId' | 'hiddenFrom'> => {
  if (guard === '') return {}
  const { about, hidden } = JSON.parse(guard) as { about: string | null; hidden: string[] }
  return { ...(about ? { aboutUnitId: about } : {}), ...(hidden.length > 0 ? { hiddenFrom: hidden } : {}) }
}
