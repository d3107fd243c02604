import { z } from 'zod'
import {
  type AskedUnit,
  CAME_BACK_FIGURES,
  type CameBackFigure,
  type CameBackView,
  type LearnView,
  type LessonRow,
} from '../../../domain/views/came-back-view.ts'
import { instant, stateGroup } from './common.ts'
import { described, optional } from './described.ts'

const figures = Object.fromEntries(CAME_BACK_FIGURES.map((figure) => [figure, z.int()])) as Record<
  CameBackFigure,
  z.ZodInt
>
const row = {
  ...figures,
  id: z.uuid(),
  reference: z.string(),
  procedure: z.string(),
  title: z.string(),
  state: z.string(),
  group: stateGroup,
  outcome: optional(z.string()),
  category: optional(z.string()),
  unitId: z.string(),
  openedAt: instant,
  kinds: z.strictObject({ checks: z.string(), findings: z.string(), visits: z.string() }),
  versions: z.array(z.strictObject({ before: z.string(), after: optional(z.string()) })),
}
const lesson = described<LessonRow>()(z.strictObject(row).meta({ id: 'Lesson' }))
const asked = described<AskedUnit>()(
  z.strictObject({
    unitId: z.string(),
    id: z.uuid(),
    reference: z.string(),
    group: stateGroup,
    state: z.string(),
    late: z.boolean(),
    answeredAt: optional(instant),
    visitsBefore: figures.visitsBefore,
    before: figures.before,
    visitsSince: figures.visitsSince,
    since: figures.since,
  }),
)
const kinds = z.array(z.string())
export const lessons = described<LearnView>()(
  z.strictObject({ lessons: z.array(lesson), lessonKinds: kinds, reviews: kinds, rectifications: kinds }),
)
export const cameBackView = described<CameBackView>()(z.strictObject({ ...row, units: z.array(asked) }))
