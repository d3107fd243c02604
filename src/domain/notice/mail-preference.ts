import type { Instant } from '../time/time.ts'
import type { NoticeKind } from './notice.ts'

/** How somebody wants to be told by mail. Times are minutes after midnight in China. */
export type MailPreference = {
  readonly address: string
  readonly mode: 'atOnce' | 'digest'
  /** When the daily mail goes out. */
  readonly digestAt: number
  /** Nothing goes out from here on until then; the night may lie between. */
  readonly quietFrom?: number
  readonly quietUntil?: number
  /** Absent: every reason. */
  readonly reasons?: readonly NoticeKind[]
}

/** A preference as it is kept. Nothing goes to an address before its owner has sent back the code that was mailed there. */
export type KeptPreference = MailPreference & {
  readonly confirmed: boolean
  /** A code was mailed and can still be given back. */
  readonly codeUntil?: Instant
  /** The last mail was given up, and why. */
  readonly failed?: { readonly at: Instant; readonly said: string }
}

/** 8:30 in the morning. */
export const DIGEST_AT = 510
