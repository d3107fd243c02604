import { z } from 'zod'
import {
  ADMIN_CHANGES,
  type AdminChange,
  type AdminPerson,
  type AdminPost,
  type AdminUnit,
  type FailingJob,
  type ImportBatch,
  type OneTimePassword,
  type RejectedPage,
  type RejectedRow,
  type RowIssue,
  SECURITY_EVENTS,
  type SecurityEvent,
  type WaitingPost,
} from '../../../domain/views/admin-views.ts'
import type { BackupView } from '../../../domain/views/backup-view.ts'
import { ERROR_CODES } from '../../../domain/wording/error-text.ts'
import { instant, role, text } from './common.ts'
import { described, optional } from './described.ts'
import { unitKind } from './lists.ts'
import { issueFields } from './problem.ts'

export const adminUnit = described<AdminUnit>()(
  z
    .strictObject({
      id: z.string(),
      parentId: optional(z.string()),
      path: z.string(),
      kind: unitKind,
      name: text,
      closedAt: optional(instant),
      openUnits: z.int(),
      openPosts: z.int(),
      openMatters: z.int(),
    })
    .meta({ id: 'AdminUnit' }),
)
export const adminPost = described<AdminPost>()(
  z
    .strictObject({
      id: z.string(),
      unitId: z.string(),
      title: text,
      roles: z.array(role),
      personId: optional(z.string()),
      closedAt: optional(instant),
      openMatters: z.int(),
      waitingRoles: z.array(role),
    })
    .meta({ id: 'AdminPost' }),
)
export const waitingPost = described<WaitingPost>()(
  z
    .strictObject({
      postId: z.string(),
      unitId: z.string(),
      title: text,
      personId: z.string(),
      personName: z.string(),
      roles: z.array(role),
      ready: z.boolean(),
      askedBy: optional(z.string()),
      askedAt: optional(instant),
      reason: optional(z.string()),
    })
    .meta({ id: 'WaitingPost' }),
)
export const adminPerson = described<AdminPerson>()(
  z
    .strictObject({
      id: z.string(),
      name: z.string(),
      username: optional(z.string()),
      leftAt: optional(instant),
      mustChangePassword: z.boolean(),
      oneTimeUntil: optional(instant),
      hasFactor: z.boolean(),
      isLinked: z.boolean(),
      postIds: z.array(z.string()),
    })
    .meta({ id: 'AdminPerson' }),
)
export const oneTimePassword = described<OneTimePassword>()(
  z
    .strictObject({ personId: z.string(), username: z.string(), password: z.string(), until: instant })
    .meta({ id: 'OneTimePassword' }),
)
export const importBatch = described<ImportBatch>()(
  z
    .strictObject({
      id: z.uuid(),
      mapping: z.string(),
      source: z.string(),
      startedAt: instant,
      finishedAt: optional(instant),
      readRows: z.int(),
      totalRows: optional(z.int()),
      addedRows: z.int(),
      knownRows: z.int(),
      changedRows: z.int(),
      rejectedRows: z.int(),
      skippedRows: z.int(),
      refusal: optional(text),
    })
    .meta({ id: 'ImportBatch' }),
)
export const rowIssue = described<RowIssue>()(
  z.strictObject({ ...issueFields, column: optional(z.string()), cell: optional(z.string()), said: optional(text) }),
)
const rejectedRow = described<RejectedRow>()(
  z
    .strictObject({ row: z.int(), issues: z.array(rowIssue), original: z.record(z.string(), z.string()) })
    .meta({ id: 'RejectedRow' }),
)
export const rejectedPage = described<RejectedPage>()(
  z.strictObject({ rows: z.array(rejectedRow), next: optional(z.int()) }),
)
export const adminChange = described<AdminChange>()(
  z
    .strictObject({
      id: z.uuid(),
      at: instant,
      personName: optional(z.string()),
      subject: z.enum(['unit', 'post', 'person', 'job', 'office', 'outlet', 'clientKey', 'serviceAccount']),
      subjectId: z.string(),
      what: z.enum(ADMIN_CHANGES),
      reason: optional(z.string()),
    })
    .meta({ id: 'AdminChange' }),
)
export const failingJob = described<FailingJob>()(
  z
    .strictObject({
      id: z.uuid(),
      kind: z.string(),
      reference: optional(z.string()),
      attempts: z.int(),
      nextAt: instant,
      code: optional(z.enum(ERROR_CODES)),
    })
    .meta({ id: 'FailingJob' }),
)
export const backups = described<BackupView>()(
  z
    .strictObject({
      configured: z.boolean(),
      last: optional(z.strictObject({ at: instant, bytes: z.int(), files: z.int() })),
      rehearsal: optional(z.strictObject({ at: instant, ok: z.boolean(), rows: z.int(), damaged: z.int() })),
      failed: optional(z.strictObject({ at: instant, why: optional(text) })),
      late: z.boolean(),
      keyCopiedAt: optional(instant),
    })
    .meta({ id: 'Backups' }),
)
export const securityEvent = described<SecurityEvent>()(
  z
    .strictObject({
      id: z.uuid(),
      at: instant,
      what: z.enum(SECURITY_EVENTS),
      personId: z.string(),
      personName: optional(z.string()),
      reference: optional(z.string()),
    })
    .meta({ id: 'SecurityEvent' }),
)
