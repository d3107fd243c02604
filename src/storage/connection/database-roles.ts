import type { ClientBase } from 'pg'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type Text, text } from '../../domain/wording/text.ts'

/** The role that the application acts as: it owns nothing, so row-level security binds it. It cannot read the reporter vault. */
export const APP_ROLE = 'anlan_app'

/** The role that reads the reporter vault and nothing else. */
export const VAULT_ROLE = 'anlan_vault'

const CREATED_MEANWHILE = ['42710', '23505'] // another database of the same server is being migrated

/**
 * Makes the roles that are missing, and lets the current user act as them.
 * @throws AnlanError database-unusable, rule role-missing, with the statements an administrator of the database should run
 */
export async function ensureRoles(client: ClientBase): Promise<void> {
  const states = [await readRole(client, APP_ROLE), await readRole(client, VAULT_ROLE)]
  const toDo = states.flatMap(({ role, user, exists, usable }) => {
    const grant = `grant ${role} to ${client.escapeIdentifier(user)}`
    return usable ? [] : exists ? [grant] : [`create role ${role}`, grant]
  })
  for (const statement of toDo) {
    await client.query(statement).catch(({ code = '', message }: { code?: string; message: string }) => {
      if (CREATED_MEANWHILE.includes(code)) return
      throw new AnlanError('database-unusable', {
        rule: 'role-missing',
        statements: toDo,
        reason: message,
        text: ask(toDo),
      })
    })
  }
}

/** What the operator asks the administrator of the database to run, when DATABASE_URL's user may not make roles. */
function ask(statements: readonly string[]): Text {
  const sql = statements.map((statement) => `${statement};`).join(' ')
  return text(
    `这个数据库用户不能建角色。请数据库管理员执行：${sql}`,
    `This database user may not make roles. Ask the administrator of the database to run: ${sql}`,
  )
}

type RoleState = { role: string; user: string; exists: boolean; usable: boolean }

/** Superusers may act as any role. Before PostgreSQL 16 membership was enough; since then it must allow SET. */
async function readRole(client: ClientBase, role: string): Promise<RoleState> {
  const found = await client.query<RoleState>({
    text: `select $1::text as role, current_user as user, r.oid is not null as exists,
        coalesce(pg_has_role(current_user, r.oid,
          case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end), false) as usable
      from (select 1) as one left join pg_roles as r on r.rolname = $1`,
    values: [role],
  })
  const [row] = found.rows
  if (!row) throw new Error('the role query always has a row')
  return row
}
