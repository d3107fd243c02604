import { z } from 'zod'
import { COUNT_KEYS } from '../../../../domain/counts/count-query.ts'
import { COUNTED } from '../../../../domain/counts/count-row.ts'
import type { CountedMatter, CountedView, CountsView } from '../../../../domain/counts/counted-matters.ts'
import { LEVELS } from '../../../../domain/matter/level.ts'
import { CHANNELS } from '../../../../domain/matter/matter.ts'
import { instant } from '../common.ts'
import { described, optional } from '../described.ts'
import { told } from '../papers/bulletins.ts'

const span = z.strictObject({ from: instant, at: instant })
const perKey = <T extends z.ZodType>(names: readonly string[], value: T) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, optional(value)])))

export const countsView = described<CountsView>()(
  z.strictObject({
    span,
    by: z.array(z.enum(COUNT_KEYS)),
    counted: z.array(z.enum(COUNTED)),
    cells: z.array(z.strictObject({ key: perKey(COUNT_KEYS, z.string()), counts: perKey(COUNTED, told) })),
  }) as unknown as z.ZodType<CountsView>,
)
export const counted = described<CountedMatter>()(
  z
    .strictObject({
      id: z.uuid(),
      reference: z.string(),
      title: z.string(),
      procedure: z.string(),
      procedureVersion: z.int(),
      state: z.string(),
      category: optional(z.string()),
      level: optional(z.enum(Object.keys(LEVELS) as [keyof typeof LEVELS])),
      place: optional(z.string()),
      source: z.enum(CHANNELS),
      unitId: z.string(),
      openedAt: instant,
      closedAt: optional(instant),
      daysOverdue: optional(z.int()),
    })
    .meta({ id: 'CountedMatter' }),
)
export const countedView = described<CountedView>()(
  z.strictObject({
    span,
    counted: z.enum(COUNTED),
    count: z.int(),
    page: z.int(),
    pages: z.int(),
    rows: z.array(counted),
  }),
)
