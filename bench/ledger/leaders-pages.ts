import { actorOfPost } from '../../src/demo/choose-actor.ts'
import type { CountQuery } from '../../src/domain/counts/count-query.ts'
import { USUAL_WEEKS } from '../../src/domain/forecast/forecast-view.ts'
import { lastQuarter, namedPeriod } from '../../src/domain/indicators/named-period.ts'
import { GOVERNANCE_PACK } from '../../src/domain/indicators/packs/governance.ts'
import type { Actor } from '../../src/domain/matter/actor.ts'
import type { Rulebook } from '../../src/domain/procedure/rulebook.ts'
import { addDays, dayOf, startOfDay } from '../../src/domain/time/time.ts'
import { compareOf } from '../../src/http/compare/compare-of.ts'
import { forecastOf } from '../../src/http/forecast/forecast-of.ts'
import { databaseFor } from '../../src/storage/connection/connect.ts'
import { countCells, scopeOf } from '../../src/storage/counts/count-cells.ts'
import { readOverview } from '../../src/storage/overview/read-overview.ts'
import { BENCH_TENANT, type BenchInstallation } from '../bench-installation.ts'
import { benchActor } from '../command-plan.ts'
import { quantile, rounded } from '../quantiles.ts'
import { costOf } from './cost.ts'

/** One page or question, and how often it is asked. */
type Asked = { readonly name: string; readonly times: number; readonly ask: () => Promise<unknown> }

/**
 * What leaders look at, each by the function that its door answers with: how long it takes once it was looked at, and what of a processor.
 * `First` is how long the first of each took after the start.
 */
export async function benchLeadersPages(
  bench: BenchInstallation,
  onProgress: (note: string) => void,
): Promise<Readonly<Record<string, number>>> {
  const rulebook = await bench.deps.rulebooks.of(BENCH_TENANT)
  const figures: Record<string, number> = {}
  for (const { name, times, ask } of pagesOf(bench, rulebook)) {
    onProgress(name)
    const began = performance.now()
    await ask()
    figures[`${name}FirstMs`] = rounded(performance.now() - began)
    const milliseconds: number[] = []
    const { node, postgres } = await costOf(bench.database.owner, times, async () => {
      const from = performance.now()
      await ask()
      milliseconds.push(performance.now() - from)
    })
    figures[`${name}P50Ms`] = rounded(quantile(milliseconds, 0.5))
    figures[`${name}P95Ms`] = rounded(quantile(milliseconds, 0.95))
    figures[`${name}NodeMs`] = rounded(node)
    figures[`${name}PostgresMs`] = rounded(postgres)
  }
  return figures
}

function pagesOf({ deps }: BenchInstallation, rulebook: Rulebook): readonly Asked[] {
  const db = databaseFor(deps.pool, BENCH_TENANT)
  const leader = benchActor(rulebook)
  const [town, village] = [readerIn(rulebook, 'township'), readerIn(rulebook, 'village')]
  const overview = (actor: Actor) => () => readOverview(db, actor, actor.unitId, deps.now(), rulebook)
  const { directory, procedures } = rulebook
  const counting = { db, actor: leader, directory, procedures }
  const [onTime] = GOVERNANCE_PACK
  const compare = (name: string) => async () => {
    const period = namedPeriod(name)
    if (!period || !onTime) throw new Error(`no period ${name}`)
    return compareOf({ ...counting, now: deps.now() }, { unitId: leader.unitId, period }, onTime)
  }
  const today = dayOf(deps.now())
  const year = { from: startOfDay(addDays(today, -364)), at: deps.now() }
  const count = (query: Omit<CountQuery, 'span'>) => () =>
    countCells(db, scopeOf(leader, rulebook), { span: { ...year, at: deps.now() }, ...query })
  const few = { unitId: leader.unitId, weeks: USUAL_WEEKS }
  return [
    { name: 'overview', times: 40, ask: overview(leader) },
    ...(town ? [{ name: 'overviewTown', times: 40, ask: overview(town) }] : []),
    ...(village ? [{ name: 'overviewVillage', times: 40, ask: overview(village) }] : []),
    { name: 'unitState', times: 100, ask: count({ by: ['unit', 'state'], counted: ['open'] }) },
    { name: 'weekUnit', times: 20, ask: count({ by: ['week', 'unit'], counted: ['opened', 'closed'] }) },
    { name: 'compare', times: 10, ask: compare(today.slice(0, 4)) },
    { name: 'comparePast', times: 3, ask: compare(lastQuarter(today)) },
    { name: 'forecast', times: 5, ask: () => forecastOf({ ...counting, at: deps.now() }, few) },
  ]
}

/** The first post with a holder in a unit of a kind. */
function readerIn(rulebook: Rulebook, kind: string): Actor | undefined {
  const { units, posts } = rulebook.directory
  const post = Object.values(posts).find(({ unitId, holder }) => holder && units[unitId]?.kind === kind)
  return post && actorOfPost(rulebook, BENCH_TENANT, post.id)
}
