import { z } from 'zod'
import type { LedgerReading } from '../../domain/views/import-views.ts'

const column = z.string().min(1).max(200)

/** What a reading must be before a file is read by it. */
export const readingSchema: z.ZodType<LedgerReading> = z.strictObject({
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
