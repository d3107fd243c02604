import { z } from 'zod'
import {
  type PanelBackTest,
  type PanelsView,
  type PanelView,
  SERIES_STEPS,
  SERIES_SUBJECTS,
  VERDICTS,
  WARNING_STAGES,
  type WarningsView,
} from '../../../../domain/warnings/warning-view.ts'
import { day, instant, text } from '../common.ts'
import { described, optional } from '../described.ts'

const yes = optional(z.literal(true))
const point = z.strictObject({
  day,
  observed: z.number(),
  expected: z.nullable(z.number()),
  upper: z.nullable(z.number()),
  p: z.nullable(z.number()),
  crossed: z.boolean(),
})
const verdict = optional(z.enum(VERDICTS))
const basis = optional(z.enum(['own past', 'tail of own past', 'nominal']))

const panel = {
  key: z.string(),
  subject: z.enum(SERIES_SUBJECTS),
  step: z.enum(SERIES_STEPS),
  of: text,
  unitId: optional(z.string()),
  what: text,
  kind: z.string(),
  category: optional(z.string()),
  points: z.array(point),
  tooLittleData: yes,
  open: optional(z.strictObject({ matterId: z.uuid(), reference: z.string(), state: z.string() })),
}
const panelView = described<PanelView>()(z.strictObject(panel).meta({ id: 'WarningPanel' }))
export const panelsView = described<PanelsView>()(
  z.strictObject({ panels: z.array(panelView), next: optional(z.string()) }),
)
export const panelBackTest = described<PanelBackTest>()(
  z.strictObject({
    ...panel,
    year: z.array(point),
    warnings: z.array(
      z.strictObject({
        matterId: z.uuid(),
        reference: z.string(),
        title: z.string(),
        name: text,
        raisedOn: day,
        since: day,
        stage: z.enum(WARNING_STAGES),
        verdict,
      }),
    ),
    alarmsInYear: z.int(),
    threshold: optional(z.number()),
  }),
)

const card = z
  .strictObject({
    matterId: z.uuid(),
    reference: z.string(),
    title: z.string(),
    name: text,
    stage: z.enum(WARNING_STAGES),
    state: text,
    subject: z.enum(SERIES_SUBJECTS),
    step: z.enum(SERIES_STEPS),
    key: z.string(),
    what: text,
    of: text,
    unitId: z.string(),
    unit: text,
    placeUnitId: optional(z.string()),
    ring: optional(z.array(z.string())),
    raisedAt: instant,
    since: day,
    asOf: day,
    observed: z.number(),
    expected: z.number(),
    upper: optional(z.number()),
    p: optional(z.number()),
    q: optional(z.number()),
    words: text,
    dueOn: optional(day),
    overdue: yes,
    mayJudge: yes,
    acts: z.array(z.strictObject({ step: z.string(), title: text })),
    verdict,
    points: z.array(point),
    similar: z.array(
      z.strictObject({
        matterId: z.uuid(),
        reference: z.string(),
        title: z.string(),
        name: text,
        raisedOn: day,
        verdict,
        why: optional(z.string()),
      }),
    ),
    made: z.array(z.strictObject({ matterId: z.uuid(), reference: z.string(), title: z.string(), kind: text })),
  })
  .meta({ id: 'WarningCard' })

export const warningsView = described<WarningsView>()(
  z.strictObject({
    judgedUntil: optional(day),
    clockAhead: yes,
    missed: z.array(z.strictObject({ from: day, to: day, judgedOn: optional(day) })),
    series: z.strictObject({ judged: z.int(), tooLittleData: z.int() }),
    budget: z.strictObject({
      perMonth: z.number(),
      from: day,
      to: day,
      allowed: z.number(),
      raised: z.int(),
      falseAlarms: z.int(),
      threshold: optional(z.number()),
      basis,
    }),
    record: z.strictObject({
      real: z.int(),
      notReal: z.int(),
      unclear: z.int(),
      waiting: z.int(),
      precision: optional(z.strictObject({ share: z.number(), low: z.number(), high: z.number() })),
      medianDelayDays: optional(z.int()),
      medianLeadDays: optional(z.int()),
    }),
    cards: z.array(card),
  }),
)
