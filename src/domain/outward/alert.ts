import type { Instant } from '../time/time.ts'

/** The values of CAP 1.2 (OASIS, section 3.2) that an alert of ours may have. */
export const MSG_TYPES = ['Alert', 'Update', 'Cancel'] as const
export const SCOPES = ['Public', 'Restricted', 'Private'] as const
export const URGENCIES = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const
export const SEVERITIES = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const
export const CERTAINTIES = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const
export const RESPONSES = [
  'Shelter',
  'Evacuate',
  'Prepare',
  'Execute',
  'Avoid',
  'Monitor',
  'Assess',
  'AllClear',
  'None',
] as const
export const CAP_CATEGORIES = [
  'Geo',
  'Met',
  'Safety',
  'Security',
  'Rescue',
  'Fire',
  'Health',
  'Env',
  'Transport',
  'Infra',
  'CBRNE',
  'Other',
] as const

export type MsgType = (typeof MSG_TYPES)[number]
export type Scope = (typeof SCOPES)[number]
export type Severity = (typeof SEVERITIES)[number]
export type CapCategory = (typeof CAP_CATEGORIES)[number]

/** Chinese always, English where somebody wrote it: each language is a block of its own. */
export type Said = { readonly zh: string; readonly en?: string }

/** What whoever issues an alert says. */
export type AlertSaid = {
  readonly headline: Said
  readonly description: Said
  readonly instruction?: Said
  readonly urgency: (typeof URGENCIES)[number]
  readonly severity: Severity
  readonly certainty: (typeof CERTAINTIES)[number]
  readonly responses: readonly (typeof RESPONSES)[number][]
  readonly onset?: Instant
  readonly expires: Instant
  /** Units whose area it is for. */
  readonly areas: readonly string[]
  /** Who may read it, where it is restricted. */
  readonly restriction?: string
  /** Units it is for, where it is private. */
  readonly to?: readonly string[]
}

/** An alert as it was issued. What follows from the matter (event, kind, exercise) is kept with it: it never changes. */
export type Alert = {
  readonly id: string
  readonly matterId: string
  readonly msgType: MsgType
  readonly status: 'Actual' | 'Exercise'
  readonly scope: Scope
  readonly sentAt: Instant
  readonly replaces?: string
  readonly said: AlertSaid & {
    readonly event: Said
    readonly category: CapCategory
    readonly reference: string
  }
}

/** Which kinds of matter may be alerted of: who issues it, and what the law's words are in CAP's. */
export type AlertRule = {
  /** Whoever may take one of these steps may issue, whatever the state. */
  readonly issuedBy: readonly string[]
  readonly categories: Readonly<Record<string, CapCategory>>
  /** The answer that says how grave it is, and what that is in CAP. */
  readonly graveness: { readonly field: string; readonly severities: Readonly<Record<string, Severity>> }
}
