import { z } from 'zod'
import {
  type BehindView,
  type CompareView,
  type IndicatorsView,
  SIGNS,
  type SignsView,
  type TrialView,
} from '../../../../domain/compare/compare-view.ts'
import {
  INDICATOR_KINDS,
  type IndicatorDefinition,
  PACKS,
  SOURCE_MARKS,
  WANTED,
} from '../../../../domain/indicators/definition.ts'
import { day, instant, text } from '../common.ts'
import { counted } from '../counts/counts.ts'
import { described, optional } from '../described.ts'

const definition = described<IndicatorDefinition>()(
  z
    .strictObject({
      id: z.string(),
      version: z.int(),
      title: text,
      pack: z.enum(PACKS),
      kind: z.enum(INDICATOR_KINDS),
      formula: z.string(),
      wanted: z.enum(WANTED),
      range: optional(z.strictObject({ from: z.number().nullable(), to: z.number().nullable() })),
      fewest: optional(z.int()),
      kinds: optional(z.array(z.string())),
      by: optional(z.literal('place')),
      source: z.strictObject({ mark: z.enum(SOURCE_MARKS), text: z.string() }),
      effectiveFrom: day,
      isDropped: optional(z.literal(true)),
    })
    .meta({ id: 'Indicator' }),
)
const period = z.strictObject({ name: z.string(), from: day, to: day })
const measure = z.strictObject({ id: z.string(), title: text })
const number = z.number().nullable()
const ends = z.strictObject({ lower: z.number(), upper: z.number() })

export const compareView = described<CompareView>()(
  z
    .strictObject({
      unitId: z.string(),
      period,
      at: instant,
      indicator: definition,
      measures: z.array(measure.extend({ opens: z.boolean() })),
      kinds: z.array(z.string()),
      sight: text,
      missing: z.array(z.string()),
      lint: z.array(text),
      sentence: text,
      note: text,
      whole: z.strictObject({ numerator: number, denominator: number, value: number }),
      lines: z.array(
        z.strictObject({
          unitId: z.string(),
          isOwn: z.boolean(),
          counts: z.record(z.string(), z.number()),
          numerator: number,
          denominator: number,
          value: number,
          lower: number,
          upper: number,
          isOutside: z.boolean(),
          word: text,
          causes: z.array(z.strictObject({ unitId: z.string(), text: z.string(), at: instant, by: z.string() })),
          mayExplain: z.boolean(),
        }),
      ),
      isPercent: z.boolean(),
      funnel: z
        .strictObject({
          target: z.number(),
          curve: z.array(z.strictObject({ denominator: z.number(), inner: ends, outer: ends })),
        })
        .nullable(),
    })
    .meta({ id: 'Comparison' }),
)

const perSign = <T extends z.ZodType>(value: T) =>
  z.strictObject(Object.fromEntries(SIGNS.map((sign) => [sign, value])) as Record<(typeof SIGNS)[number], T>)

export const signsView = described<SignsView>()(
  z.strictObject({
    unitId: z.string(),
    period,
    at: instant,
    kinds: z.array(z.string()),
    sight: text,
    lines: z.array(
      z.strictObject({
        unitId: z.string(),
        isOwn: z.boolean(),
        of: perSign(z.int()),
        counts: perSign(z.int()),
        isOutside: perSign(z.boolean()),
      }),
    ),
  }),
)
export const behindView = described<BehindView>()(
  z.strictObject({ count: z.int(), page: z.int(), pages: z.int(), at: instant, rows: z.array(counted) }),
)
export const indicatorsView = described<IndicatorsView>()(
  z.strictObject({
    mayKeep: z.boolean(),
    today: day,
    period: z.string(),
    periods: z.array(z.string()),
    measures: z.array(measure),
    kinds: z.array(measure),
    indicators: z.array(z.array(definition)),
  }),
)
export const trialView = described<TrialView>()(
  z.strictObject({ fault: text.nullable(), lint: z.array(text), preview: compareView.nullable() }),
)
