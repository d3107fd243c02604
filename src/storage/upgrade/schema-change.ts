/** What differs between two dumps of a schema, in numbers a person can follow; the lines themselves for who wants to look. */
export type SchemaChange = {
  readonly newTables: readonly string[]
  readonly newColumns: readonly string[]
  readonly goneTables: readonly string[]
  readonly goneColumns: readonly string[]
  /** Lines that came or went besides: keys, indexes, rights, types of columns. */
  readonly lines: readonly string[]
}

const COLUMN = /^(\S+\.\S+)\.(\S+) /

/** Compares two texts of `dumpSchema`. */
export function schemaChange(before: string, after: string): SchemaChange {
  const [was, is] = [columnsIn(before), columnsIn(after)]
  const missing = (from: Columns, other: Columns) => ({
    tables: [...from.keys()].filter((table) => !other.has(table)),
    columns: [...from].flatMap(([table, columns]) =>
      other.has(table)
        ? columns.filter((column) => !other.get(table)?.includes(column)).map((c) => `${table}.${c}`)
        : [],
    ),
  })
  const [came, went] = [missing(is, was), missing(was, is)]
  return {
    newTables: came.tables,
    newColumns: came.columns,
    goneTables: went.tables,
    goneColumns: went.columns,
    lines: [
      ...linesOnlyIn(before, after).map((line) => `- ${line}`),
      ...linesOnlyIn(after, before).map((l) => `+ ${l}`),
    ],
  }
}

type Columns = ReadonlyMap<string, readonly string[]>

function columnsIn(dump: string): Columns {
  const found = new Map<string, string[]>()
  for (const line of partOf(dump, 'columns')) {
    const [, table = '', column = ''] = COLUMN.exec(line) ?? []
    if (table) found.set(table, [...(found.get(table) ?? []), column])
  }
  return found
}

/** The lines of one part of a dump. */
export const partOf = (dump: string, title: string): readonly string[] =>
  (dump.split(/^-- /m).find((part) => part.startsWith(`${title}\n`)) ?? '').split('\n').slice(1).filter(Boolean)

function linesOnlyIn(one: string, other: string): string[] {
  const known = new Set(other.split('\n'))
  return one.split('\n').filter((line) => line !== '' && !known.has(line))
}
