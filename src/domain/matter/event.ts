import type { DataOrder } from '../personal/data-orders.ts'
import type { OpeningPurpose } from '../personal/opening-purpose.ts'
import type { ClockChange, Due, Recount } from '../procedure/deadline.ts'
import type { FileRef, FormValues } from '../procedure/form.ts'
import type { StateGroup } from '../procedure/procedure.ts'
import type { HolderChange } from '../procedure/seat.ts'
import type { Day, Instant } from '../time/time.ts'
import type { Signature } from './actor.ts'
import type { CameFrom, CrossingNews, CrossingRequest } from './crossing.ts'
import type { Link } from './link.ts'
import type { FactChanges, Facts } from './matter.ts'
import type { RowSource } from './row-source.ts'

type Recorded = { readonly at: Instant; readonly by: Signature }

/** A matter to be opened as a consequence; its id follows from the parent's id, version and index. */
export type ChildRequest = {
  readonly procedure: string
  readonly link: Link['type']
  readonly form: FormValues
  readonly unitId: string
  /** The unit that the first matter is about: it must not see what came of it either. */
  readonly aboutUnitId?: string
  /** Who ordered it: the unit and, for a leader, the post of whoever took the step. */
  readonly ordering?: Ordering
  /** Whose step asked for it; the system only opens it. */
  readonly sentBy?: Signature
  /** From when its clocks count, when it carries on the first matter. */
  readonly since?: Instant
  /** Persons who take no part in it. */
  readonly barred?: readonly string[]
  /** Its step that counts as taken. */
  readonly begins?: string
  /** It is part of the exercise that asks for it. */
  readonly exercise?: true
}

/** A draw as it was made; anyone can make it again from the same list. */
export type DrawRecord = {
  readonly question: string
  readonly seed: string
  readonly size: number
  readonly digest: string
}

/** Who gave a matter. */
export type Ordering = { readonly unitId: string; readonly postId?: string }

/**
 * A step to be taken on another matter as a consequence: by the system on those that stand so to this one; or, where `revision` says
 * which record, by whoever took this step, with rows that are changed there.
 */
export type RelayRequest = {
  readonly to: 'parent' | 'children' | 'merged' | 'record'
  readonly step: string
  readonly form: FormValues
  readonly revision?: RevisionRequest
}

/** Which record is changed, in which of its rows and how, what it says it rests on, and who hears of the new version by which answer. */
export type RevisionRequest = {
  readonly matterId: string
  readonly basis: string
  readonly rows: {
    readonly of: string
    readonly key: string
    readonly act: string
    readonly changes: readonly FormValues[]
  }
  readonly made: { readonly step: string; readonly names: string }
}

/**
 * What happened to a matter, in the past tense, with what people knew. Facts only: everything else is derived.
 * Shapes are part of the hash chain and never change; a new shape is a new type or an upcaster.
 */
