import type { CapCategory, MsgType, Said, Scope, Severity } from '../outward/alert.ts'
import type { Instant } from '../time/time.ts'

/** An alert of a matter, as its page shows it. */
export type AlertView = {
  readonly id: string
  readonly msgType: MsgType
  readonly status: 'Actual' | 'Exercise'
  readonly scope: Scope
  readonly sentAt: Instant
  readonly expires: Instant
  readonly headline: Said
  readonly postId: string
  readonly personName: string
  /** It is the one that stands: neither replaced, nor cancelled, nor over. */
  readonly stands: boolean
}

export type AlertsView = {
  readonly mayIssue: boolean
  /** What the matter itself says of a new one. */
  readonly proposed: {
    readonly event: Said
    readonly category: CapCategory
    readonly severity: Severity
    readonly areas: readonly string[]
  }
  readonly alerts: readonly AlertView[]
}

export type AlertPreview = { readonly xml: string }
