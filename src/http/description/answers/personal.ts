import { z } from 'zod'
import { DATA_SERVICES } from '../../../domain/personal/data-orders.ts'
import type { Comparison, ConcernedView } from '../../../domain/views/personal-views.ts'
import { instant } from './common.ts'
import { described, optional } from './described.ts'

const concernedView = described<ConcernedView>()(
  z
    .strictObject({
      id: z.uuid(),
      reference: z.string(),
      title: z.string(),
      procedure: z.string(),
      version: z.int(),
      state: z.string(),
      fields: z.array(z.string()),
      services: z.array(z.enum(DATA_SERVICES)),
      orders: z.array(z.enum(['keep', 'restrict'])),
      shreddedAt: optional(instant),
    })
    .meta({ id: 'ConcernedView' }),
)
export const concerned = described<{ readonly matters: readonly ConcernedView[] }>()(
  z.strictObject({ matters: z.array(concernedView) }),
)
export const comparison = described<Comparison>()(z.strictObject({ same: z.boolean() }).meta({ id: 'Comparison' }))
