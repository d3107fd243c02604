import { z } from 'zod'
import { CHANNELS } from '../../../domain/matter/matter.ts'
import { type Post, UNIT_KINDS, type Unit } from '../../../domain/unit/unit.ts'
import { COVERAGE_FIGURES, type CoverageFigure, type CoverageView } from '../../../domain/views/coverage-view.ts'
import type { SatisfactionView } from '../../../domain/views/satisfaction.ts'
import type {
  DirectoryView,
  KindCount,
  KindName,
  MatterPage,
  MatterRow,
  RowClock,
  SheetView,
  TodayView,
  WorkRow,
} from '../../../domain/views/views.ts'
import type { SavedView } from '../../../storage/read/saved-views.ts'
import { clockState, extension, pause } from './clock.ts'
import { day, instant, level, period, role, stateGroup, text } from './common.ts'
import { office } from './crossing.ts'
import { described, optional } from './described.ts'
import { raised } from './matter.ts'

const rowClock = described<RowClock>()(
  z
    .strictObject({
      clockId: z.string(),
      state: clockState,
      startedAt: instant,
      dueOn: optional(day),
      dueAt: instant,
      provisional: z.boolean(),
      endedAt: optional(instant),
      period: optional(period),
      setDay: optional(day),
      setAt: optional(instant),
      pauses: optional(z.array(pause)),
      heldAt: optional(instant),
      roll: optional(z.enum(['next', 'previous', 'none'])),
      extensions: optional(z.array(extension)),
    })
    .meta({ id: 'RowClock' }),
)
export const rowFields = {
  id: z.uuid(),
  reference: z.string(),
  procedure: z.string(),
  procedureVersion: z.int(),
  title: z.string(),
  category: optional(z.string()),
  level: optional(level),
  state: z.string(),
  group: stateGroup,
  unitId: z.string(),
  place: optional(z.string()),
  placeUnitId: optional(z.string()),
  sourceNumber: optional(z.string()),
  channel: z.enum(CHANNELS),
  ownerPostId: optional(z.string()),
  openedAt: instant,
  closedAt: optional(instant),
  clock: optional(rowClock),
  exercise: optional(z.literal(true)),
  mark: optional(z.string()),
  version: z.int(),
}
export const matterRow = described<MatterRow>()(z.strictObject(rowFields).meta({ id: 'MatterRow' }))
const workRow = described<WorkRow>()(
  z
    .strictObject({
      ...rowFields,
      nextSteps: z.array(z.string()),
      only: optional(z.string()),
      raised: optional(z.array(raised)),
      mayTake: optional(z.array(z.string())),
    })
    .meta({ id: 'WorkRow' }),
)
export const matterPage = described<MatterPage>()(
  z
    .strictObject({
      rows: z.array(matterRow),
      next: optional(z.string()),
      count: optional(z.int()),
      countIsLimit: optional(z.boolean()),
    })
    .meta({ id: 'MatterPage' }),
)
export const todayView = described<TodayView>()(
  z
    .strictObject({
      now: instant,
      work: z.array(workRow),
      workCount: z.int(),
      turnedOverdue: z.array(matterRow),
      turnedCount: z.int(),
      sent: z.array(matterRow),
      sentCount: z.int(),
      exercises: z.array(workRow),
    })
    .meta({ id: 'TodayView' }),
)
export const kindCount = described<KindCount>()(
  z
    .strictObject({ procedure: z.string(), open: z.int(), all: z.int(), isLimit: z.boolean() })
    .meta({ id: 'KindCount' }),
)
export const savedView = described<SavedView>()(
  z.strictObject({ id: z.uuid(), name: z.string(), query: z.string() }).meta({ id: 'SavedView' }),
)

export const unitKind = z.enum(UNIT_KINDS)
const unit = described<Unit>()(
  z
    .strictObject({ id: z.string(), parentId: optional(z.string()), path: z.string(), kind: unitKind, name: text })
    .meta({ id: 'Unit' }),
)
const post = described<Post>()(
  z
    .strictObject({
      id: z.string(),
      unitId: z.string(),
      title: text,
      roles: z.array(role),
      holder: optional(z.strictObject({ personId: z.string(), name: z.string() })),
    })
    .meta({ id: 'Post' }),
)
const kindName = described<KindName>()(
  z
    .strictObject({
      id: z.string(),
      version: z.int(),
      title: text,
      short: text,
      prefix: z.string(),
      by: z.array(role),
      isRecord: optional(z.literal(true)),
      levels: optional(
        z.strictObject({
          major: optional(text),
          serious: optional(text),
          general: optional(text),
          low: optional(text),
        }),
      ),
      isExercise: optional(z.literal(true)),
    })
    .meta({ id: 'KindName' }),
)
export const directory = described<DirectoryView>()(
  z
    .strictObject({ units: z.array(unit), posts: z.array(post), offices: z.array(office), kinds: z.array(kindName) })
    .meta({ id: 'DirectoryView' }),
)

export const sheet = described<SheetView>()(
  z
    .strictObject({
      headings: z.array(z.string()),
      rows: z.array(z.strictObject({ id: z.uuid(), cells: z.array(z.string()) })),
      more: z.boolean(),
    })
    .meta({ id: 'Sheet' }),
)

const toldCount = z.union([z.int(), z.enum(['few', 'hidden'])])
export const satisfaction = described<SatisfactionView>()(
  z
    .strictObject({
      units: z.array(
        z.strictObject({
          unitId: z.string(),
          rated: toldCount,
          satisfied: toldCount,
          dissatisfied: toldCount,
          unrated: toldCount,
        }),
      ),
    })
    .meta({ id: 'Satisfaction' }),
)

const figures = Object.fromEntries(COVERAGE_FIGURES.map((figure) => [figure, z.int()])) as Record<
  CoverageFigure,
  z.ZodInt
>
export const coverageView = described<CoverageView>()(
  z.strictObject({ reference: z.string(), rows: z.array(z.strictObject({ unitId: z.string(), ...figures })) }),
)
