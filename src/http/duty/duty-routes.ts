import { Hono } from 'hono'
import { z } from 'zod'
import { addDays, dayOf, daysBetween, endOfDay, isDay, startOfDay } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { readDuty } from '../../storage/duty/read-duty.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'

const day = z.string().refine(isDay)
const dutyQuery = z.strictObject({ from: day.optional(), to: day.optional() })
const AHEAD_DAYS = 7
const LONGEST_DAYS = 62

/** Who is on duty, and the rota of a time. */
export const dutyRoutes = new Hono<OfficeEnv>().get(
  '/duty',
  describe('getDuty'),
  signIn,
  valid('query', dutyQuery),
  async (c) => {
    const { db, actor, now, deps } = c.var
    const { from = dayOf(now), to = addDays(from, AHEAD_DAYS) } = c.req.valid('query')
    if (daysBetween(from, to) < 0 || daysBetween(from, to) > LONGEST_DAYS)
      throw new AnlanError('request-invalid', { issues: [{ field: 'to', rule: 'too-late', limit: LONGEST_DAYS }] })
    const time = { from: startOfDay(from), until: endOfDay(to) }
    return answer(c, 'getDuty', await readDuty(db, actor, time, now, await deps.rulebooks.of(actor.tenant)))
  },
)
