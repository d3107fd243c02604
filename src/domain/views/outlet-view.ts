import type { MailPreference } from '../notice/mail-preference.ts'
import type { NoticeKind } from '../notice/notice.ts'
import type { OutletKind, OutletState } from '../notice/outlet.ts'
import type { Instant } from '../time/time.ts'

/** When notices go out; as for mail. */
export type Timing = Pick<MailPreference, 'mode' | 'digestAt' | 'quietFrom' | 'quietUntil'>

/** What an administrator says of an outlet; address and secret are said apart. */
export type OutletWish = Timing & { readonly name: string; readonly reasons: readonly NoticeKind[] }

/** An outlet as its administrator sees it: never its secret, of its address the host alone. */
export type OutletView = OutletWish & {
  readonly id: string
  readonly unitId: string
  readonly kind: OutletKind
  readonly host: string
  readonly state: OutletState
  readonly hasSecret: boolean
  /** Until when the secret before this one holds too. */
  readonly oldSecretUntil?: Instant
  /** What waits to go out, and what was given up. */
  readonly waiting: number
  readonly dead: number
  readonly last?: { readonly at: Instant; readonly succeeded: boolean; readonly said: string }
  /** Nothing goes out before: the receiver asked to wait. */
  readonly waitsUntil?: Instant
}

/** A new outlet or secret. The secret is in no other answer. */
export type OutletMade = { readonly id: string; readonly secret?: string }

/** What the receiver answered to a test. */
export type OutletTest = { readonly taken: boolean; readonly said: string }

/** How long the old secret of a webhook holds beside the new one. */
export const SECRETS_OVERLAP_MS = 86_400_000
