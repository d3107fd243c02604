import { NOTICE_KINDS, type NoticeKind } from '../../../domain/notice/notice.ts'

/** What the address of the inbox carries. Without `show` it is what is unread. */
export type InboxSearch = { readonly show?: 'all'; readonly kind?: NoticeKind }

/** Reads the address; what does not fit is left out, because people edit addresses. */
export function readInboxSearch({ show, kind }: Record<string, unknown>): InboxSearch {
  return {
    ...(show === 'all' ? { show } : {}),
    ...(typeof kind === 'string' && Object.hasOwn(NOTICE_KINDS, kind) ? { kind: kind as NoticeKind } : {}),
  }
}
