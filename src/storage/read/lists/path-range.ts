import { type RawBuilder, type SqlBool, sql } from 'kysely'

type PathColumn = 'm.unit_path' | 'm.origin_path' | 'm.place_path'

/** The first text after all that begin with this one: the columns of paths are compared by their bytes. */
const after = (path: string) => `${path.slice(0, -1)}${String.fromCharCode(path.charCodeAt(path.length - 1) + 1)}`

/** "At or below": what `starts_with` says, as an index reads it, with nothing left to check on each row. */
export const inRange = (column: PathColumn, path: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sql.ref(column)} >= ${path} and ${sql.ref(column)} < ${after(path)})`

/** Before all that are at or below a path, and after them: together what is not in its range. */
export const below = (column: PathColumn, path: string): RawBuilder<SqlBool> => sql`${sql.ref(column)} < ${path}`
export const above = (column: PathColumn, path: string): RawBuilder<SqlBool> =>
  sql`${sql.ref(column)} >= ${after(path)}`
