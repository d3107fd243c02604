import type { ClientBase, Pool } from 'pg'

const HEAD = `// Generated from the catalogue, do not edit. Refresh: npm run unit -- src/storage/schema/schema.test.ts -u
import type { ColumnType } from 'kysely'

/** Read as parsed JSON; written as text, because the driver would take an array for one of PostgreSQL's. */
export type Json = ColumnType<unknown, string, string>

/** May be left out when a row is added. */
export type Generated<T> =
  T extends ColumnType<infer Read, infer Added, infer Changed>
    ? ColumnType<Read, Added | undefined, Changed>
    : ColumnType<T, T | undefined, T>
`

/** How each type arrives in JavaScript: keep in step with type-parsers.ts. */
const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  float4: 'number',
  float8: 'number',
  text: 'string',
  varchar: 'string',
  bpchar: 'string',
  uuid: 'string',
  inet: 'string',
  date: 'string',
  time: 'string',
  timestamp: 'string',
  timestamptz: 'string',
  interval: 'string',
  bytea: 'Buffer',
  json: 'Json',
  jsonb: 'Json',
}

type Column = {
  readonly schema: string
  readonly table: string
  readonly column: string
  /** Name of the type; of the elements for an array. */
  readonly type: string
  readonly isArray: boolean
  readonly isNullable: boolean
  readonly hasDefault: boolean
  readonly isGenerated: boolean
}

const COLUMNS = `select n.nspname as schema, c.relname as table, a.attname as column,
    coalesce(e.typname, t.typname) as type, e.oid is not null as "isArray",
    not a.attnotnull as "isNullable", a.atthasdef or a.attidentity = 'd' as "hasDefault",
    a.attgenerated <> '' or a.attidentity = 'a' as "isGenerated"
  from pg_attribute as a join pg_class as c on c.oid = a.attrelid join pg_namespace as n on n.oid = c.relnamespace
  join pg_type as t on t.oid = a.atttypid left join pg_type as e on e.oid = t.typelem and t.typcategory = 'A'
  where c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
    and n.nspname !~ '^(pg_|information_schema$)'
    and not exists (select from pg_depend as x
      where x.classid = 'pg_class'::regclass and x.objid = c.oid and x.deptype = 'e')
  order by n.nspname = 'public' desc, n.nspname collate "C", c.relname collate "C", a.attnum`

/** The TypeScript that describes every table to the query builder: the text of tables.ts. */
export async function describeTables(db: Pool | ClientBase): Promise<string> {
  const { rows } = await db.query<Column>(COLUMNS)
  const tables = Object.entries(Object.groupBy(rows, ({ schema, table }) => nameOf(schema, table)))
  const types = tables.map(([name, columns = []]) => {
    return `export type ${typeName(name)} = {\n${columns.map((column) => `  ${column.column}: ${typeOf(column)}\n`).join('')}}\n`
  })
  const entries = tables.map(([name]) => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${typeName(name)}\n`)
  const all = `/** Every table by its name; the query builder's map of the database. */\nexport type Tables = {\n${entries.join('')}}\n`
  return [HEAD, ...types, all].join('\n')
}

const nameOf = (schema: string, table: string) => (schema === 'public' ? table : `${schema}.${table}`)

/** `matter_events` becomes MatterEventsTable. */
function typeName(table: string): string {
  return `${table.replace(/(?:^|[._])(\w)/g, (_, letter: string) => letter.toUpperCase())}Table`
}

function typeOf({ type, isArray, isNullable, hasDefault, isGenerated, column }: Column): string {
  const scalar = TYPES[type]
  if (!scalar) throw new Error(`column ${column} has type ${type}: say in describe-tables.ts how it arrives`)
  const element = isArray && scalar === 'Json' ? 'unknown' : scalar
  const whole = `${element}${isArray ? '[]' : ''}${isNullable ? ' | null' : ''}`
  if (isGenerated) return `ColumnType<${whole}, never, never>`
  return hasDefault ? `Generated<${whole}>` : whole
}
