import { type Kysely, sql } from 'kysely'
import type { AdminAct } from '../admin/admin-changes.ts'
import { changePost } from '../admin/admin-posts.ts'
import type { Tables } from '../schema/tables.ts'

/** Signs what follows from a claim of the house. It is nobody's, and so confirms nothing. */
export const HOUSE = 'house'

/** Roles that no claim gives, whatever is configured. */
const NEVER = ['administrator', 'auditor']

type Held = {
  readonly id: string
  readonly personId: string | null
  readonly roles: readonly string[]
  readonly byHouse: boolean
}

/**
 * Lets posts follow the claims of the house: a vacant post that they name is given, one that was given so and is named no more is vacated.
 * Posts that others hold or that an administrator gave stay. Roles over the vault wait for a second person as ever.
 * @returns whether anything changed
 */
export async function followHouse(
  db: Kysely<Tables>,
  actOf: () => AdminAct,
  { tenant, personId }: { readonly tenant: string; readonly personId: string },
  { named, mapped }: { readonly named: readonly string[]; readonly mapped: readonly string[] },
): Promise<boolean> {
  let changed = false
  for (const post of await listMapped(db, tenant, mapped)) {
    if (post.roles.some((role) => NEVER.includes(role))) continue
    const isNamed = named.includes(post.id)
    if (isNamed && post.personId === null) await changePost(db, actOf(), post.id, { personId })
    else if (!isNamed && post.personId === personId && post.byHouse)
      await changePost(db, actOf(), post.id, { personId: null })
    else continue
    changed = true
  }
  return changed
}

async function listMapped(db: Kysely<Tables>, tenant: string, ids: readonly string[]): Promise<Held[]> {
  const { rows } = await sql<Held>`select s.id, s.person_id as "personId", s.roles,
      coalesce((select c.person_id = ${HOUSE} from admin_changes c where c.tenant = s.tenant and c.subject = 'post' and c.subject_id = s.id
        and c.what in ('added', 'holderChanged') order by c.at desc, c.id desc limit 1), false) as "byHouse"
    from posts s where s.tenant = ${tenant} and s.closed_at is null and s.id = any (${[...ids]}::text[]) order by s.id`.execute(
    db,
  )
  return rows
}
