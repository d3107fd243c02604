import { z } from 'zod'
import type {
  Brief,
  BulkResult,
  Changed,
  Done,
  Opened,
  OpenedFields,
  StepResult,
} from '../../../domain/views/act-views.ts'
import { ERROR_CODES } from '../../../domain/wording/error-text.ts'
import { formValues, instant, stateGroup } from './common.ts'
import { described } from './described.ts'

export const done = described<Done>()(z.strictObject({ ok: z.literal(true) }).meta({ id: 'Done' }))

export const changed = described<Changed>()(z.strictObject({ id: z.string() }).meta({ id: 'Changed' }))

const briefFields = { id: z.uuid(), reference: z.string(), version: z.int() }
export const brief = described<Brief>()(z.strictObject(briefFields).meta({ id: 'Brief' }))

export const opened = described<Opened>()(
  z
    .strictObject({ ...briefFields, code: z.string().exactOptional(), receiptPath: z.string().exactOptional() })
    .meta({ id: 'Opened' }),
)

export const stepResult = described<StepResult>()(
  z
    .strictObject({
      ...briefFields,
      state: z.string(),
      group: stateGroup,
      opened: z.array(z.strictObject({ id: z.uuid(), reference: z.string(), procedure: z.string() })),
    })
    .meta({ id: 'StepResult' }),
)

export const bulkResult = described<BulkResult>()(
  z
    .strictObject({
      done: z.array(z.uuid()),
      refused: z.array(z.strictObject({ id: z.uuid(), title: z.string(), code: z.enum(ERROR_CODES) })),
    })
    .meta({ id: 'BulkResult' }),
)

export const openedFields = described<OpenedFields>()(
  z.strictObject({ values: formValues, closesAt: instant }).meta({ id: 'OpenedFields' }),
)
