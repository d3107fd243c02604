import type { Instant } from '../time/time.ts'

export type Span = { readonly from: Instant; readonly until: Instant }

/** Who is on duty at a desk now. Posts, and the desk's own line; nothing of a person beside the holder's name in the directory. */
export type OnDuty = {
  readonly postIds: readonly string[]
  readonly until: Instant
  readonly leaderPostId?: string
  readonly phone?: string
  readonly place?: string
}

/** One shift of a desk, as a calendar shows it. */
export type ShiftView = Span & {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly procedure: string
  readonly procedureVersion: number
  readonly title: string
  readonly state: string
  readonly published: boolean
  readonly officers: readonly string[]
  readonly leaderPostId?: string
  readonly phone?: string
  readonly place?: string
}

/** A desk; `gaps` are the times ahead without a published shift. */
export type DeskView = {
  readonly deskId: string
  readonly unitId: string
  readonly on?: OnDuty
  readonly shifts: readonly ShiftView[]
  readonly gaps: readonly Span[]
}

/** Duty in a line: who is on now in the own unit and above it, and the rota of the desks in the own unit and below it. */
export type DutyView = Span & {
  readonly now: Instant
  /** The kind of matter that a shift is. */
  readonly kind?: string
  readonly line: readonly { readonly deskId: string; readonly unitId: string; readonly on?: OnDuty }[]
  readonly desks: readonly DeskView[]
  /** Posts of the own unit and below it whose holder is away in that time. */
  readonly away: readonly (Span & { readonly postId: string })[]
}
