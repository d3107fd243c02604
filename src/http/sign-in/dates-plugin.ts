import type { KyselyPlugin } from 'kysely'

/** Columns of schema `auth` that hold an instant, as better-auth names them. */
const INSTANTS = [
  'createdAt',
  'updatedAt',
  'expiresAt',
  'banExpires',
  'oneTimeUntil',
  'accessTokenExpiresAt',
  'refreshTokenExpiresAt',
]

/**
 * Our driver gives instants as text; better-auth compares `expiresAt` with a `Date`.
 * Text against a `Date` compares as NaN, and no session would ever expire.
 */
export const createDatesPlugin = (): KyselyPlugin => ({
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(withDates) }),
})

function withDates<Row extends Record<string, unknown>>(row: Row): Row {
  const dates = INSTANTS.filter((name) => typeof row[name] === 'string')
  return dates.length === 0
    ? row
    : { ...row, ...Object.fromEntries(dates.map((name) => [name, new Date(row[name] as string)])) }
}
