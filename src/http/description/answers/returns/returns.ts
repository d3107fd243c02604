import { z } from 'zod'
import { COUNTED } from '../../../../domain/counts/count-row.ts'
import type { MappedCell, ReturnQuery } from '../../../../domain/returns/return-query.ts'
import type {
  BehindCell,
  BurdenView,
  DueReturn,
  FillView,
  ReturnsView,
  ReturnView,
} from '../../../../domain/returns/return-views.ts'
import {
  type FillRow,
  RETURN_CYCLES,
  type ReturnForm,
  type ReturnPeriod,
} from '../../../../domain/returns/return-views.ts'
import { day, instant, level, text } from '../common.ts'
import { described, optional } from '../described.ts'

const query = described<ReturnQuery>()(
  z
    .strictObject({
      measure: z.enum(COUNTED),
      kinds: optional(z.array(z.string())),
      category: optional(z.string()),
      level: optional(level),
      unit: optional(z.string()),
    })
    .meta({ id: 'ReturnQuery' }),
)
const use = z.union([
  z.strictObject({ count: query }),
  z.strictObject({ text: z.enum(['office', 'period', 'day', 'post']) }),
  z.strictObject({ hand: z.literal(true) }),
])
const mapped = described<MappedCell>()(z.strictObject({ cell: z.string(), use }).meta({ id: 'MappedCell' }))
const formFields = {
  id: z.uuid(),
  unitId: z.string(),
  postId: z.string(),
  name: z.string(),
  superior: z.string(),
  cycle: z.enum(RETURN_CYCLES),
  dueDay: optional(z.int()),
  fileName: z.string(),
  addedAt: instant,
  endedAt: optional(instant),
}
const form = described<ReturnForm>()(z.strictObject(formFields).meta({ id: 'ReturnForm' }))
const period = described<ReturnPeriod>()(
  z.strictObject({ key: z.string(), first: day, last: day, title: text }).meta({ id: 'ReturnPeriod' }),
)
const rowFields = {
  id: z.uuid(),
  period,
  version: z.int(),
  state: z.enum(['draft', 'checked', 'signed']),
  asOf: instant,
  bySystem: z.int(),
  byHand: z.int(),
  signedAt: optional(instant),
}
const fillRow = described<FillRow>()(z.strictObject(rowFields).meta({ id: 'FillRow' }))
export const dueReturn = described<DueReturn>()(
  z
    .strictObject({
      formId: z.uuid(),
      name: z.string(),
      superior: z.string(),
      period,
      dueOn: optional(day),
      overdue: z.boolean(),
      fill: optional(fillRow),
    })
    .meta({ id: 'DueReturn' }),
)
export const returnsView = described<ReturnsView>()(
  z.strictObject({
    mayKeep: z.boolean(),
    maySign: z.boolean(),
    forms: z.array(z.strictObject({ ...formFields, mapped: z.int(), due: optional(dueReturn) })),
  }),
)
const blank = z
  .strictObject({
    sheet: z.string(),
    rows: z.array(
      z.array(
        z.strictObject({
          cell: z.string(),
          text: z.string(),
          formula: optional(z.literal(true)),
          rows: optional(z.int()),
          columns: optional(z.int()),
        }),
      ),
    ),
  })
  .meta({ id: 'BlankSheet' })
export const returnView = described<ReturnView>()(
  z.strictObject({
    form,
    mayKeep: z.boolean(),
    sheets: z.array(z.string()),
    blank,
    version: z.int(),
    proposed: z.boolean(),
    cells: z.array(mapped),
    fills: z.array(fillRow),
    periods: z.array(period),
  }),
)
const value = z.union([z.number(), z.string()])
export const fillView = described<FillView>()(
  z.strictObject({
    ...rowFields,
    form,
    blank,
    cells: z.array(
      z.strictObject({
        cell: z.string(),
        use,
        value: optional(value),
        withheld: optional(z.literal(true)),
        before: optional(value),
      }),
    ),
    postId: z.string(),
    checkedPostId: optional(z.string()),
    checkedAt: optional(instant),
    signedPostId: optional(z.string()),
    comparedWith: optional(z.strictObject({ version: z.int(), signed: z.boolean() })),
    isLatest: z.boolean(),
    mayFill: z.boolean(),
    maySign: z.boolean(),
  }),
)
export const behindCell = described<BehindCell>()(
  z.strictObject({
    query,
    count: z.int(),
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        reference: z.string(),
        title: z.string(),
        procedure: z.string(),
        unitId: z.string(),
        openedAt: instant,
      }),
    ),
  }),
)
export const burdenView = described<BurdenView>()(
  z.strictObject({
    forms: z.array(form),
    rows: z.array(
      z.strictObject({
        formId: z.string(),
        period,
        version: z.int(),
        bySystem: z.int(),
        byHand: z.int(),
        signed: z.boolean(),
      }),
    ),
    twice: z.array(
      z.strictObject({
        query,
        near: optional(z.enum(['kinds', 'unit', 'cycle'])),
        cells: z.array(z.strictObject({ formId: z.string(), cell: z.string() })),
      }),
    ),
  }),
)
