import type { Pool } from 'pg'
import type { Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { DATA_KEY, FIRST_KEY, type Keys, keyedHash, unwrapKey } from '../keys/keys.ts'

type Mark = {
  readonly tenant: string
  readonly keyCheck: string | null
  readonly seenAt: Instant | null
  /** A wrapped key of one of its matters, where nothing else tells which deployment key it had. */
  readonly matterId: string | null
  readonly wrapped: string | null
}

/** What was kept of each tenant, and of those without a mark a wrapped key to try. Needs the owner of the tables. */
export async function readMarks(owner: Pool): Promise<readonly Mark[]> {
  const { rows } = await owner.query<Mark>(`
    select t.tenant, m.key_check as "keyCheck", m.seen_at as "seenAt", k.matter_id as "matterId", k.wrapped_key as wrapped
    from tenants t
    left join tenant_marks m on m.tenant = t.tenant
    left join lateral (
      select matter_id, wrapped_key from matter_keys where tenant = t.tenant and wrapped_key is not null limit 1
    ) k on m.tenant is null
    order by t.tenant limit 10000`)
  return rows
}

/**
 * Refuses to go on with another deployment key than the one that wrapped what is here: new reports would be sealed under it, codes
 * would find nothing, and what was sealed would not open.
 * @throws AnlanError database-unusable, rule other-key
 */
export function checkKey(marks: readonly Mark[], keys: Keys): void {
  for (const mark of marks) if (!isItsKey(mark, keys)) throw otherKey(mark.tenant)
}

function isItsKey({ tenant, keyCheck, matterId, wrapped }: Mark, keys: Keys): boolean {
  if (keyCheck !== null) return keyCheck === checkOf(keys, tenant)
  if (matterId === null) return true
  try {
    unwrapKey(keys, wrapped, { tenant, matterId, field: DATA_KEY })
    return true
  } catch (cause) {
    if (cause instanceof AnlanError && cause.code === 'seal-broken') return false
    throw cause
  }
}

const checkOf = (keys: Keys, tenant: string): string => keyedHash(keys, 'deployment-key', tenant)

const otherKey = (tenant: string) =>
  new AnlanError('database-unusable', {
    rule: 'other-key',
    text: {
      zh: `部署密钥不是这个数据库的（${tenant}）：封存的内容会打不开，新的会用错的密钥封存。把原来的 deployment.key（或者 ANLAN_KEY）放回去再启动`,
      en: `The deployment key is not the one of this database (${tenant}): nothing sealed would open, and new data would be sealed under a wrong key. Put the former deployment.key (or ANLAN_KEY) back, then start again`,
    },
  })

/** Keeps that a server with this key looked at its clock at this moment, for every tenant. Needs the owner of the tables. */
export async function keepMarks(owner: Pool, keys: Keys, tenants: readonly string[], seenAt: Instant): Promise<void> {
  await owner.query(
    `insert into tenant_marks (tenant, key_id, key_check, seen_at)
     select tenant, $2, key_check, $4 from unnest($1::text[], $3::text[]) as given (tenant, key_check)
     on conflict (tenant) do update set seen_at = excluded.seen_at`,
    [tenants, FIRST_KEY, tenants.map((tenant) => checkOf(keys, tenant)), seenAt],
  )
}

/** The latest moment that a server saw, or undefined when none did yet. */
export const lastSeen = (marks: readonly Mark[]): Instant | undefined =>
  marks
    .flatMap(({ seenAt }) => seenAt ?? [])
    .sort()
    .at(-1)

/** Keeps that a copy of the deployment key was written out. Needs the owner of the tables. */
export async function keepKeyCopy(owner: Pool, at: Instant): Promise<void> {
  await owner.query('update tenant_marks set key_kept_at = $1', [at])
}

/** When a copy of the deployment key was last written out, or undefined when none was. Needs the owner of the tables. */
export async function keyCopiedAt(owner: Pool): Promise<Instant | undefined> {
  const { rows } = await owner.query<{ at: Instant | null }>('select max(key_kept_at) as at from tenant_marks')
  return rows[0]?.at ? new Date(rows[0].at).toISOString() : undefined
}
