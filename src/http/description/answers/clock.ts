import { z } from 'zod'
import type {
  Clock,
  ClockChange,
  ClockState,
  DeadlineOverride,
  GrantedExtension,
  Pause,
  Recount,
} from '../../../domain/procedure/deadline.ts'
import { day, instant, period, periodUnit } from './common.ts'
import { described, optional } from './described.ts'

export const clockState = described<ClockState>()(
  z.enum(['running', 'paused', 'held', 'overdue', 'met', 'lapsed', 'cancelled']),
)
export const pause = described<Pause>()(
  z.strictObject({
    firstDay: day,
    lastDay: optional(day),
    kind: optional(z.string()),
    until: optional(day),
    reason: z.string(),
    document: optional(z.string()),
  }),
)
export const extension = described<GrantedExtension>()(
  z.strictObject({ period, reason: z.string(), at: instant, byPostId: z.string() }),
)
export const clock = described<Clock>()(
  z
    .strictObject({
      id: z.string(),
      deadline: z.string(),
      holder: optional(z.string()),
      code: z.string(),
      state: clockState,
      startedAt: instant,
      period: optional(period),
      target: optional(period),
      setDay: optional(day),
      before: optional(z.strictObject({ day, clearDays: z.int() })),
      setAt: optional(instant),
      roll: z.enum(['next', 'previous', 'none']),
      pausable: z.boolean(),
      pauses: z.array(pause),
      extensions: z.array(extension),
      dueOn: optional(day),
      dueAt: instant,
      provisional: z.boolean(),
      document: optional(z.string()),
      warned: z.array(z.string()),
      escalated: z.int(),
      raisedAt: optional(instant),
      heldAt: optional(instant),
      askedAt: optional(instant),
      endedAt: optional(instant),
    })
    .meta({ id: 'Clock' }),
)
export const due = { dueOn: optional(day), dueAt: instant, provisional: z.boolean() }
const clockId = z.string()
export const clockChange = described<ClockChange>()(
  z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('started'), clock }),
      z.strictObject({ type: z.literal('paused'), clockId, pause }),
      z.strictObject({ type: z.literal('leftOut'), clockId, pause, ...due }),
      z.strictObject({ type: z.literal('resumed'), clockId, lastDay: day, ...due }),
      z.strictObject({ type: z.literal('extended'), clockId, extension, ...due }),
      z.strictObject({ type: z.literal('extensionAsked'), clockId }),
      z.strictObject({ type: z.literal('held'), clockId }),
      z.strictObject({ type: z.literal('ranOn'), clockId }),
      z.strictObject({ type: z.literal('lapsed'), clockId }),
      z.strictObject({ type: z.literal('met'), clockId, at: optional(instant) }),
      z.strictObject({ type: z.literal('cancelled'), clockId }),
    ])
    .meta({ id: 'ClockChange' }),
)
const dueObject = z.strictObject(due)
export const recount = described<Recount>()(z.strictObject({ clockId, from: dueObject, to: dueObject }))
export const deadlineOverride = described<DeadlineOverride>()(
  z.strictObject({ length: z.number(), unit: periodUnit, document: z.string() }),
)
