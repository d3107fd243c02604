import { Hono } from 'hono'
import { listPersonalDuties } from '../../storage/personal/duties.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'

/** What the office owes of personal data, kind by kind; beside what administrators and auditors read. */
export const personalDutyRoutes = new Hono<OfficeEnv>().get('/personal', describe('listPersonalDuties'), async (c) => {
  const { db, actor, deps, now } = c.var
  const { procedures } = await deps.rulebooks.of(actor.tenant)
  return answer(c, 'listPersonalDuties', {
    kinds: await listPersonalDuties(db, { tenant: actor.tenant, procedures, now }),
  })
})
