import { Hono } from 'hono'
import { z } from 'zod'
import { type ForecastView, LEAST_WEEKS, MOST_WEEKS, USUAL_WEEKS } from '../../domain/forecast/forecast-view.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { keptAWhile } from '../request/kept-a-while.ts'
import { readsOf } from '../request/reads.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { forecastOf } from './forecast-of.ts'

const wish = z.strictObject({
  unitId: z.string().min(1).max(100).optional(),
  kind: z.string().min(1).max(100).optional(),
  weeks: z.coerce.number().int().min(LEAST_WEEKS).max(MOST_WEEKS).optional(),
  parts: z.enum(['none']).optional(),
})

/** Two years of matters are read for it, and the coming weeks do not change within minutes. */
const forecasts = keptAWhile<ForecastView>()

/** What is coming: open and overdue matters of the next weeks, said only where a back-test says that it is worth saying. */
export const forecastRoutes = new Hono<OfficeEnv>().get(
  '/forecast',
  describe('getForecast'),
  signIn,
  valid('query', wish),
  async (c) => {
    const { actor, deps, now } = c.var
    const { unitId = actor.unitId, kind, weeks = USUAL_WEEKS, parts } = c.req.valid('query')
    const { directory, procedures } = await deps.rulebooks.of(actor.tenant)
    const wished = { unitId, kind, weeks, isBrief: parts === 'none' }
    const view = await forecasts({ actor, now, deps, of: wished }, async () =>
      forecastOf({ db: await readsOf(c), actor, directory, procedures, at: now }, wished),
    )
    return answer(c, 'getForecast', view)
  },
)
