import type { Context } from 'hono'
import { present } from '../../domain/present.ts'
import type { HouseState } from '../../domain/sign-in/sign-in-views.ts'
import { countLinked } from '../../storage/sign-in/house-links.ts'
import type { OfficeEnv } from '../request/env.ts'
import { isReachable } from '../sign-in/house/house-client.ts'

/** What the server was told of the house (OIDC) of this office, without its secret; undefined where there is none. */
export async function houseState(c: Context<OfficeEnv>): Promise<HouseState | undefined> {
  const { actor, db, deps } = c.var
  const house = deps.houses?.get(actor.tenant)
  if (!house) return undefined
  const { name, issuer, clientId, match, posts } = house
  const of = Object.entries(posts?.of ?? {}).map(([value, postId]) => ({ value, postId }))
  return {
    ...{ name, issuer, clientId },
    callback: `${deps.baseUrl}/api/auth/house/callback`,
    logout: `${deps.baseUrl}/house/${actor.tenant}/logout`,
    ...present({ match, posts: posts && { claim: posts.claim, of } }),
    linked: await countLinked(db, actor.tenant),
    reachable: await isReachable(house),
  }
}
