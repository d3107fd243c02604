import type { OutletKind } from '../../domain/notice/outlet.ts'
import type { Issue } from '../../domain/wording/errors.ts'

/** What the address that a platform gives for a robot carries: without it nobody writes to the group. */
const MARKS: Readonly<Record<Exclude<OutletKind, 'webhook'>, (url: URL) => boolean>> = {
  dingtalk: ({ searchParams }) => searchParams.has('access_token'),
  wecom: ({ searchParams }) => searchParams.has('key'),
  feishu: ({ pathname }) => /\/hook\/[^/]+$/.test(pathname),
}

/** What is wrong with an address that somebody typed for an outlet. Whether it leads into the house shows when it is used. */
export function addressFault(kind: OutletKind, typed: string, httpAllowed: boolean): Issue | undefined {
  const wrong = (limit: string): Issue => ({ field: 'url', rule: 'wrong-form', limit })
  if (!URL.canParse(typed)) return wrong('https://…')
  const url = new URL(typed)
  if (url.protocol !== 'https:' && !(httpAllowed && url.protocol === 'http:')) return wrong('https://…')
  if (url.username || url.password || url.hash) return wrong('https://…')
  if (kind !== 'webhook' && !MARKS[kind](url)) return wrong(EXAMPLES[kind])
  return undefined
}

/** How the address of each kind looks. */
const EXAMPLES: Readonly<Record<OutletKind, string>> = {
  webhook: 'https://…',
  dingtalk: 'https://oapi.dingtalk.com/robot/send?access_token=…',
  wecom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…',
  feishu: 'https://open.feishu.cn/open-apis/bot/v2/hook/…',
}
