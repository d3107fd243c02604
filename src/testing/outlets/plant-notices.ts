import type { Pool } from 'pg'

/** Writes so many notices of a matter to a post, each of another event, as those events would have. */
export async function plantNotices(
  owner: Pick<Pool, 'query'>,
  { tenant, matterId, postId, at }: { tenant: string; matterId: string; postId: string; at: string },
  count: number,
): Promise<void> {
  await owner.query(
    `insert into notices (tenant, id, receiver, matter_id, version, kind, at, exercise)
     select $1, gen_random_uuid(), 'post:' || $2, $3, 1000 + n, 'assigned', $4, false from generate_series(1, $5::int) as n`,
    [tenant, postId, matterId, at, count],
  )
}
