import { type Context, Hono } from 'hono'
import type { CalendarEntry } from '../../../domain/outward/calendar-entry.ts'
import { findDefinition } from '../../../domain/procedure/definition.ts'
import type { Rulebook } from '../../../domain/procedure/rulebook.ts'
import { addMilliseconds } from '../../../domain/time/time.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import type { Locale } from '../../../domain/wording/text.ts'
import { CANCELLED_DAYS, entriesOf, type Telling } from '../../../engine/calendar/entries-of.ts'
import { standInEntries } from '../../../engine/calendar/stand-in-entries.ts'
import { saysNothing } from '../../../engine/notices/says-nothing.ts'
import { writeCalendar } from '../../../exchange/calendar/write-calendar.ts'
import { type AccountPerson, findPersonById } from '../../../storage/admin/person-of-account.ts'
import { personOfToken } from '../../../storage/calendar/addresses.ts'
import { readActing, readCalendarMatters } from '../../../storage/calendar/read-entries.ts'
import { databaseFor } from '../../../storage/connection/connect.ts'
import { keyedHash } from '../../../storage/keys/keys.ts'
import type { Env } from '../../request/env.ts'
import { readerAddress } from '../../request/reader-address.ts'
import { tokenBucketsOf } from '../../request/token-buckets.ts'
import { actorOf } from '../../sign-in/signed-in.ts'
import { conditional } from '../conditional.ts'

/** An office behind one address, each asking once an hour; whoever guesses is slowed down. */
const readingsOf = tokenBucketsOf({ burst: 240, refillSeconds: 1 })
const NAMES = { zh: '安澜', en: 'Anlan' }
const FILE = /^([\w.-]{20,80})\.ics$/
const TENANT = /^[a-z][a-z0-9-]{1,30}$/

/** A person's calendar for programs that cannot sign in: whoever has the address reads it, and what is in it says little. */
export const calendarFeedRoutes = new Hono<Env>().get('/calendar/:tenant/:file', async (c) => {
  const { deps, now } = c.var
  readingsOf(deps).take(readerAddress(c), Date.parse(now))
  const tenant = c.req.param('tenant')
  const [, token = ''] = FILE.exec(c.req.param('file')) ?? []
  if (!TENANT.test(tenant)) throw new AnlanError('not-found')
  const db = databaseFor(deps.pool, tenant)
  const personId = await personOfToken(db, deps.keys, tenant, token, now)
  const person = personId && (await findPersonById(deps.pool, tenant, personId, now))
  if (!person) throw new AnlanError('not-found')
  const locale = c.req.query('lang') === 'en' ? 'en' : 'zh'
  const entries = await entriesFor(c, tenant, person, locale)
  return conditional(c, {
    body: writeCalendar(NAMES[locale], entries),
    type: 'text/calendar; charset=utf-8',
    cache: 'private, no-cache',
  })
})

/** What all posts of a person have before them. */
async function entriesFor(c: Context<Env>, tenant: string, person: AccountPerson, locale: Locale) {
  const { deps, now } = c.var
  const rulebook = await deps.rulebooks.of(tenant)
  const host = new URL(deps.baseUrl).hostname
  const telling: Telling = {
    locale,
    baseUrl: deps.baseUrl,
    now,
    uidOf: (...parts) =>
      `${keyedHash(deps.keys, 'calendar-entry', [tenant, ...parts].join('\n')).slice(0, 32)}@${host}`,
  }
  const found: CalendarEntry[] = []
  for (const post of person.posts) {
    const actor = actorOf({ tenant, person, post })
    found.push(...(await entriesOfPost(c, actor, rulebook, telling)))
  }
  const byId = new Map<string, CalendarEntry>()
  for (const entry of found) if (!entry.cancelled || !byId.has(entry.uid)) byId.set(entry.uid, entry)
  return [...byId.values()].sort((a, b) => (a.uid < b.uid ? -1 : 1))
}

async function entriesOfPost(
  c: Context<Env>,
  actor: ReturnType<typeof actorOf>,
  { procedures, directory }: Rulebook,
  telling: Telling,
): Promise<CalendarEntry[]> {
  const { deps } = c.var
  const db = databaseFor(deps.pool, actor.tenant)
  const since = addMilliseconds(telling.now, -CANCELLED_DAYS * 86_400_000)
  const kinds = procedures.flatMap(({ id, standsIn }) => (standsIn ? [{ id, states: standsIn.states }] : []))
  const matters = await readCalendarMatters(db, actor, since, directory)
  const acting = await readActing(db, actor, since, kinds)
  const limits = matters.flatMap(({ matter, ...rest }) => {
    const procedure = findDefinition(procedures, matter)
    if (!procedure) return []
    const { roles } = actor
    const appointments = deps.outward?.appointments[matter.procedure] ?? []
    return entriesOf(
      { matter, ...rest, roles, procedure, appointments, silent: saysNothing(matter.procedure, directory) },
      telling,
    )
  })
  const changed = acting.flatMap(({ matter, changedAt }) => {
    const procedure = findDefinition(procedures, matter)
    return procedure ? [{ matter, changedAt, procedure }] : []
  })
  return [...limits, ...standInEntries(changed, { postId: actor.postId, directory }, telling)]
}
