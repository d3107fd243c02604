import type { Instant } from '../time/time.ts'
import { type Text, text } from '../wording/text.ts'
import type { NoticeKind } from './notice.ts'

/** Where the notices of a unit go besides its inbox: another program, or a group that a robot writes to. */
export const OUTLET_KINDS = {
  webhook: text('另一个系统（Webhook）', 'Another system (webhook)'),
  dingtalk: text('钉钉群机器人', 'DingTalk group robot'),
  wecom: text('企业微信群机器人', 'WeCom group robot'),
  feishu: text('飞书群机器人', 'Feishu group robot'),
} as const satisfies Record<string, Text>

export type OutletKind = keyof typeof OUTLET_KINDS

export const OUTLET_KIND_NAMES = Object.keys(OUTLET_KINDS) as [OutletKind, ...OutletKind[]]

/** `stopped` by itself: the receiver said that it is gone. */
export const OUTLET_STATES = ['active', 'paused', 'stopped'] as const
export type OutletState = (typeof OUTLET_STATES)[number]

/** Where it goes, unsealed, with the secrets that hold now, the newest first. Stands in no answer and in no log. */
export type OutletAddress = { readonly kind: OutletKind; readonly url: string; readonly secrets: readonly string[] }

/** What may leave the house of a notice. `matterId` and `reference` are absent where even the number says too much. */
export type NoticeLine = {
  readonly kind: NoticeKind
  readonly at: Instant
  readonly matterId?: string
  readonly reference?: string
  readonly dueAt?: Instant
  readonly exercise?: true
}

/** What goes out in one piece; the same `id` in each try. Without lines it is a test. */
export type OutletMessage = { readonly id: string; readonly at: Instant; readonly lines: readonly NoticeLine[] }

/**
 * How the other side answered. `busy`: not now, and no failure; `refused` with `final`: never again. `said` is what it answered,
 * cut short.
 */
export type OutletAnswer =
  | { readonly state: 'taken'; readonly said: string }
  | { readonly state: 'refused'; readonly said: string; readonly final?: true }
  | { readonly state: 'busy'; readonly said: string; readonly waitMs: number }

/** Hands a message over. Does not throw: what goes wrong is an answer. */
export type PostToOutlet = (to: OutletAddress, message: OutletMessage) => Promise<OutletAnswer>
