/** How somebody wants to be told by mail. Times are minutes after midnight in China. */
export type MailPreference = {
  readonly address: string
  readonly mode: 'atOnce' | 'digest'
  /** When the daily mail goes out. */
  readonly digestAt: number
  /** Nothing goes out from here on until then; the night may lie between. */
  readonly quietFrom?: number
  readonly quietUntil?: number
}

/** 8:30 in the morning. */
export const DIGEST_AT = 510
