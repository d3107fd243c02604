import type { Clock } from '../procedure/deadline.ts'
import type { FileRef, FormValues, MatterFact } from '../procedure/form.ts'
import type { StateGroup } from '../procedure/procedure.ts'
import type { Holder } from '../procedure/seat.ts'
import type { Instant } from '../time/time.ts'
import type { CameFrom, Sent } from './crossing.ts'
import type { Level } from './level.ts'
import type { Link } from './link.ts'

/** Through which channel a matter came in. */
export const CHANNELS = [
  'window',
  'public',
  'phone',
  'letter',
  'inspection',
  'leader',
  'system',
  'import',
  'upper',
  'other',
] as const
export type Channel = (typeof CHANNELS)[number]

/** What the ledger, the lists and access know of a matter. Units and posts by id. */
export type Facts = {
  readonly title: string
  readonly category?: string
  readonly level?: Level
  /** The unit that is responsible for the matter now. */
  readonly unitId: string
  /** The unit that registered it. */
  readonly originUnitId: string
  readonly place?: string
  /** The village or township where it happened. */
  readonly placeUnitId?: string
  /** The unit complained about: it and everything below it never sees the matter. */
  readonly aboutUnitId?: string
  readonly channel: Channel
  /** The number under which others know it: the court's number of a case, else that of a former ledger. */
  readonly sourceNumber?: string
  readonly ownerPostId?: string
  readonly verifierPostId?: string
  readonly supervisorPostId?: string
  /** The leader who takes a hard matter on. */
  readonly sponsorPostId?: string
  /** Who ordered it, when a post is named; fixed at opening. The ordering side is its unit, else the registering unit. */
  readonly orderingPostId?: string
}

/** Where the fact stands that an answer sets. */
export const FACT_KEYS: Readonly<Record<MatterFact, keyof Facts>> = {
  title: 'title',
  category: 'category',
  level: 'level',
  unit: 'unitId',
  place: 'place',
  sourceNumber: 'sourceNumber',
  placeUnit: 'placeUnitId',
  aboutUnit: 'aboutUnitId',
  owner: 'ownerPostId',
  verifier: 'verifierPostId',
  supervisor: 'supervisorPostId',
  sponsor: 'sponsorPostId',
  ordering: 'orderingPostId',
}

/** Facts that a matter can be without again. A complaint stays one: who is complained about is never cleared. */
export type Clearable =
  | 'category'
  | 'level'
  | 'place'
  | 'sourceNumber'
  | 'placeUnitId'
  | 'ownerPostId'
  | 'verifierPostId'
  | 'supervisorPostId'
  | 'sponsorPostId'
  | 'orderingPostId'

/** Facts that an event sets; `null` clears one. */
export type FactChanges = Partial<Omit<Facts, Clearable>> & {
  readonly [name in Clearable]?: NonNullable<Facts[name]> | null
}

/** The facts after a change; a cleared one is absent. */
export function withFacts<T extends Facts>(facts: T, changes: FactChanges): T {
  const changed: Record<string, unknown> = { ...facts }
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete changed[name]
    else if (value !== undefined) changed[name] = value
  }
  return changed as T
}

/** A matter that was opened from this one. `to` says where it lives now, when it was escalated. */
export type Child = {
  readonly id: string
  readonly reference: string
  readonly procedure: string
  readonly outcome: string
  readonly to?: string
}

/** A matter stands on worklists out of turn: since when, why, and on whose, as worklist tokens. */
export type Raise = {
  readonly at: Instant
  /** The step and the post that took it, the clock and how high it was raised, or the child that came back. */
  readonly step?: string
  readonly by?: string
  readonly clockId?: string
  readonly tier?: number
  readonly child?: string
  /** What the mark of the matter said with it: the colour of a slip. */
  readonly mark?: string
  readonly to: readonly string[]
}

