import type { Kysely } from 'kysely'
import { countableKinds } from '../../domain/bulletins/countable.ts'
import { below } from '../../domain/counts/count-query.ts'
import type { CountRow, CountSpan } from '../../domain/counts/count-row.ts'
import type { IndicatorDefinition } from '../../domain/indicators/definition.ts'
import { type Happened, MEASURES, measureNamed, saidIn as questionIn } from '../../domain/indicators/measures.ts'
import type { NamedPeriod } from '../../domain/indicators/named-period.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { type Day, dayOf, endOfDay, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type HappenedTo, happenedTo } from '../../storage/compare/happened-to.ts'
import { type SaidIn, saidIn } from '../../storage/compare/said-in.ts'
import { readCountRows } from '../../storage/counts/count-rows.ts'
import type { Tables } from '../../storage/schema/tables.ts'
import { indicatorKinds } from './indicator-kinds.ts'
import { type LineUnits, lineUnits } from './line-units.ts'
import { countableQuestions } from './sayings.ts'

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
  readonly sight: LineUnits
  /** The kinds that were counted. */
  readonly kinds: readonly string[]
  readonly happened: HappenedTo
  readonly said: SaidIn
}

/** What rows do not say and a figure needs: what happened to matters, and the last answers to some questions. */
export type Needs = { readonly events: boolean; readonly says?: readonly string[] }
/** Which matters an indicator counts, and in whose line each stands. */
export type CountedOf = Pick<IndicatorDefinition, 'kinds' | 'by'>

/** The end of what is known: by the records of a day, else of the period's last, never later than now. */
export function spanOf({ period, asOf }: Pick<CompareWish, 'period' | 'asOf'>, now: Instant) {
  const known = endOfDay(asOf ?? period.to)
  const span = { from: startOfDay(period.from), at: known < now ? known : now }
  if (asOf !== undefined && (asOf < period.from || asOf > dayOf(now)))
    throw new AnlanError('request-invalid', { issues: [{ field: 'asOf', rule: 'not-a-date' }] })
  if (span.from >= now) throw new AnlanError('request-invalid', { issues: [{ field: 'period', rule: 'too-late' }] })
  return { span, until: endOfDay(period.to) }
}

/**
 * The matters of a period in the reader's sight, by the units below one, in the order of the administration; last what that unit has
 * itself. Of a unit that is not wholly in sight there is no line. With `events` also what happened to them.
 */
export async function countLines(
  { db, actor, directory, procedures, now }: Comparing,
  wish: CompareWish,
  { kinds, by }: CountedOf,
  { events, says = [] }: Needs,
): Promise<Counted> {
  if (!directory.units[wish.unitId])
    throw new AnlanError('request-invalid', { issues: [{ field: 'unit', rule: 'not-a-unit' }] })
  const asked = spanOf(wish, now)
  const known = kinds ? indicatorKinds(procedures).filter(({ id }) => kinds.includes(id)) : countableKinds(procedures)
  const scope = { actor, directory, procedures, kinds: known.map(({ id }) => id) }
  const sight = lineUnits(directory, wish.unitId, actor)
  const [rows = []] = await readCountRows(db, scope, [asked.span])
  const unitOf: (row: CountRow) => string = by === 'place' ? ({ place = '' }) => place : ({ unitId }) => unitId
  const isIn = below(directory, wish.unitId)
  const lines = linesOf(
    directory,
    wish.unitId,
    sight,
    rows.filter((row) => isIn(unitOf(row))),
    unitOf,
  )
  const ids = events || says.length > 0 ? lines.flatMap((line) => line.rows.map(({ id }) => id)) : []
  return {
    asked,
    lines,
    sight,
    kinds: scope.kinds,
    happened: await happenedTo(db, actor.tenant, events ? ids : [], asked.span),
    said: await saidIn(db, actor.tenant, ids, says, asked.span.at),
  }
}

function linesOf(
  directory: Directory,
  unitId: string,
  { units: inSight, outOfSight, isWhole }: LineUnits,
  rows: readonly CountRow[],
  unitOf: (row: CountRow) => string,
): UnitLine[] {
  const units = [...inSight, ...outOfSight].map((unit) => ({ unit, isIn: below(directory, unit.id) }))
  const byUnit = Map.groupBy(rows, (row) => units.find(({ isIn }) => isIn(unitOf(row)))?.unit.id ?? unitId)
  const own = byUnit.get(unitId) ?? []
  return [
    ...inSight.map(({ id }) => ({ unitId: id, isOwn: false, rows: byUnit.get(id) ?? [] })),
    ...(isWhole && (own.length > 0 || units.length === 0) ? [{ unitId, isOwn: true, rows: own }] : []),
  ]
}

/** What rows need beside themselves to be counted by name. */
export function happenedBy(
  { happened, said }: Pick<Counted, 'happened' | 'said'>,
  { procedures, directory }: Pick<Comparing, 'procedures' | 'directory'>,
): Happened {
  const outcomes = new Map<string, string>()
  for (const { id, states } of procedures)
    for (const [name, state] of Object.entries(states))
      if (state.group === 'done' && state.outcome !== undefined) outcomes.set(`${id} ${name}`, state.outcome)
  const { reopened, extended } = happened
  const asked = said.size > 0 ? countableQuestions(procedures) : new Map<string, ReadonlySet<string>>()
  return {
    reopened,
    extended,
    outcomeOf: ({ procedure, state }) => outcomes.get(`${procedure} ${state}`),
    saidOf: ({ id, procedure }) => answersAsked(said.get(id), asked.get(procedure)),
    unitKindOf: ({ unitId }) => directory.units[unitId]?.kind,
  }
}

/** Of the answers those to questions that this kind asks so that they can be counted: another may ask in free words under the same name. */
const answersAsked = (answers: Readonly<Record<string, string>> | undefined, asked: ReadonlySet<string> | undefined) =>
  answers && Object.fromEntries(Object.entries(answers).filter(([field]) => asked?.has(field)))

/** What these counts need beside rows. */
export const needsOf = (names: readonly string[]): Needs => ({
  events: names.some((name) => MEASURES[name]?.fromEvents === true),
  says: [...new Set(names.flatMap((name) => questionIn(name)?.field ?? []))],
})

/** How much of a count some matters give. */
export function sumOf(name: string, rows: readonly CountRow[], asked: Counted['asked'], happened: Happened): number {
  const measure = measureNamed(name)
  return measure ? rows.reduce((sum, row) => sum + measure.of(row, asked, happened), 0) : 0
}
