import type { Kysely } from 'kysely'
import { countableKinds, unitsBelow } from '../../domain/bulletins/countable.ts'
import { below } from '../../domain/counts/count-query.ts'
import type { CountRow, CountSpan } from '../../domain/counts/count-row.ts'
import { type Happened, MEASURES, measureNamed } from '../../domain/indicators/measures.ts'
import type { NamedPeriod } from '../../domain/indicators/named-period.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { type Day, dayOf, endOfDay, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type HappenedTo, happenedTo } from '../../storage/compare/happened-to.ts'
import { readCountRows } from '../../storage/counts/count-rows.ts'
import type { Tables } from '../../storage/schema/tables.ts'
import { indicatorKinds } from './indicator-kinds.ts'

/** With what an indicator is counted: database, reader, rule book, now. */
export type Comparing = {
  readonly db: Kysely<Tables>
  readonly actor: Actor
  readonly directory: Directory
  readonly procedures: readonly Procedure[]
  readonly now: Instant
}

/** What is asked of which unit, in which period, by the records of which day. */
export type CompareWish = { readonly unitId: string; readonly period: NamedPeriod; readonly asOf?: Day | undefined }

export type UnitLine = { readonly unitId: string; readonly isOwn: boolean; readonly rows: readonly CountRow[] }
export type Counted = {
  readonly asked: { readonly span: CountSpan; readonly until: Instant }
  readonly lines: readonly UnitLine[]
  readonly happened: HappenedTo
}

/** The end of what is known: by the records of a day, else of the period's last, never later than now. */
export function spanOf({ period, asOf }: Pick<CompareWish, 'period' | 'asOf'>, now: Instant) {
  const known = endOfDay(asOf ?? period.to)
  const span = { from: startOfDay(period.from), at: known < now ? known : now }
  if (asOf !== undefined && (asOf < period.from || asOf > dayOf(now)))
    throw new AnlanError('request-invalid', { issues: [{ field: 'asOf', rule: 'not-a-date' }] })
  if (span.from >= now) throw new AnlanError('request-invalid', { issues: [{ field: 'period', rule: 'too-late' }] })
  return { span, until: endOfDay(period.to) }
}

/** What is asked for, and of which kinds in whose sight. */
export function askedOf(
  { actor, directory, procedures, now }: Comparing,
  wish: CompareWish,
  kinds: readonly string[] | undefined,
) {
  if (!directory.units[wish.unitId])
    throw new AnlanError('request-invalid', { issues: [{ field: 'unit', rule: 'not-a-unit' }] })
  const asked = spanOf(wish, now)
  const known = kinds ? indicatorKinds(procedures).filter(({ id }) => kinds.includes(id)) : countableKinds(procedures)
  const scope = { actor, directory, procedures, kinds: known.map(({ id }) => id) }
  return { asked, scope }
}

/**
 * The matters of a period in the reader's sight, by the units below one, in the order of the administration; last what that unit has
 * itself. With `events` also what happened to them.
 */
export async function countLines(
  comparing: Comparing,
  wish: CompareWish,
  kinds: readonly string[] | undefined,
  needs: { readonly events: boolean },
): Promise<Counted> {
  const { asked, scope } = askedOf(comparing, wish, kinds)
  const { db, actor, directory } = comparing
  const [rows = []] = await readCountRows(db, scope, [asked.span])
  const isIn = below(directory, wish.unitId)
  const inside = rows.filter(({ unitId }) => isIn(unitId))
  const lines = linesOf(directory, wish.unitId, inside)
  const ids = needs.events ? inside.map(({ id }) => id) : []
  return { asked, lines, happened: await happenedTo(db, actor.tenant, ids, asked.span) }
}

function linesOf(directory: Directory, unitId: string, rows: readonly CountRow[]): UnitLine[] {
  const units = unitsBelow(directory, unitId).map((unit) => ({ unit, isIn: below(directory, unit.id) }))
  const byUnit = Map.groupBy(rows, (row) => units.find(({ isIn }) => isIn(row.unitId))?.unit.id ?? unitId)
  const own = byUnit.get(unitId) ?? []
  return [
    ...units.map(({ unit }) => ({ unitId: unit.id, isOwn: false, rows: byUnit.get(unit.id) ?? [] })),
    ...(own.length > 0 || units.length === 0 ? [{ unitId, isOwn: true, rows: own }] : []),
  ]
}

/** What rows need beside themselves to be counted by name. */
export function happenedBy({ happened }: Pick<Counted, 'happened'>, procedures: readonly Procedure[]): Happened {
  const outcomes = new Map<string, string>()
  for (const { id, states } of procedures)
    for (const [name, state] of Object.entries(states))
      if (state.group === 'done' && state.outcome !== undefined) outcomes.set(`${id} ${name}`, state.outcome)
  const { reopened, extended } = happened
  return { reopened, extended, outcomeOf: ({ procedure, state }) => outcomes.get(`${procedure} ${state}`) }
}

/** Whether any of these counts is read from events. */
export const needsEvents = (names: readonly string[]): boolean =>
  names.some((name) => MEASURES[name]?.fromEvents === true)

/** How much of a count some matters give. */
export function sumOf(name: string, rows: readonly CountRow[], asked: Counted['asked'], happened: Happened): number {
  const measure = measureNamed(name)
  return measure ? rows.reduce((sum, row) => sum + measure.of(row, asked, happened), 0) : 0
}
