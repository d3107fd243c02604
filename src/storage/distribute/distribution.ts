import type { Pool } from 'pg'
import { AnlanError } from '../../domain/wording/errors.ts'
import { text } from '../../domain/wording/text.ts'

/** What makes a database one that Citus spreads over servers, statement by statement. */
export type Distribution = {
  /** By office: each row lies where its tenant lies. */
  readonly distributed: readonly string[]
  /** The same on every server: accounts, and the list of migrations. */
  readonly reference: readonly string[]
  readonly statements: readonly string[]
}

/** All tables lie beside this one: what belongs to one office is on one server. */
const ANCHOR = 'public.tenants'

const TABLES = `select n.nspname || '.' || c.relname as name, n.nspname = 'public' and exists (
    select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped) as "byTenant"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and not c.relispartition
  order by n.nspname || '.' || c.relname = '${ANCHOR}' desc, 1`

const FOREIGN_KEYS = `select n.nspname || '.' || c.relname as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype = 'f' and n.nspname in ('public', 'auth') order by 1, 2`

type Table = { readonly name: string; readonly byTenant: boolean }
type ForeignKey = { readonly table: string; readonly name: string; readonly definition: string }

/**
 * Works out from the catalogue what Citus has to be told. Foreign keys are dropped before and made again after: a key between a table
 * that is spread and one that is not yet is refused. Settings of a transaction go to all servers, since row-level security there asks for
 * the tenant.
 */
export async function planDistribution(owner: Pool): Promise<Distribution> {
  const tables = (await owner.query<Table>(TABLES)).rows
  const keys = (await owner.query<ForeignKey>(FOREIGN_KEYS)).rows
  const { rows } = await owner.query<{ name: string }>('select quote_ident(current_database()) as name')
  const distributed = tables.filter(({ byTenant }) => byTenant).map(({ name }) => name)
  const reference = tables.filter(({ byTenant }) => !byTenant).map(({ name }) => name)
  return {
    distributed,
    reference,
    statements: [
      ...keys.map(({ table, name }) => `alter table ${table} drop constraint ${name}`),
      ...reference.map((name) => `select create_reference_table('${name}')`),
      ...distributed.map((name) =>
        name === ANCHOR
          ? `select create_distributed_table('${name}', 'tenant')`
          : `select create_distributed_table('${name}', 'tenant', colocate_with => '${ANCHOR}')`,
      ),
      ...keys.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`),
      `alter database ${rows[0]?.name} set citus.propagate_set_commands = 'local'`,
    ],
  }
}

/**
 * Carries a distribution out, all of it or nothing.
 * @throws AnlanError database-unusable where there is no Citus, or where tables are spread already
 */
export async function distribute(owner: Pool, { statements }: Distribution): Promise<void> {
  const { rows } = await owner.query<{ citus: boolean; done: boolean }>(
    `select to_regproc('create_distributed_table') is not null as citus, to_regclass('citus_tables') is not null as done`,
  )
  if (!rows[0]?.citus) throw without()
  const spread = rows[0].done ? await owner.query('select from citus_tables limit 1') : { rowCount: 0 }
  if (spread.rowCount) throw already()
  const client = await owner.connect()
  try {
    await client.query('begin')
    for (const statement of statements) await client.query(statement)
    await client.query('commit')
  } finally {
    client.release(client.getTransactionStatus() !== 'I')
  }
}

const without = () =>
  new AnlanError('database-unusable', {
    rule: 'no-citus',
    text: text(
      '这个数据库没有装 Citus。先由数据库管理员执行 create extension citus',
      'This database has no Citus. Its administrator runs first: create extension citus',
    ),
  })

const already = () =>
  new AnlanError('database-unusable', {
    rule: 'distributed-already',
    text: text('这些表已经分布好了', 'These tables are spread already'),
  })
