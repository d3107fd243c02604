import { z } from 'zod'
import {
  type ForecastFigure,
  type ForecastPart,
  type ForecastView,
  type ForecastWeek,
  SILENT_REASONS,
} from '../../../../domain/forecast/forecast-view.ts'
import { day, instant } from '../common.ts'
import { described, optional } from '../described.ts'

const figure = described<ForecastFigure>()(
  z.strictObject({
    said: optional(z.strictObject({ value: z.number(), lower: z.number(), upper: z.number() })),
    silent: optional(z.enum(SILENT_REASONS)),
    tries: z.int(),
    error: optional(z.number()),
    naiveError: optional(z.number()),
  }),
)
const week = described<ForecastWeek>()(z.strictObject({ day, open: figure, overdue: figure }))
const part = described<ForecastPart>()(
  z.strictObject({
    key: z.string(),
    open: z.int(),
    overdue: z.int(),
    ahead: z.strictObject({ open: figure, overdue: figure }),
  }),
)

/** What will be open and overdue. */
export const forecast = described<ForecastView>()(
  z.strictObject({
    at: instant,
    unitId: z.string(),
    kind: optional(z.string()),
    known: z.array(z.string()),
    past: z.array(z.strictObject({ day, open: z.int(), overdue: z.int() })),
    ahead: z.array(week),
    partWeeks: z.int(),
    kinds: z.array(part),
    units: z.array(part),
  }),
)