/** A paper that a step issued: the `number`-th of this matter, whatever its kind. `version` is the event that holds what it says. */
export type IssuedDocument = {
  readonly document: string
  readonly number: number
  readonly version: number
  readonly revokedAt?: Instant
}

/** What one person answered apart from the others, until a step lays it open. `version` is the event that holds it. */
export type HiddenAnswers = {
  readonly step: string
  readonly by: string
  readonly postId: string
  readonly version: number
  readonly until: string
  readonly answers: FormValues
  readonly open?: true
}

/** What another matter ordered: kept beyond its time, or stored and not used any more. */
export type Restriction = {
  readonly order: 'keep' | 'restrict'
  readonly orderedBy: string
  readonly reason: string
  readonly at: Instant
}
/** What a person set against a fact on record; it stays beside the fact, and nobody takes it away. */
export type CounterStatement = {
  readonly at: Instant
  readonly text: string
  /** The question whose answer is disputed; absent: the whole. */
  readonly about?: string
  /** Written down by an official for whoever it is from. */
  readonly onBehalf?: true
}

/** A step (or `open`) that a person took in another's post. */
export type StoodIn = { readonly personId: string; readonly postId: string; readonly step: string }

/** A matter as it stands: the fold of its events, and the row that storage keeps. */
export type Matter = Facts & {
  readonly id: string
  readonly tenant: string
  readonly reference: string
  readonly procedure: string
  readonly procedureVersion: number
  readonly state: string
  readonly group: StateGroup
  readonly stateSince: Instant
  readonly openedAt: Instant
  readonly openedBy: string
  readonly closedAt?: Instant
  readonly outcome?: string
  /** Number of the last event; the next writer must have seen it. */
  readonly version: number
  /** Latest answer per form field; personal ones sealed. */
  readonly fields: FormValues
  readonly files: readonly (FileRef & { readonly at: Instant; readonly step: string; readonly version: number })[]
  readonly clocks: readonly Clock[]
  readonly links: readonly Link[]
  /** Persons who handled it, by person id: they may not verify. */
  readonly handledBy: readonly string[]
  readonly verifiedBy?: string
  /** Posts that act or acted in it, and so may see it. */
  readonly participants: readonly string[]
  /** Matters opened from this one: all, and those not closed yet. */
  readonly childCount: number
  readonly openChildCount: number
  /** Those that ended, in order; absent while none has. */
  readonly endedChildren?: readonly Child[]
  /** Holders of seats of many. */
  readonly holders?: readonly Holder[]
  /** The answer that marks it: the colour of the slip that stands. */
  readonly mark?: string
  readonly raised?: readonly Raise[]
  readonly documents?: readonly IssuedDocument[]
  /** How often a step was taken, of those that a condition counts. */
  readonly rounds?: Readonly<Record<string, number>>
  /** An exercise, or part of one: out of every count, and marked as such. */
  readonly exercise?: true
  /** Persons who take no part, by person id: they declared an interest, or handled or decided the matter before. */
  readonly barred?: readonly string[]
  /** What was done in it by somebody who stood in for the post: absent while nothing was. */
  readonly stoodIn?: readonly StoodIn[]
  /** Version of the event with which the present state was entered. */
  readonly stateVersion: number
  readonly shreddedAt?: Instant
  /** Answers in free words that are read no more, since the matter was made anonymous. */
  readonly redacted?: readonly string[]
  /** What keeps its personal data from being destroyed, or from being used; each by the matter that ordered it. */
  readonly restrictions?: readonly Restriction[]
  /** Answers kept apart, laid open or not. */
  readonly hidden?: readonly HiddenAnswers[]
  /** Who never sees it, as posts, `person:` and `unit:` with the id. */
  readonly hiddenFrom?: readonly string[]
  /** To which offices it was sent, in order. */
  readonly sent?: readonly Sent[]
  readonly cameFrom?: CameFrom
  readonly statements?: readonly CounterStatement[]
}
