import type { PoolClient } from 'pg'
import type { Day, Instant } from '../../domain/time/time.ts'

/** How far an office's counts were judged, and with which threshold. */
export type WarningMark = {
  readonly judgedUntil: Day
  readonly pastFrom: Day | null
  readonly logThreshold: number | null
  readonly basis: 'own past' | 'tail of own past' | 'nominal' | null
  readonly judged: number
  readonly tooLittle: number
}

const COLUMNS = `judged_until as "judgedUntil", past_from as "pastFrom", log_threshold as "logThreshold", basis, judged, too_little as "tooLittle"`
const READ = `select ${COLUMNS} from warning_marks where tenant = $1`
const CLAIM = `insert into warning_marks as m (tenant, judged_until, leased_until) values ($1, $2::date - 1, $3)
on conflict (tenant) do update set leased_until = excluded.leased_until
where m.judged_until < $2::date and (m.leased_until is null or m.leased_until <= $4) returning ${COLUMNS}`
const FINISH = `update warning_marks set judged_until = greatest(judged_until, $2::date), leased_until = null, past_from = least(past_from, $3::date),
log_threshold = $4, basis = $5, judged = $6, too_little = $7 where tenant = $1`
const GIVE_BACK = `update warning_marks set leased_until = $2 where tenant = $1`

export const readMark = async (client: PoolClient, tenant: string): Promise<WarningMark | undefined> =>
  (await client.query<WarningMark>(READ, [tenant])).rows[0]

/** Takes the night up for one server; undefined when it was judged, or another is at it. */
export const claimNight = async (
  client: PoolClient,
  tenant: string,
  night: Day,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Promise<WarningMark | undefined> => (await client.query<WarningMark>(CLAIM, [tenant, night, until, now])).rows[0]

/** The night is judged. */
export async function finishNight(
  client: PoolClient,
  tenant: string,
  { judgedUntil, pastFrom, logThreshold, basis, judged, tooLittle }: WarningMark,
): Promise<void> {
  await client.query(FINISH, [tenant, judgedUntil, pastFrom, logThreshold, basis, judged, tooLittle])
}

/** What failed is tried again after a while. */
export async function giveBackNight(client: PoolClient, tenant: string, until: Instant): Promise<void> {
  await client.query(GIVE_BACK, [tenant, until])
}
