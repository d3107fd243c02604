import type { ClientBase } from 'pg'
import type { ArchiveTable } from './archive.ts'

/** Made by migrations, not copied. */
const OWN = 'public.migrations'

/**
 * All tables of the program with the columns that hold data, each after those that its foreign keys point to. Foreign keys of a
 * table to itself are checked at the end of the statement, so they need no order.
 */
export async function tablesInOrder(client: ClientBase): Promise<readonly ArchiveTable[]> {
  const { rows: tables } = await client.query<ArchiveTable & { needs: readonly string[] }>(`
    select format('%s.%s', n.nspname, c.relname) as table,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(distinct format('%s.%s', fn.nspname, f.relname)) from pg_constraint k
        join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '{}') as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'auth')
    order by 1`)
  const left = new Map(tables.filter(({ table }) => table !== OWN).map((one) => [one.table, one]))
  const ordered: ArchiveTable[] = []
  while (left.size > 0) {
    const ready = [...left.values()].filter(({ needs }) => !needs.some((other) => left.has(other)))
    if (ready.length === 0) throw new Error(`tables point to each other in a circle: ${[...left.keys()].join(', ')}`)
    for (const { table, columns } of ready) {
      left.delete(table)
      ordered.push({ table, columns })
    }
  }
  return ordered
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** The part of a COPY statement that names table and columns. */
export const copied = ({ table, columns }: ArchiveTable): string =>
  `${table.split('.').map(quoted).join('.')} (${columns.map(quoted).join(', ')})`

/** Numbers that the database counts by itself go on behind the last one that was restored. */
export async function continueSequences(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
    select format('%I.%I', n.nspname, c.relname) as table, a.attname as column,
      pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) as sequence
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and n.nspname in ('public', 'auth') and a.attnum > 0 and not a.attisdropped
      and pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) is not null`)
  for (const { table, column, sequence } of rows)
    await client.query(`select setval($1, coalesce((select max(${quoted(column)}) from ${table}), 0) + 1, false)`, [
      sequence,
    ])
}
