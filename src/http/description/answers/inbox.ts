import { z } from 'zod'
import { NOTICE_KIND_NAMES } from '../../../domain/notice/notice.ts'
import type { InboxView, NoticeView } from '../../../domain/views/notice-view.ts'
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
export const inbox = described<InboxView>()(
  z
    .strictObject({ now: instant, notices: z.array(notice), next: optional(z.string()), unread: z.int() })
    .meta({ id: 'Inbox' }),
)
export const unreadCount = z.strictObject({ unread: z.int() }).meta({ id: 'UnreadCount' })
