import type { Context } from 'hono'
import { databaseFor } from '../../../storage/connection/connect.ts'
import { houseTokenOf } from '../../../storage/sign-in/house-links.ts'
import type { Env } from '../../request/env.ts'
import { leaveHouse } from './house-client.ts'

/** Where somebody who signs out here goes to leave the house too; undefined where the session did not begin there or it cannot be reached. */
export async function goToHouse(c: Context<Env>, tenant: string, sessionId: string): Promise<string | undefined> {
  const { houses, pool, baseUrl } = c.var.deps
  const house = houses?.get(tenant)
  const token = house && (await houseTokenOf(databaseFor(pool, tenant), sessionId))
  return token ? leaveHouse(house, token, `${baseUrl}/`).catch(() => undefined) : undefined
}
