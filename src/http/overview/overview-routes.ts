import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { type CountKey, mondayOf } from '../../domain/counts/count-query.ts'
import type { GrowingView } from '../../domain/overview/growing-view.ts'
import { rotaOf } from '../../domain/procedure/hands/rota.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { addDays, dayOf, startOfDay } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { countCells, scopeOf } from '../../storage/counts/count-cells.ts'
import { readOverview } from '../../storage/overview/read-overview.ts'
import { readWall } from '../../storage/overview/read-wall.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { keptAWhile } from '../request/kept-a-while.ts'
import { readsOf } from '../request/reads.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { growingOf, HISTORY_WEEKS } from './growing.ts'

const asked = z.strictObject({ unit: z.string().min(1).max(100).optional() })

/** What leaders look at: the overview, what grows, and what hangs on the wall. All in the reader's own sight. */
export const overviewRoutes = new Hono<OfficeEnv>()
  .get('/overview', describe('getOverview'), signIn, valid('query', asked), async (c) => {
    const { actor, now, deps } = c.var
    const rulebook = await deps.rulebooks.of(actor.tenant)
    const unitId = await unitOf(c, c.req.valid('query').unit)
    return answer(c, 'getOverview', await readOverview(await readsOf(c), actor, unitId, now, rulebook))
  })
  .get('/overview/growing', describe('getGrowing'), signIn, valid('query', asked), async (c) =>
    answer(c, 'getGrowing', await growingFor(c, await unitOf(c, c.req.valid('query').unit))),
  )
  .get('/wall', describe('getWall'), signIn, async (c) => {
    const { actor, now, deps } = c.var
    const rulebook = await deps.rulebooks.of(actor.tenant)
    return answer(c, 'getWall', await readWall(await readsOf(c), actor, now, rulebook))
  })

/** The unit asked about; the reader's own where none is. */
async function unitOf(c: Context<OfficeEnv>, unit: string | undefined): Promise<string> {
  const { actor, deps } = c.var
  const { directory } = await deps.rulebooks.of(actor.tenant)
  if (unit === undefined) return actor.unitId
  if (!Object.hasOwn(directory.units, unit))
    throw new AnlanError('request-invalid', { issues: [{ field: 'unit', rule: 'not-a-unit' }] })
  return unit
}

/** Judging takes the processor a moment, and the last whole week does not change but for what came on record late. */
const growing = keptAWhile<GrowingView>()

function growingFor(c: Context<OfficeEnv>, unitId: string): Promise<GrowingView> {
  const { actor, now, deps } = c.var
  return growing({ actor, now, deps, of: unitId }, () => readGrowing(c, unitId))
}

async function readGrowing(c: Context<OfficeEnv>, unitId: string): Promise<GrowingView> {
  const { actor, now, deps } = c.var
  const rulebook = await deps.rulebooks.of(actor.tenant)
  const until = startOfDay(mondayOf(dayOf(now)))
  const span = { from: startOfDay(addDays(dayOf(until), -7 * HISTORY_WEEKS)), at: now }
  const db = await readsOf(c)
  const scope = scopeOf(actor, rulebook)
  const kinds = scope.kinds.filter((kind) => comesIn(kind, rulebook))
  const counts = (key: CountKey) =>
    countCells(db, scope, { span, until, by: ['week', key], counted: ['opened'], kinds, unitId })
  const cells = await Promise.all([counts('category'), counts('unit')])
  return growingOf(cells.flat(), rulebook, unitId, dayOf(now))
}

/** Shifts are planned, and what the system raises by itself is its own: neither comes in from anybody. */
const comesIn = (kind: string, { procedures }: Rulebook): boolean =>
  !procedures.some(
    (procedure) =>
      procedure.id === kind &&
      (rotaOf(procedure) !== undefined || procedure.opening.by.every((role) => role === 'system')),
  )
