import { Hono } from 'hono'
import { z } from 'zod'
import { addClientKey, listClientKeys, revokeClientKey } from '../../../storage/open311/client-keys.ts'
import { adminAct } from '../../admin/act.ts'
import { answer } from '../../description/answers.ts'
import { describe } from '../../description/describe.ts'
import type { OfficeEnv } from '../../request/env.ts'
import { valid } from '../../request/valid.ts'

const reason = z.string().trim().min(2).max(500)
const newKey = z.strictObject({ reason, name: z.string().trim().min(2).max(60) })
const ending = z.strictObject({ reason })

/** Keys of programs of others that send reports in. A key is in the answer that made it, and in no other. */
export const clientKeyRoutes = new Hono<OfficeEnv>()
  .get('/client-keys', describe('listClientKeys'), async (c) =>
    answer(c, 'listClientKeys', await listClientKeys(c.var.db, c.var.actor.tenant)),
  )
  .post('/client-keys', describe('addClientKey'), valid('json', newKey), async (c) => {
    const { name, reason: why } = c.req.valid('json')
    return answer(c, 'addClientKey', await addClientKey(c.var.db, c.var.deps.keys, adminAct(c, why), name))
  })
  .post('/client-keys/:id/revoke', describe('revokeClientKey'), valid('json', ending), async (c) => {
    const id = c.req.param('id')
    await revokeClientKey(c.var.db, adminAct(c, c.req.valid('json').reason), id)
    return answer(c, 'revokeClientKey', { id })
  })
