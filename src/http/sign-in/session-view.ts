import type { Context } from 'hono'
import { present } from '../../domain/present.ts'
import type { SessionView } from '../../domain/views/views.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import { getTenant } from '../../storage/tenants/office-settings.ts'
import type { Env, SignedIn } from '../request/env.ts'

/** What a screen needs to know before it can show anything. */
export async function sessionView(c: Context<Env>, signedIn: SignedIn): Promise<SessionView> {
  const { rulebooks, pool } = c.var.deps
  const { tenant, person, post, username, mustChangePassword, mustSetFactor } = signedIn
  const rulebook = await rulebooks.of(tenant)
  const { name, calendarDays, contact, emblem, confirmed, closedChannels, categories } = await getTenant(
    databaseFor(pool, tenant),
    tenant,
  )
  return {
    tenant: { id: tenant, name },
    office: { contact, confirmed, closedChannels, categories, ...(emblem ? { emblem } : {}) },
    person: { id: person.id, name: person.name, username },
    post,
    posts: person.posts.map(({ id, title, unitId, standsIn }) => ({ id, title, unitId, ...present({ standsIn }) })),
    mustChangePassword,
    mustSetFactor,
    now: c.var.now,
    calendarDays,
    overrides: rulebook.overrides,
  }
}
