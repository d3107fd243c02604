import type { ChosenPurpose, OpeningPurpose } from '../personal/opening-purpose.ts'
import type { Day, Instant } from '../time/time.ts'
import type { Text } from '../wording/text.ts'
import type { ToldCount } from './small-counts.ts'

/** How something was read, and what was refused: one line of the log of readers. */
export const ACCESS_KINDS = ['fields', 'page', 'records', 'sheet', 'file', 'refused', 'limited'] as const
export type AccessKind = (typeof ACCESS_KINDS)[number]

/**
 * One reading of what is personal, or of a matter of a kind that records each reading: who, what, why, when; never the value.
 * Of a matter out of the reader's sight nothing is said but that it was read.
 */
export type AccessEntry = {
  readonly id: string
  readonly at: Instant
  readonly what: AccessKind
  readonly personName?: string
  readonly postId?: string
  readonly unitId?: string
  readonly matterId?: string
  readonly reference?: string
  readonly fields?: readonly Text[]
  readonly purpose?: OpeningPurpose
  readonly reason?: string
  /** The second person of an opening in an emergency. */
  readonly confirmedBy?: string
}

/** Newest first; `more`: there are older ones under the same filter. */
export type AccessLog = { readonly entries: readonly AccessEntry[]; readonly more: boolean }

/** What the log is asked for. `all`: of everybody, for the auditor. */
export type AccessFilter = {
  readonly all?: true | undefined
  readonly reference?: string | undefined
  readonly unit?: string | undefined
  readonly post?: string | undefined
  readonly what?: AccessKind | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}

/** How often what a unit holds was opened in a year, by purpose; small numbers are not told. */
export type AccessOfUnit = {
  readonly unitId: string
  readonly total: ToldCount
  readonly purposes: Readonly<Record<ChosenPurpose, ToldCount>>
}

/** The yearly report on access to personal data (Personal Information Protection Law art. 54; Network Data Regulations art. 27). */
export type AccessReport = {
  readonly year: number
  readonly total: ToldCount
  readonly units: readonly AccessOfUnit[]
  readonly kinds: readonly { readonly procedure: string; readonly openings: ToldCount }[]
  readonly refused: number
  readonly limited: number
  readonly emergencies: {
    readonly asked: number
    readonly confirmed: number
    readonly waiting: number
    readonly misuse: number
    /** Confirmed by somebody whose own was confirmed by whoever asked. */
    readonly inTurn: number
  }
  readonly exports: {
    readonly asked: number
    readonly approved: number
    readonly refused: number
    readonly downloads: number
  }
}

export const EMERGENCY_STATES = ['waiting', 'over', 'confirmed', 'toReview', 'reviewed'] as const
export const FINDINGS = ['inOrder', 'misuse'] as const
export type Finding = (typeof FINDINGS)[number]

/** An emergency: who needs to read what and why, who agreed, who looked at it afterwards. */
export type EmergencyView = {
  readonly id: string
  readonly matterId: string
  readonly reference: string
  readonly fields: readonly Text[]
  readonly reason: string
  readonly askedBy: string
  readonly askedPostId: string
  readonly askedAt: Instant
  readonly state: (typeof EMERGENCY_STATES)[number]
  /** Until when somebody may confirm, or the asker read. */
  readonly until: Instant
  readonly reviewOn: Day
  /** The day is over and nobody looked at it. */
  readonly isLate: boolean
  /** Somebody whose own was confirmed by whoever asks now. */
  readonly inTurn: boolean
  readonly confirmedBy?: string
  readonly confirmedPostId?: string
  readonly confirmedAt?: Instant
  readonly openedAt?: Instant
  readonly reviewedBy?: string
  readonly reviewedAt?: Instant
  readonly finding?: Finding
  readonly findingNote?: string
  readonly mayConfirm: boolean
  readonly mayReview: boolean
  readonly mayOpen: boolean
}

/** A file that somebody asked for: what for, how much, who agreed, until when. */
export type ExportView = {
  readonly id: string
  readonly procedure: string
  readonly purpose: string
  readonly rows: number
  readonly fields: readonly string[]
  readonly personal: boolean
  readonly askedBy: string
  readonly askedPostId: string
  readonly askedAt: Instant
  readonly state: 'waiting' | 'ready' | 'refused' | 'over'
  readonly expiresAt: Instant
  readonly downloads: number
  readonly decidedBy?: string
  readonly decidedAt?: Instant
  readonly decidedWhy?: string
  readonly mayDecide: boolean
  readonly mayDownload: boolean
}

/** A unit's own form for the ledger of a kind: what it is called, and which of its columns are filled. Empty while there is none. */
export type LedgerFormView = {
  readonly name?: string
  readonly columns: readonly { readonly heading: string; readonly isFilled: boolean }[]
}
