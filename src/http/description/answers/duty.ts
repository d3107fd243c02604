import { z } from 'zod'
import type { DutyView } from '../../../domain/views/duty-view.ts'
import { instant } from './common.ts'
import { described, optional } from './described.ts'

const on = z
  .strictObject({
    postIds: z.array(z.string()),
    until: instant,
    leaderPostId: optional(z.string()),
    phone: optional(z.string()),
    place: optional(z.string()),
  })
  .meta({ id: 'OnDuty' })
const desk = { deskId: z.string(), unitId: z.string(), on: optional(on) }
const span = { from: instant, until: instant }
const shift = z
  .strictObject({
    ...span,
    id: z.uuid(),
    reference: z.string(),
    version: z.int(),
    procedure: z.string(),
    procedureVersion: z.int(),
    title: z.string(),
    state: z.string(),
    published: z.boolean(),
    officers: z.array(z.string()),
    leaderPostId: optional(z.string()),
    phone: optional(z.string()),
    place: optional(z.string()),
  })
  .meta({ id: 'Shift' })

export const dutyView = described<DutyView>()(
  z
    .strictObject({
      ...span,
      now: instant,
      kind: optional(z.string()),
      line: z.array(z.strictObject(desk)),
      away: z.array(z.strictObject({ ...span, postId: z.string() })),
      desks: z.array(z.strictObject({ ...desk, shifts: z.array(shift), gaps: z.array(z.strictObject(span)) })),
    })
    .meta({ id: 'Duty' }),
)
