import { z } from 'zod'
import type { ImportProposal, LedgerReading, PreviewedRow } from '../../../domain/views/import-views.ts'
import { rowIssue } from './admin.ts'
import { text } from './common.ts'
import { described, optional } from './described.ts'

export const uploadedLedger = z.strictObject({ id: z.uuid(), name: z.string() }).meta({ id: 'UploadedLedger' })

const texts = z.record(z.string(), z.string())
const maybe = <T extends z.ZodType>(schema: T) => schema.optional()
const reading = described<LedgerReading>()(
  z.strictObject({
    kind: z.string(),
    key: z.array(z.string()),
    opened: z.string(),
    unit: maybe(z.string()),
    due: maybe(z.strictObject({ column: z.string(), deadline: z.string() })),
    ended: maybe(z.string()),
    isDone: maybe(z.string()),
    result: maybe(z.string()),
    ending: maybe(z.string()),
    answers: texts,
    values: z.record(z.string(), texts),
    year: maybe(z.int()),
  }),
)

export const importProposal = described<ImportProposal>()(
  z
    .strictObject({
      name: z.string(),
      reading,
      columns: z.array(
        z.strictObject({
          name: z.string(),
          heading: z.string(),
          reads: z.array(z.string()),
          refused: optional(text),
          cells: z.array(z.string()),
        }),
      ),
      filled: z.array(z.strictObject({ field: z.string(), title: text, with: z.string() })),
      unknown: z.record(z.string(), z.array(z.string())),
    })
    .meta({ id: 'ImportProposal' }),
)

export const previewedRow = described<PreviewedRow>()(
  z
    .strictObject({
      row: z.int(),
      fate: z.enum(['added', 'known', 'skipped', 'rejected']),
      cells: texts,
      issues: z.array(rowIssue),
    })
    .meta({ id: 'PreviewedRow' }),
)
