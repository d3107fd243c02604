import { z } from 'zod'
import { NOTICE_KIND_NAMES } from '../../../domain/notice/notice.ts'
import { OUTLET_KIND_NAMES, OUTLET_STATES } from '../../../domain/notice/outlet.ts'
import type { OutletMade, OutletTest, OutletView } from '../../../domain/views/outlet-view.ts'
import { instant } from './common.ts'
import { described, optional } from './described.ts'

export const outlet = described<OutletView>()(
  z
    .strictObject({
      id: z.string(),
      unitId: z.string(),
      kind: z.enum(OUTLET_KIND_NAMES),
      name: z.string(),
      host: z.string(),
      state: z.enum(OUTLET_STATES),
      hasSecret: z.boolean(),
      oldSecretUntil: optional(instant),
      reasons: z.array(z.enum(NOTICE_KIND_NAMES)),
      mode: z.enum(['atOnce', 'digest']),
      digestAt: z.int(),
      quietFrom: optional(z.int()),
      quietUntil: optional(z.int()),
      waiting: z.int(),
      dead: z.int(),
      last: optional(z.strictObject({ at: instant, succeeded: z.boolean(), said: z.string() })),
      waitsUntil: optional(instant),
    })
    .meta({ id: 'Outlet' }),
)
export const outletMade = described<OutletMade>()(
  z.strictObject({ id: z.string(), secret: optional(z.string()) }).meta({ id: 'OutletMade' }),
)
export const outletTest = described<OutletTest>()(
  z.strictObject({ taken: z.boolean(), said: z.string() }).meta({ id: 'OutletTest' }),
)
