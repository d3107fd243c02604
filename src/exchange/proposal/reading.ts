import { z } from 'zod'

const column = z.string().min(1).max(200)

/**
 * What a ledger is read as, question by question: what a person looks at and puts right before a row is taken in. `values` says of a
 * column what its cells stand for: an option, a unit's id, or `over` in the column that says whether the case is over.
 */
export const readingSchema = z.strictObject({
  kind: z.string().min(1).max(60),
  key: z.array(column).min(1).max(6),
  opened: column,
  unit: column.optional(),
  due: z.strictObject({ column, deadline: z.string().min(1).max(60) }).optional(),
  ended: column.optional(),
  isDone: column.optional(),
  result: column.optional(),
  /** How the former ledger ended its cases. */
  ending: z.string().min(1).max(60).optional(),
  /** By question of the opening form. */
  answers: z.record(z.string().max(60), column),
  values: z.record(column, z.record(z.string().max(500), z.string().max(100))),
  /** The year of dates that say none. */
  year: z.int().min(1900).max(2199).optional(),
})

export type Reading = z.infer<typeof readingSchema>

/** What a cell of the column that says whether a case is over stands for. */
export const OVER = 'over'
