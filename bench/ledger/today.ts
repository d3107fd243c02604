import { actorOfPost } from '../../src/demo/choose-actor.ts'
import type { Actor } from '../../src/domain/matter/actor.ts'
import type { Rulebook } from '../../src/domain/procedure/rulebook.ts'
import { worklistTokens } from '../../src/engine/worklist/waits-for.ts'
import { databaseFor } from '../../src/storage/connection/connect.ts'
import { forgetMatters } from '../../src/storage/read/lists/known-matters.ts'
import { readToday } from '../../src/storage/read/today.ts'
import { BENCH_TENANT, type BenchInstallation } from '../bench-installation.ts'
import { rounded } from '../quantiles.ts'
import { costOf } from './cost.ts'

const WAITING = 200

/** The post of the county for which nearest to 200 matters wait. */
export async function busyPost({ database }: BenchInstallation, rulebook: Rulebook): Promise<Actor> {
  const { rows } = await database.owner.query<{ token: string; count: number }>(
    `select token, count(*)::int as count from matters, unnest(waits_for) as token where tenant = $1 and state_group <> 'done' group by token`,
    [BENCH_TENANT],
  )
  const waiting = new Map(rows.map(({ token, count }) => [token, count]))
  const howMany = ({ postId, unitId, roles }: Actor) =>
    worklistTokens(postId, unitId, roles).reduce((sum, token) => sum + (waiting.get(token) ?? 0), 0)
  const posts = Object.values(rulebook.directory.posts).filter(({ holder }) => holder)
  const actors = posts.map(({ id }) => actorOfPost(rulebook, BENCH_TENANT, id))
  const distance = (actor: Actor) => Math.abs(howMany(actor) - WAITING)
  return actors.reduce((best, actor) => (distance(actor) < distance(best) ? actor : best))
}

/**
 * What one reading of Today takes of a processor, here and in the database server (where its processes can be seen): `today…` of whoever
 * looks again, as one does all day, and `todayFirst…` where nobody looked since the server began.
 */
export async function todayCpu({ database, deps }: BenchInstallation, actor: Actor, rulebook: Rulebook, times: number) {
  const db = databaseFor(deps.pool, BENCH_TENANT)
  const read = () => readToday(db, actor, deps.now(), rulebook)
  for (let turn = 0; turn < Math.min(10, times); turn += 1) await read()
  let count = 0
  const reading = (before: () => void) =>
    costOf(database.owner, times, async () => {
      before()
      count = (await read()).workCount
    })
  const first = await reading(forgetMatters)
  const { node, postgres } = await reading(() => {})
  return {
    todayCpuMs: rounded(node + postgres),
    todayNodeMs: rounded(node),
    todayPostgresMs: rounded(postgres),
    todayFirstCpuMs: rounded(first.node + first.postgres),
    todayFirstNodeMs: rounded(first.node),
    todayFirstPostgresMs: rounded(first.postgres),
    todayWaiting: count,
  }
}
