import type { ClientBase } from 'pg'
import { canonicalJson } from '../../engine/record/canonical-json.ts'
import type { RowKind } from '../../engine/transparency/entry.ts'
import { sha256 } from '../write/ids.ts'

/** Which columns of which rows are in the log, and what names a row. The order in which posts are shown is nobody's right. */
const ROWS: Readonly<Record<RowKind, { readonly table: string; readonly key: string; readonly columns: string }>> = {
  admin: {
    table: 'admin_changes',
    key: 'id::text',
    columns: 'id, at, person_id, person_name, post_id, subject, subject_id, what, reason, before, after',
  },
  post: {
    table: 'posts',
    key: 'id',
    columns: 'id, unit_id, title, roles, person_id, closed_at, confirmed_person_id, confirmed_roles',
  },
  person: { table: 'people', key: 'id', columns: 'id, name, user_id, left_at' },
  unit: { table: 'units', key: 'id', columns: 'id, parent_id, path, kind, name, closed_at' },
  office: { table: 'tenants', key: 'tenant', columns: 'tenant, name, settings' },
  code: { table: 'report_codes', key: 'code_hash', columns: 'code_hash, matter_id, version, created_at' },
}

export type RowDigest = { readonly subject: string; readonly digest: string }

/** The digests of some rows, or of all; rows that are not there are missing from the answer. */
export async function rowDigests(
  client: ClientBase,
  tenant: string,
  kind: RowKind,
  subjects?: readonly string[],
): Promise<RowDigest[]> {
  const { table, key, columns } = ROWS[kind]
  const { rows } = await client.query<Record<string, unknown> & { row_key: string }>(
    `select ${key} as row_key, ${columns} from ${table} where tenant = $1 and ($2::text[] is null or ${key} = any($2::text[])) order by 1`,
    [tenant, subjects ?? null],
  )
  return rows.map(({ row_key, ...row }) => ({ subject: row_key, digest: sha256(canonicalJson(row)) }))
}