export type MatterEvent =
  | (Recorded & {
      readonly type: 'MatterOpened'
      readonly matterId: string
      readonly tenant: string
      readonly reference: string
      readonly procedure: string
      readonly procedureVersion: number
      readonly state: string
      readonly group: StateGroup
      readonly facts: Facts
      readonly form: FormValues
      readonly files: readonly FileRef[]
      readonly clocks: readonly ClockChange[]
      readonly links: readonly Link[]
      readonly holders?: readonly HolderChange[]
      readonly barred?: readonly string[]
      /** Whose step in another matter asked for it. */
      readonly sentBy?: Signature
      /** Posts, persons and units that are named in it and never see it. */
      readonly hidesFrom?: readonly string[]
      readonly exercise?: true
      readonly cameFrom?: CameFrom
      /** Where an imported ledger told it. */
      readonly source?: RowSource
      /** Whose worklists it entered at once, as worklist tokens. */
      readonly raises?: readonly string[]
    })
  | (Recorded & {
      readonly type: 'StepTaken'
      readonly step: string
      readonly from: string
      readonly to: string
      readonly group: StateGroup
      readonly outcome?: string
      readonly form: FormValues
      readonly files: readonly FileRef[]
      readonly facts: FactChanges
      readonly clocks: readonly ClockChange[]
      readonly opens: readonly ChildRequest[]
      readonly links: readonly Link[]
      readonly handles: boolean
      readonly verifies: boolean
      /** What follows is left out where it is nothing. */
      readonly source?: RowSource
      readonly unlinks?: readonly Link[]
      readonly holders?: readonly HolderChange[]
      /** Whose worklists it entered, and from whose it went because they dealt with it, as worklist tokens. */
      readonly raises?: readonly string[]
      readonly settles?: readonly string[]
      /** The mark that it gave the matter; null takes it back. */
      readonly mark?: string | null
      readonly documents?: readonly { readonly document: string; readonly number: number }[]
      readonly revokes?: readonly string[]
      readonly relays?: readonly RelayRequest[]
      /** A condition asks how often this step was taken. */
      readonly counts?: true
      readonly recuses?: true
      /** Persons who take part again. */
      readonly unbars?: readonly string[]
      /** The answers are shown to nobody but who gave them, until this step is taken. */
      readonly hiddenUntil?: string
      readonly hidesFrom?: readonly string[]
      /** What the rows of this question were drawn from and by: how many there were, the digest of their list, the seed. */
      readonly draw?: DrawRecord
      /** What is personal was destroyed with it. */
      readonly shreds?: true
      /** It was sent to another office with it. */
      readonly sends?: CrossingRequest
      /** It was asked back from there. */
      readonly asksBack?: true
      /** What it has done with the personal data of the matters it concerns. */
      readonly orders?: DataOrder
    })
  | (Recorded & { readonly type: 'CrossingHeard'; readonly version: number } & CrossingNews)
  | (Recorded & { readonly type: 'DeadlineWarned'; readonly clockId: string; readonly warning: string })
  | (Recorded & {
      readonly type: 'DeadlineOverdue'
      readonly clockId: string
      readonly clocks?: readonly ClockChange[]
    })
  | (Recorded & { readonly type: 'DeadlineResumed'; readonly clockId: string; readonly lastDay: Day } & Due)
  | (Recorded & { readonly type: 'ClocksRecounted'; readonly clocks: readonly Recount[] })
  | (Recorded & {
      readonly type: 'MatterEscalated'
      readonly clockId: string
      readonly to: string
      readonly tier: number
      /** Whose worklist it entered. */
      readonly raises?: readonly string[]
    })
  | (Recorded & { readonly type: 'LinkAdded'; readonly link: Link; readonly note?: string })
  | (Recorded & {
      readonly type: 'ChildClosed'
      readonly childId: string
      readonly reference: string
      readonly procedure: string
      readonly outcome: string
      /** Why it came back, when it was returned as not theirs. */
      readonly reason?: string
      /** Where it lives now, when it was escalated or re-registered: that one is waited for instead. */
      readonly successor?: { readonly id: string; readonly reference: string; readonly procedure: string }
      /** Whose worklist the parent entered, because the child came back. */
      readonly raises?: readonly string[]
    })
  | (Recorded & {
      readonly type: 'FieldsOpened'
      readonly fields: readonly string[]
      /** Empty where the purpose says it all. */
      readonly reason: string
      readonly purpose?: OpeningPurpose
      /** The second person of an opening in an emergency. */
      readonly confirmedBy?: Signature
    })
  | (Recorded & {
      readonly type: 'StatementAdded'
      readonly text: string
      /** The question whose answer is disputed; absent: the whole. */
      readonly about?: string
      /** Written down by an official for whoever it is from. */
      readonly onBehalf?: true
    })
  | (Recorded & {
      readonly type: 'SeatsHandedOver'
      readonly from: string
      readonly to: string
      readonly reason: string
      readonly facts: FactChanges
      readonly holders?: readonly HolderChange[]
    })
  | (Recorded & { readonly type: 'CodeIssued'; readonly reason: string })
  | (Recorded & {
      readonly type: 'FieldsShredded'
      readonly reason: string
      /** Answers in free words that are read no more: what is left names nobody. */
      readonly texts?: readonly string[]
      /** The mark of the matter that ordered it: its number would tell that there is one. */
      readonly orderedBy?: string
    })
  /** What another matter ordered of the personal data here, or took back. */
  | (Recorded & {
      readonly type: 'DataOrdered'
      readonly order: Exclude<DataOrder, 'erase'>
      readonly orderedBy: string
      readonly reason: string
    })
  /** A personal answer was put right; both stay on record, sealed. */
  | (Recorded & {
      readonly type: 'FieldCorrected'
      readonly field: string
      readonly form: FormValues
      readonly orderedBy: string
      readonly reason: string
    })

export type EventType = MatterEvent['type']
export type EventOf<T extends EventType> = Extract<MatterEvent, { type: T }>

/** What time does by itself: no news that whoever writes beside it must look at first. */
export const BY_TIME: readonly string[] = ['DeadlineWarned', 'DeadlineOverdue', 'MatterEscalated']
