import { z } from 'zod'
import { NOTICE_KIND_NAMES, OFFICE_NOTICE_KINDS, type OfficeNoticeKind } from '../../../domain/notice/notice.ts'
import type {
  DeadDelivery,
  InboxView,
  MailSettingsView,
  NoticeView,
  OfficeNotice,
} from '../../../domain/views/notice-view.ts'
import { instant, text } from './common.ts'
import { described, optional } from './described.ts'

const notice = described<NoticeView>()(
  z
    .strictObject({
      id: z.uuid(),
      kind: z.enum(NOTICE_KIND_NAMES),
      at: instant,
      matterId: z.uuid(),
      reference: z.string(),
      procedure: z.string(),
      title: optional(z.string()),
      why: optional(text),
      dueAt: optional(instant),
      exercise: optional(z.literal(true)),
      read: z.boolean(),
    })
    .meta({ id: 'Notice' }),
)
const officeNotice = described<OfficeNotice>()(
  z
    .strictObject({
      id: z.uuid(),
      kind: z.enum(Object.keys(OFFICE_NOTICE_KINDS) as OfficeNoticeKind[]),
      at: instant,
      what: optional(z.string()),
      unitId: optional(z.string()),
      read: z.boolean(),
    })
    .meta({ id: 'OfficeNotice' }),
)
export const inbox = described<InboxView>()(
  z
    .strictObject({
      now: instant,
      notices: z.array(notice),
      office: z.array(officeNotice),
      next: optional(z.string()),
      unread: z.int(),
    })
    .meta({ id: 'Inbox' }),
)
export const unreadCount = z.strictObject({ unread: z.int() }).meta({ id: 'UnreadCount' })

const mailPreference = z.strictObject({
  address: z.string(),
  mode: z.enum(['atOnce', 'digest']),
  digestAt: z.int(),
  quietFrom: optional(z.int()),
  quietUntil: optional(z.int()),
  reasons: optional(z.array(z.enum(NOTICE_KIND_NAMES))),
  confirmed: z.boolean(),
  codeUntil: optional(instant),
  failed: optional(z.strictObject({ at: instant, said: z.string() })),
})
export const mailSettings = described<MailSettingsView>()(
  z.strictObject({ isOn: z.boolean(), preference: optional(mailPreference) }).meta({ id: 'MailSettings' }),
)
export const deadDelivery = described<DeadDelivery>()(
  z
    .strictObject({
      id: z.uuid(),
      personName: optional(z.string()),
      outletName: optional(z.string()),
      unitId: optional(z.string()),
      notices: z.int(),
      attempts: z.int(),
      at: instant,
      said: z.string(),
    })
    .meta({ id: 'DeadDelivery' }),
)
