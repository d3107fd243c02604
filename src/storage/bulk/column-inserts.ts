import type { PoolClient } from 'pg'
import { asStored, MATTER_COLUMNS } from '../write/write-statement.ts'
import { columnText, textArray } from './text-array.ts'

/**
 * Inserts of many rows whose columns come as lists of text, one parameter a column: a third of what PostgreSQL takes for rows in JSON,
 * and each text of JSON arrives as it was hashed. COPY is not possible: PostgreSQL refuses it where row-level security binds.
 */
type ColumnInsert = { readonly into: string; readonly columns: readonly string[]; readonly end?: string }

export const COLUMN_INSERTS = {
  matters: { into: 'matters', columns: ['id uuid', 'updated_at timestamptz', ...MATTER_COLUMNS] },
  events: {
    into: 'matter_events',
    columns: ['matter_id uuid', 'version integer', 'type text', 'at timestamptz', 'json json', 'hash text'],
  },
  deadlines: {
    into: 'deadlines',
    columns: [
      'matter_id uuid',
      'clock_id text',
      'deadline text',
      'state text',
      'started_at timestamptz',
      'due_at timestamptz',
      'due_on date',
      'provisional boolean',
      'next_at timestamptz',
      'ended_at timestamptz',
    ],
  },
  keys: { into: 'matter_keys', columns: ['matter_id uuid', 'wrapped_key text', 'key_id text'] },
  jobs: {
    into: 'jobs',
    columns: ['id uuid', 'kind text', 'payload jsonb', 'run_at timestamptz', 'done_at timestamptz'],
    end: 'on conflict (tenant, id) do nothing',
  },
} as const satisfies Readonly<Record<string, ColumnInsert>>

type Table = keyof typeof COLUMN_INSERTS
type Row = Readonly<Record<string, unknown>>

/** An event's JSON goes into the column `event`. */
const COLUMN_OF: Readonly<Record<string, string>> = { json: 'event' }

const STATEMENTS = Object.fromEntries(
  Object.entries<ColumnInsert>(COLUMN_INSERTS).map(([table, { into, columns, end = '' }]) => {
    const parts = columns.map((column) => column.split(' ') as [name: string, type: string])
    const names = parts.map(([name]) => COLUMN_OF[name] ?? name)
    const values = parts.map(([name, type]) => asStored(name, type === 'text' ? `r.${name}` : `r.${name}::${type}`))
    const lists = parts.map((_, index) => `$${index + 2}::text[]`)
    const text = `insert into ${into} (tenant, ${names.join(', ')})
select $1, ${values.join(', ')} from unnest(${lists.join(', ')}) as r(${parts.map(([name]) => name).join(', ')}) ${end}`
    return [table, { text, names: parts.map(([name]) => name) }]
  }),
) as Readonly<Record<string, { readonly text: string; readonly names: readonly string[] }>>

/** Inserts rows into one table, unless there are none. */
export async function insertColumns(
  client: PoolClient,
  table: Table,
  tenant: string,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const { text = '', names = [] } = STATEMENTS[table] ?? {}
  const values = [tenant, ...names.map((name) => textArray(rows.map((row) => columnText(row[name]))))]
  await client.query({ name: `columns-${table}`, text, values })
}
