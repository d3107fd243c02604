import type { Kysely } from 'kysely'
import { countableKinds, unitsBelow } from '../../domain/bulletins/countable.ts'
import type { ForecastFigure, ForecastPart, ForecastView } from '../../domain/forecast/forecast-view.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import { present } from '../../domain/present.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { addDays, dayOf, type Instant } from '../../domain/time/time.ts'
import type { Directory, Unit } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { forecastFlow } from '../../statistics/forecast/forecast-flow.ts'
import { FORECAST_WEEKLY } from '../../statistics/forecast/forecast-settings.ts'
import { flowStocks, type MatterFlow } from '../../statistics/forecast/matter-flow.ts'
import type { Said } from '../../statistics/forecast/said.ts'
import { type FlowRow, readFlowRows } from '../../storage/counts/flow-rows.ts'
import type { Tables } from '../../storage/schema/tables.ts'

/** Two years: half a year to learn from before each week of the last year at which it is tried. */
const WEEKS = 104
const SHOWN_WEEKS = 26
/** How far the kinds and units are looked ahead: one figure each. */
const PART_WEEKS = 4

export type Forecasting = {
  readonly db: Kysely<Tables>
  readonly actor: Actor
  readonly directory: Directory
  readonly procedures: readonly Procedure[]
  readonly at: Instant
}

export type ForecastWish = {
  readonly unitId: string
  readonly kind?: string | undefined
  readonly weeks: number
  /** Kinds and units are left out: whoever reads one line of it needs none. */
  readonly isBrief?: boolean
}

/** What will be open and overdue in a unit with all below it, in the reader's sight, and what is said of each kind and unit. */
export async function forecastOf(
  { db, actor, directory, procedures, at }: Forecasting,
  { unitId, kind, weeks, isBrief = false }: ForecastWish,
): Promise<ForecastView> {
  const unit = directory.units[unitId]
  if (!unit) throw refused('unitId', 'not-a-unit')
  const known = countableKinds(procedures).map(({ id }) => id)
  if (kind !== undefined && !known.includes(kind)) throw refused('kind', 'not-an-option')
  const scope = { actor, directory, procedures, kinds: kind === undefined ? known : [kind] }
  const rows = await readFlowRows(db, scope, { at, weeks: WEEKS, unitPath: unit.path })
  const [open, overdue] = [flowOf(rows, 'closed'), flowOf(rows, 'settled')]
  const [opens, lates] = [flowStocks(open).open, flowStocks(overdue).overdue]
  const ahead = figuresOf(open, overdue, weeks)
  const today = dayOf(at)
  const shown = Math.min(SHOWN_WEEKS, open.now)
  return {
    at,
    unitId,
    ...present({ kind }),
    known,
    past: Array.from({ length: shown }, (_, index) => {
      const back = shown - 1 - index
      return { day: addDays(today, -7 * back), open: opens.at(-1 - back) ?? 0, overdue: lates.at(-1 - back) ?? 0 }
    }),
    ahead: ahead.map((figures, index) => ({ day: addDays(today, 7 * (index + 1)), ...figures })),
    partWeeks: PART_WEEKS,
    kinds: kind === undefined && !isBrief ? await partsOf(rows, known, ({ procedure }) => procedure) : [],
    units: isBrief ? [] : await unitParts(rows, directory, unit),
  }
}

/** The limit that was missed ends a matter's lateness, its closing ends the matter: two flows of the same matters. */
function flowOf(rows: readonly FlowRow[], end: 'closed' | 'settled'): MatterFlow {
  const since = rows.reduce((least, { opened }) => Math.min(least, opened), WEEKS)
  // Weeks before the office had anything teach nothing.
  const skipped = Math.max(0, Math.min(since, WEEKS) - 1)
  return {
    now: WEEKS - skipped,
    records: rows.map(({ count, opened, due, ...row }) => ({
      count,
      opened: opened - skipped,
      due: due === null ? null : due - skipped,
      // A limit of zero length is met in the week of the opening.
      closed: row[end] === null ? null : Math.max(opened, row[end]) - skipped,
    })),
  }
}

/** What is said of each coming week: open by one flow, overdue by the other. */
export function figuresOf(open: MatterFlow, overdue: MatterFlow, weeks: number) {
  const settings = { ...FORECAST_WEEKLY, horizon: weeks }
  const [opens, lates] = [forecastFlow(open, settings), forecastFlow(overdue, settings)]
  if (!opens.ok || !lates.ok) throw new Error('a flow of counted matters is refused')
  return opens.horizons.map((horizon, index) => ({
    open: figureOf(horizon.open),
    overdue: figureOf((lates.horizons[index] ?? horizon).overdue),
  }))
}

const tenth = (value: number) => Math.round(value * 10) / 10

/** What was said of one figure as it is told. */
export function figureOf(said: Said): ForecastFigure {
  const { origins, error, naiveError } = said.backTest
  return {
    ...(said.isSaid
      ? { said: { value: tenth(said.value), lower: said.lower, upper: said.upper } }
      : { silent: said.reason }),
    tries: origins,
    ...present({
      error: error === null ? undefined : tenth(error),
      naiveError: naiveError === null ? undefined : tenth(naiveError),
    }),
  }
}

const letOthersBeServed = () => new Promise((resolve) => setImmediate(resolve))

async function partsOf(
  rows: readonly FlowRow[],
  keys: readonly string[],
  keyOf: (row: FlowRow) => string,
): Promise<ForecastPart[]> {
  const groups = Map.groupBy(rows, keyOf)
  const parts: ForecastPart[] = []
  for (const key of keys) {
    const own = groups.get(key)
    if (!own) continue
    await letOthersBeServed()
    const [open, overdue] = [flowOf(own, 'closed'), flowOf(own, 'settled')]
    const ahead = figuresOf(open, overdue, PART_WEEKS)[PART_WEEKS - 1]
    if (ahead)
      parts.push({
        key,
        open: flowStocks(open).open.at(-1) ?? 0,
        overdue: flowStocks(overdue).overdue.at(-1) ?? 0,
        ahead,
      })
  }
  return parts
}

/** The units right below, with all below them, in the order of the administration; what the unit has itself stands under its own name. */
async function unitParts(rows: readonly FlowRow[], directory: Directory, unit: Unit): Promise<ForecastPart[]> {
  const below = unitsBelow(directory, unit.id)
  if (below.length === 0) return []
  const lineOf = ({ unitId }: FlowRow) => {
    const path = directory.units[unitId]?.path ?? directory.closedPaths?.[unitId] ?? ''
    return below.find((each) => path.startsWith(each.path))?.id ?? unit.id
  }
  return partsOf(rows, [unit.id, ...below.map(({ id }) => id)], lineOf)
}

const refused = (field: string, rule: 'not-a-unit' | 'not-an-option') =>
  new AnlanError('request-invalid', { issues: [{ field, rule }] })
