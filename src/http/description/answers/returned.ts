import { z } from 'zod'
import type { RecordedRow, ReturnedCell, ReturnedRow, ReturnedSheet } from '../../../domain/views/returned-views.ts'
import { text } from './common.ts'
import { described, optional } from './described.ts'

const cell = described<ReturnedCell>()(
  z
    .strictObject({
      field: z.string(),
      heading: z.string(),
      fate: z.enum(['change', 'conflict', 'refused']),
      was: optional(z.string()),
      now: z.string(),
      sheet: z.string(),
      why: optional(text),
      by: optional(text),
      moves: optional(z.literal(true)),
    })
    .meta({ id: 'ReturnedCell' }),
)

const row = described<ReturnedRow>()(
  z
    .strictObject({
      row: z.int(),
      matter: optional(z.strictObject({ id: z.string(), reference: z.string(), title: z.string(), version: z.int() })),
      cells: z.array(cell),
      refused: optional(text),
    })
    .meta({ id: 'ReturnedRow' }),
)

export const returnedSheet = described<ReturnedSheet>()(
  z
    .strictObject({
      name: z.string(),
      isReturned: z.boolean(),
      unchanged: z.int(),
      rows: z.array(row),
      more: z.int(),
      added: z.array(z.int()),
      addedCount: z.int(),
      own: z.array(z.string()),
      twice: z.array(z.string()),
    })
    .meta({ id: 'ReturnedSheet' }),
)

export const recordedRow = described<RecordedRow>()(
  z
    .strictObject({
      row: z.int(),
      fate: z.enum(['recorded', 'already', 'again', 'refused']),
      steps: z.array(text),
      why: optional(text),
      left: optional(row),
    })
    .meta({ id: 'RecordedRow' }),
)
