import { z } from 'zod'
import { DATA_SERVICES } from '../../../domain/personal/data-orders.ts'
import type { Comparison, ConcernedView, PersonalDuty } from '../../../domain/views/personal-views.ts'
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

export const personalDuties = described<{ readonly kinds: readonly PersonalDuty[] }>()(
  z.strictObject({
    kinds: z.array(
      z
        .strictObject({
          procedure: z.string(),
          version: z.int(),
          due: z.int(),
          destroyed: z.int(),
          kept: z.int(),
          restricted: z.int(),
          assessedIn: optional(z.string()),
        })
        .meta({ id: 'PersonalDuty' }),
    ),
  }),
)
