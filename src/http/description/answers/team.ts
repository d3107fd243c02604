import { z } from 'zod'
import { STAYS } from '../../../domain/matter/hand-over.ts'
import type { GapsView, HandOverPreview, HandOverView, TeamView } from '../../../domain/views/team-view.ts'
import { instant } from './common.ts'
import { described, optional } from './described.ts'

const staying = z
  .strictObject({
    id: z.uuid(),
    reference: z.string(),
    title: z.string(),
    procedure: z.string(),
    why: z.enum(STAYS),
  })
  .meta({ id: 'StayingMatter' })
export const handOverPreview = described<HandOverPreview>()(
  z.strictObject({
    moves: z.array(z.strictObject({ procedure: z.string(), count: z.int() })),
    stays: z.array(staying),
  }),
)
export const handOverView = described<HandOverView>()(
  z
    .strictObject({
      id: z.uuid(),
      from: z.string(),
      to: z.string(),
      reason: z.string(),
      at: instant,
      finishedAt: optional(instant),
      undoes: optional(z.uuid()),
      all: z.int(),
      moved: z.int(),
      stays: z.array(staying),
    })
    .meta({ id: 'HandOver' }),
)
const gap = z.strictObject({ postId: optional(z.string()), unitId: z.string(), matters: z.int() }).meta({ id: 'Gap' })
export const gapsView = described<GapsView>()(z.strictObject({ gaps: z.array(gap) }))
const load = z.strictObject({
  postId: z.string(),
  open: z.int(),
  waiting: z.int(),
  soon: z.int(),
  overdue: z.int(),
})
const cover = z.strictObject({
  matterId: z.uuid(),
  postId: z.string(),
  byPostId: optional(z.string()),
  from: instant,
  until: instant,
  away: z.boolean(),
})
export const teamView = described<TeamView>()(
  z
    .strictObject({
      now: instant,
      posts: z.array(load),
      covers: z.array(cover),
      gaps: z.array(gap),
      handOvers: z.array(handOverView),
    })
    .meta({ id: 'Team' }),
)
