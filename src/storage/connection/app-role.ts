import type { ClientBase } from 'pg'
import { AnlanError } from '../../domain/wording/errors.ts'

/** The role that the application acts as: it owns nothing, so row-level security binds it. */
export const APP_ROLE = 'anlan_app'

const CREATED_MEANWHILE = ['42710', '23505'] // another database of the same server is being migrated

/**
 * Makes the application's role when it is missing, and lets the current user act as it.
 * @throws AnlanError database-unusable, rule role-missing, with the statements an administrator should run
 */
export async function ensureAppRole(client: ClientBase): Promise<void> {
  const before = await readRole(client)
  if (before.usable) return
  const toDo = [
    ...(before.exists ? [] : [`create role ${APP_ROLE}`]),
    `grant ${APP_ROLE} to ${client.escapeIdentifier(before.user)}`,
  ]
  try {
    for (const statement of toDo) await client.query(statement)
  } catch (cause) {
    const { code = '', message } = cause as { code?: string; message: string }
    if (!CREATED_MEANWHILE.includes(code)) {
      throw new AnlanError('database-unusable', { rule: 'role-missing', statements: toDo, reason: message })
    }
    await client.query(`grant ${APP_ROLE} to ${client.escapeIdentifier(before.user)}`)
  }
}

type RoleState = { user: string; exists: boolean; usable: boolean }

/** Superusers may act as any role. Before PostgreSQL 16 membership was enough; since then it must allow SET. */
async function readRole(client: ClientBase): Promise<RoleState> {
  const found = await client.query<RoleState>({
    text: `select current_user as user, r.oid is not null as exists,
        coalesce(pg_has_role(current_user, r.oid,
          case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end), false) as usable
      from (select 1) as one left join pg_roles as r on r.rolname = $1`,
    values: [APP_ROLE],
  })
  const [row] = found.rows
  if (!row) throw new Error('the role query always has a row')
  return row
}
