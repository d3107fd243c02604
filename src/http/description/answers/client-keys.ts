import { z } from 'zod'
import type { ClientKey, ClientKeyMade } from '../../../domain/views/client-key-view.ts'
import { instant } from './common.ts'
import { described, optional } from './described.ts'

export const clientKey = described<ClientKey>()(
  z
    .strictObject({ id: z.string(), name: z.string(), madeAt: instant, revokedAt: optional(instant) })
    .meta({ id: 'ClientKey' }),
)
export const clientKeyMade = described<ClientKeyMade>()(
  z.strictObject({ id: z.string(), key: z.string() }).meta({ id: 'ClientKeyMade' }),
)
