import type { Pool } from 'pg'
import type { Instant } from '../../domain/time/time.ts'
import { PERSON, type SessionPerson, type SessionRow, sessionOf, tenantOf } from '../admin/person-of-account.ts'
import { withTenant } from '../connection/connect.ts'
import { type Found, findStatement, foundIn, type StandingRow } from './find-standing.ts'

/** A command that a request names by its address, before it is known who asks. */
export type AskedAbout = {
  readonly matterId: string
  /** The idempotency key as the client sent it: it is kept bound to the person (`commandKey`). */
  readonly sentKey?: string | undefined
}

/** Who asks, and what stands of the matter they ask about. Whether they see it is decided with the command. */
export type SessionStanding = { readonly person: SessionPerson; readonly found: Found }

/**
 * Account, person and posts of a session as `findSessionPerson` reads them, and what a command must know of its matter, in one
 * round trip: both are as of one moment, so a session that has ended finds nothing.
 */
export async function findSessionStanding(
  pool: Pool,
  token: string,
  now: Instant,
  { matterId, sentKey }: AskedAbout,
): Promise<SessionStanding | undefined> {
  const tenant = await tenantOf(pool, token)
  if (tenant === undefined) return undefined
  const { rows } = await withTenant(pool, tenant, (client) =>
    client.query<StandingRow & { session: SessionRow[] }>({
      name: `session-matter${sentKey === undefined ? '' : '-key'}`,
      text: sentKey === undefined ? WITHOUT_KEY : WITH_KEY,
      values: [tenant, token, now, matterId, ...(sentKey === undefined ? [] : [sentKey])],
    }),
  )
  const [row] = rows
  const person = row && sessionOf(tenant, row.session.map(inOurTimes))
  return row && person && { person, found: foundIn(row) }
}

/** An instant inside JSON is spelt otherwise than one in a column. */
const inOurTimes = (row: SessionRow): SessionRow => ({
  ...row,
  until: row.until === null ? null : new Date(row.until).toISOString(),
})

/** No row where there is no session: then nothing of the matter is read. */
const SESSION = `(select json_agg(p) as session, min(p.id) as person from (${PERSON}) p having count(*) > 0) as one`

/** As `commandKey` binds it to the person. */
const BOUND_KEY = `encode(sha256(convert_to(one.person || chr(10) || $5, 'UTF8')), 'hex')`

/** The read of a command behind the session: its `$2` is the matter, its `$3` the key. */
const behind = (text: string) =>
  text
    .replace('$3', () => BOUND_KEY)
    .replaceAll('$2', () => '$4')
    .replace('select ', 'select one.session, ')
    .replace('(select 1) as one', () => SESSION)

const WITHOUT_KEY = behind(findStatement({ tenant: '', matterId: '' }).text)
const WITH_KEY = behind(findStatement({ tenant: '', matterId: '', key: '-' }).text)
