import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { type Crossing, idThere, openingKey } from './crossing-id.ts'

const BAR = `insert into commands (tenant, key, digest, matter_id, version, at) values ($1, $2, $3, $4, 0, $5) on conflict (tenant, key) do nothing`
const BARRED = `select digest from commands where tenant = $1 and key = $2 and version = 0`

/**
 * Takes the key under which a matter would be opened in the other office, so that it never is: not by a worker that is at it in
 * this very moment either. Nothing happens where it is open already, or barred before. @returns the reason it was barred with
 */
export async function barOpening(
  { pool, now }: StorageDeps,
  crossing: Crossing,
  there: string,
  reason: string,
): Promise<string | undefined> {
  const key = openingKey(crossing)
  return withTenant(pool, there, async (client) => {
    await client.query(BAR, [there, key, reason, idThere(crossing), now()])
    const { rows } = await client.query<{ digest: string }>(BARRED, [there, key])
    return rows[0]?.digest
  })
}
