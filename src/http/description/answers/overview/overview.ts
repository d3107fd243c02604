import { z } from 'zod'
import type { GrowingRow, GrowingView } from '../../../../domain/overview/growing-view.ts'
import type {
  DayCount,
  KindLine,
  OverviewSums,
  OverviewView,
  RedRow,
  UnitLine,
} from '../../../../domain/overview/overview-view.ts'
import type { WallRow, WallView } from '../../../../domain/overview/wall-view.ts'
import { day, instant, level } from '../common.ts'
import { described, optional } from '../described.ts'
import { matterRow, rowFields } from '../lists.ts'

const sumFields = { open: z.int(), overdue: z.int(), major: z.int(), opened: z.int(), closed: z.int() }
const sums = described<OverviewSums>()(z.strictObject(sumFields).meta({ id: 'OverviewSums' }))
const unitLine = described<UnitLine>()(
  z
    .strictObject({
      ...sumFields,
      unitId: z.string(),
      own: optional(z.literal(true)),
      overdueSince: optional(instant),
    })
    .meta({ id: 'UnitLine' }),
)
const kindLine = described<KindLine>()(z.strictObject({ ...sumFields, kind: z.string() }).meta({ id: 'KindLine' }))
const dayCount = described<DayCount>()(z.strictObject({ day, opened: z.int(), closed: z.int() }))
const redRow = described<RedRow>()(
  z.strictObject({ ...rowFields, overdueSince: optional(instant) }).meta({ id: 'RedRow' }),
)

export const overviewView = described<OverviewView>()(
  z
    .strictObject({
      now: instant,
      unitId: z.string(),
      from: day,
      all: sums,
      units: z.array(unitLine),
      kinds: z.array(kindLine),
      days: z.array(dayCount),
      overdue: z.array(redRow),
      major: z.array(redRow),
      oldest: z.array(matterRow),
    })
    .meta({ id: 'OverviewView' }),
)

const growingRow = described<GrowingRow>()(
  z.strictObject({
    unitId: optional(z.string()),
    category: optional(z.string()),
    count: z.int(),
    expected: z.number(),
    usual: z.int(),
    weeks: z.array(z.int()),
  }),
)
export const growingView = described<GrowingView>()(
  z
    .strictObject({
      monday: day,
      judged: z.int(),
      tooShort: z.int(),
      chance: z.number(),
      rows: z.array(growingRow),
    })
    .meta({ id: 'GrowingView' }),
)

const wallRow = described<WallRow>()(
  z.strictObject({
    reference: z.string(),
    kind: z.string(),
    unitId: z.string(),
    placeUnitId: optional(z.string()),
    level: optional(level),
    overdueSince: optional(instant),
    dueOn: optional(day),
  }),
)
export const wallView = described<WallView>()(
  z
    .strictObject({
      now: instant,
      unitId: z.string(),
      all: sums,
      units: z.array(unitLine),
      urgent: z.array(wallRow),
      weeks: z.array(z.strictObject({ monday: day, opened: z.int(), closed: z.int() })),
      due: z.array(z.strictObject({ day, count: z.int() })),
      next: z.array(wallRow),
      log: optional(z.strictObject({ size: z.int(), at: instant, witnessedAt: optional(instant) })),
    })
    .meta({ id: 'WallView' }),
)
