import type { FormValues } from '../procedure/form.ts'
import type { Instant } from '../time/time.ts'
import type { Text } from '../wording/text.ts'

/** Which way a matter goes to another office: to the one above, to one below, or over to a neighbour because it is theirs. */
export const CROSSING_WAYS = ['up', 'down', 'over'] as const
export type CrossingWay = (typeof CROSSING_WAYS)[number]

/**
 * How far one sending has come. `sent`: on its way. `arrived`: open there, not taken yet. `asked`: asked back before an answer.
 * The others are answers: taken there; not taken; asked back in time; taken and ended there.
 */
export const CROSSING_STANDINGS = ['sent', 'arrived', 'asked', 'taken', 'returned', 'recalled', 'ended'] as const
export type CrossingStanding = (typeof CROSSING_STANDINGS)[number]

/** An office elsewhere, as much as others know of it. */
export type OtherOffice = { readonly tenant: string; readonly office: Text; readonly phone?: string }

/** What a step asks to be sent: frozen with the event. `personal` names what is sealed anew there ← here; never what it says. */
export type CrossingRequest = OtherOffice & {
  readonly way: CrossingWay
  readonly procedure: string
  readonly basis: string
  readonly form: FormValues
  readonly personal?: Readonly<Record<string, string>>
}

/** One sending of a matter, by the version of the event that asked for it. */
export type Sent = OtherOffice & {
  readonly version: number
  readonly way: CrossingWay
  readonly at: Instant
  readonly standing: CrossingStanding
  readonly since: Instant
  /** Its number there. */
  readonly reference?: string
  readonly reason?: string
  readonly outcome?: Text
}

/** Where a matter came from, if another office sent it. */
export type CameFrom = OtherOffice & {
  readonly matterId: string
  readonly reference: string
  readonly version: number
  readonly way: CrossingWay
  readonly at: Instant
  readonly basis: string
}

/** What is heard from the other side. */
export type CrossingNews = {
  readonly standing: Exclude<CrossingStanding, 'sent' | 'asked'>
  readonly reference?: string
  readonly reason?: string
  readonly outcome?: Text
  /** What the reporter may be told. */
  readonly told?: string
}

const RANK: Readonly<Record<CrossingStanding, number>> = {
  sent: 0,
  arrived: 1,
  asked: 1,
  taken: 2,
  returned: 3,
  recalled: 3,
  ended: 3,
}

/** Whether news come too late: they are known, or a later answer is. */
export const isOldNews = (standing: CrossingStanding, heard: CrossingStanding): boolean => RANK[heard] <= RANK[standing]

/** The sending that has no answer yet. There is one at most. */
export const unanswered = ({ sent = [] }: { readonly sent?: readonly Sent[] | undefined }): Sent | undefined =>
  sent.find(({ standing }) => RANK[standing] < RANK.taken)
