import type { Kysely } from 'kysely'
import type { Role } from '../../domain/unit/role.ts'
import type { Text } from '../../domain/wording/text.ts'
import type { Tables } from '../schema/tables.ts'

export type HeldPost = {
  readonly id: string
  readonly title: Text
  readonly unitId: string
  readonly unitPath: string
  readonly roles: readonly Role[]
}

export type AccountPerson = { readonly id: string; readonly name: string; readonly posts: readonly HeldPost[] }

/** The person behind a sign-in account, with the posts held now; undefined when the person has left. */
export async function findPersonOfAccount(
  db: Kysely<Tables>,
  { tenant, userId }: { tenant: string; userId: string },
): Promise<AccountPerson | undefined> {
  const rows = await db
    .selectFrom('people as p')
    .leftJoin('posts as s', (join) =>
      join.onRef('s.tenant', '=', 'p.tenant').onRef('s.person_id', '=', 'p.id').on('s.closed_at', 'is', null),
    )
    .leftJoin('units as u', (join) => join.onRef('u.tenant', '=', 's.tenant').onRef('u.id', '=', 's.unit_id'))
    .select(['p.id', 'p.name', 's.id as postId', 's.title', 's.roles', 'u.id as unitId', 'u.path as unitPath'])
    .where('p.tenant', '=', tenant)
    .where('p.user_id', '=', userId)
    .where('p.left_at', 'is', null)
    .orderBy('s.sort')
    .orderBy('s.id')
    .limit(100)
    .execute()
  const [first] = rows
  if (!first) return undefined
  const posts = rows.flatMap(({ postId, title, roles, unitId, unitPath }) =>
    postId && title && roles && unitId && unitPath
      ? [{ id: postId, title: title as Text, unitId, unitPath, roles: roles as readonly Role[] }]
      : [],
  )
  return { id: first.id, name: first.name, posts }
}
