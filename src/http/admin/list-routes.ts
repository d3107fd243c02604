import { Hono } from 'hono'
import { takePeople } from '../../imports/organisation/take-people.ts'
import { takeUnits } from '../../imports/organisation/take-units.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { makeAccount, oneTimeEnd, oneTimePassword } from '../sign-in/account.ts'
import { adminAct, shortId } from './act.ts'
import { plainList, unitList } from './office-schemas.ts'

/** Lists of units and of people, as `anlan init` takes them. Good rows go in, the others come back with their reason. */
export const listRoutes = new Hono<OfficeEnv>()
  .post('/unit-list', describe('takeUnitList'), valid('json', unitList), async (c) => {
    const { csv, county, reason } = c.req.valid('json')
    const taken = await takeUnits(
      c.var.db,
      { csv, county },
      { act: () => adminAct(c, reason), newId: () => shortId('u') },
    )
    c.var.deps.rulebooks.forget(c.var.actor.tenant)
    return answer(c, 'takeUnitList', taken)
  })
  .post('/people-list', describe('takePeopleList'), valid('json', plainList), async (c) => {
    const { auth, rulebooks } = c.var.deps
    const { tenant } = c.var.actor
    const { csv, reason } = c.req.valid('json')
    const taken = await takePeople(csv, {
      db: c.var.db,
      act: () => adminAct(c, reason),
      newId: () => shortId('p'),
      openAccount: async ({ name, username }) => {
        const [password, until] = [oneTimePassword(), oneTimeEnd(c.var.now)]
        const { userId } = await makeAccount(auth, { tenant, username, name, password, oneTimeUntil: until })
        return { userId, password, until }
      },
    })
    rulebooks.forget(tenant)
    return answer(c, 'takePeopleList', taken)
  })
