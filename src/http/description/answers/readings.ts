import { z } from 'zod'
import {
  ACCESS_KINDS,
  type AccessLog,
  type AccessReport,
  EMERGENCY_STATES,
  type EmergencyView,
  type ExportView,
  FINDINGS,
  type LedgerFormView,
} from '../../../domain/views/access-views.ts'
import type { ToldCount } from '../../../domain/views/small-counts.ts'
import { day, instant, text } from './common.ts'
import { described, optional } from './described.ts'
import { openingPurpose } from './matter.ts'

const entry = z
  .strictObject({
    id: z.string(),
    at: instant,
    what: z.enum(ACCESS_KINDS),
    personName: optional(z.string()),
    postId: optional(z.string()),
    unitId: optional(z.string()),
    matterId: optional(z.string()),
    reference: optional(z.string()),
    fields: optional(z.array(text)),
    purpose: optional(openingPurpose),
    reason: optional(z.string()),
    confirmedBy: optional(z.string()),
  })
  .meta({ id: 'AccessEntry' })
export const accessLog = described<AccessLog>()(
  z.strictObject({ entries: z.array(entry), more: z.boolean() }).meta({ id: 'AccessLog' }),
)

const told: z.ZodType<ToldCount> = z.union([z.int(), z.enum(['few', 'hidden'])])
export const accessReport = described<AccessReport>()(
  z
    .strictObject({
      year: z.int(),
      total: told,
      units: z.array(
        z.strictObject({
          unitId: z.string(),
          total: told,
          purposes: z.strictObject({ callBack: told, serve: told, verify: told, other: told }),
        }),
      ),
      kinds: z.array(z.strictObject({ procedure: z.string(), openings: told })),
      refused: z.int(),
      limited: z.int(),
      emergencies: z.strictObject({
        asked: z.int(),
        confirmed: z.int(),
        waiting: z.int(),
        misuse: z.int(),
        inTurn: z.int(),
      }),
      exports: z.strictObject({ asked: z.int(), approved: z.int(), refused: z.int(), downloads: z.int() }),
    })
    .meta({ id: 'AccessReport' }),
)
export const emergency = described<EmergencyView>()(
  z
    .strictObject({
      id: z.uuid(),
      matterId: z.string(),
      reference: z.string(),
      fields: z.array(text),
      reason: z.string(),
      askedBy: z.string(),
      askedPostId: z.string(),
      askedAt: instant,
      state: z.enum(EMERGENCY_STATES),
      until: instant,
      reviewOn: day,
      isLate: z.boolean(),
      inTurn: z.boolean(),
      confirmedBy: optional(z.string()),
      confirmedPostId: optional(z.string()),
      confirmedAt: optional(instant),
      openedAt: optional(instant),
      reviewedBy: optional(z.string()),
      reviewedAt: optional(instant),
      finding: optional(z.enum(FINDINGS)),
      findingNote: optional(z.string()),
      mayConfirm: z.boolean(),
      mayReview: z.boolean(),
      mayOpen: z.boolean(),
    })
    .meta({ id: 'Emergency' }),
)
export const exportView = described<ExportView>()(
  z
    .strictObject({
      id: z.uuid(),
      procedure: z.string(),
      purpose: z.string(),
      rows: z.int(),
      fields: z.array(z.string()),
      personal: z.boolean(),
      askedBy: z.string(),
      askedPostId: z.string(),
      askedAt: instant,
      state: z.enum(['waiting', 'ready', 'refused', 'over']),
      expiresAt: instant,
      downloads: z.int(),
      decidedBy: optional(z.string()),
      decidedAt: optional(instant),
      decidedWhy: optional(z.string()),
      mayDecide: z.boolean(),
      mayDownload: z.boolean(),
    })
    .meta({ id: 'Export' }),
)

export const ledgerForm = described<LedgerFormView>()(
  z
    .strictObject({
      name: optional(z.string()),
      columns: z.array(z.strictObject({ heading: z.string(), isFilled: z.boolean() })),
    })
    .meta({ id: 'LedgerForm' }),
)
