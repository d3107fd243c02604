import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { databaseFor } from '../../../storage/connection/connect.ts'
import { endHouseSessions } from '../../../storage/sign-in/house-links.ts'
import type { Env } from '../../request/env.ts'
import { createAddressDoor } from '../door.ts'
import { hearLogout } from './house-client.ts'

const MOST_BYTES = 20_000

/**
 * Where the house says that somebody left it (OpenID Connect Back-Channel Logout 1.0). It comes from a server and not from a browser, so
 * it stands outside the API with its check of origins; what it says is signed by the house.
 */
export function createHouseLogout() {
  const door = createAddressDoor()
  const limit = bodyLimit({
    maxSize: MOST_BYTES,
    onError: () => {
      throw new AnlanError('request-invalid', { issues: [{ field: 'body', rule: 'too-large', limit: MOST_BYTES }] })
    },
  })
  return new Hono<Env>().post('/house/:tenant/logout', limit, async (c) => {
    door(c)
    const tenant = c.req.param('tenant')
    const house = c.var.deps.houses?.get(tenant)
    if (!house) throw new AnlanError('not-found')
    c.header('cache-control', 'no-store')
    const { logout_token: token } = await c.req.parseBody()
    const heard = typeof token === 'string' ? await hearLogout(house, token).catch(() => undefined) : undefined
    if (!heard) throw new AnlanError('request-invalid', { issues: [{ field: 'body', rule: 'wrong' }] })
    await endHouseSessions(databaseFor(c.var.deps.pool, tenant), tenant, heard)
    return c.body(null, 200)
  })
}
