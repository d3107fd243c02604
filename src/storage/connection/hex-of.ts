import { sql } from 'kysely'

/** A column of bytes, read as lower-case hex. */
export const hexOf = (column: string) => sql<string>`encode(${sql.ref(column)}, 'hex')`
