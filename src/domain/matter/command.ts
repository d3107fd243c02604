import type { DataOrder } from '../personal/data-orders.ts'
import type { OpeningPurpose } from '../personal/opening-purpose.ts'
import type { FileRef, FormValues } from '../procedure/form.ts'
import type { Instant } from '../time/time.ts'
import type { Signature } from './actor.ts'
import type { CameFrom, CrossingNews } from './crossing.ts'
import type { Ordering } from './event.ts'
import type { NamedLink } from './link.ts'
import type { Channel } from './matter.ts'
import type { RowSource } from './row-source.ts'

/** A request to change a matter, imperative. Every door (HTTP, import, worker, field sync) speaks these. */
export type Command =
  | {
      readonly type: 'OpenMatter'
      readonly procedure: string
      readonly channel: Channel
      readonly unitId: string
      readonly form: FormValues
      readonly files?: readonly FileRef[]
      readonly links?: readonly NamedLink[]
      /** The unit complained about, when the matter comes from another that knows it; no form asks for it then. */
      readonly aboutUnitId?: string
      /** Who ordered it, when it comes from another matter; else the actor's unit does. */
      readonly ordering?: Ordering
      /** Whose step asked for it, when it comes from another matter. */
      readonly sentBy?: Signature
      /** From when its clocks count, when it carries on another matter. */
      readonly since?: Instant
      /** Persons who take no part in it. */
      readonly barred?: readonly string[]
      /** Its first step, when the step elsewhere that opens it stands for that. */
      readonly begins?: string
      /** It is part of the exercise it comes from. */
      readonly exercise?: true
      /** The office that sent it. */
      readonly cameFrom?: CameFrom
      /** The number under which an imported ledger knew the matter. */
      readonly sourceNumber?: string
      /** Where the imported ledger told it. */
      readonly source?: RowSource
      /** Exact due instants from an imported ledger, by deadline id. */
      readonly setDue?: Readonly<Record<string, string>>
    }
  | {
      readonly type: 'TakeStep'
      readonly step: string
      readonly form?: FormValues
      readonly files?: readonly FileRef[]
      /** As for OpenMatter. */
      readonly source?: RowSource
      readonly setDue?: Readonly<Record<string, string>>
    }
  | { readonly type: 'AddLink'; readonly link: NamedLink; readonly note?: string }
  | {
      readonly type: 'OpenFields'
      readonly fields: readonly string[]
      readonly reason: string
      readonly purpose?: OpeningPurpose
      /** Who confirmed it, in an emergency. */
      readonly confirmedBy?: Signature
    }
  /** What a person sets against a fact on record; it stands beside the fact from then on. */
  | { readonly type: 'AddStatement'; readonly text: string; readonly about?: string }
  /** A new code for the reporter of a matter; the old one opens nothing any more. The code itself goes beside the command. */
  | { readonly type: 'IssueCode'; readonly reason: string }
  | { readonly type: 'WarnDeadline'; readonly clockId: string; readonly warning: string }
  | { readonly type: 'MarkOverdue'; readonly clockId: string }
  | { readonly type: 'Escalate'; readonly clockId: string }
  /** The days that an exclusion may leave out are used up. */
  | { readonly type: 'ResumeDeadline'; readonly clockId: string }
  /** The calendar changed: due days on record follow it. */
  | { readonly type: 'RecountDeadlines' }
  | {
      readonly type: 'RecordChildClosed'
      readonly childId: string
      readonly reference: string
      readonly procedure: string
      readonly outcome: string
      readonly reason?: string
      readonly successor?: { readonly id: string; readonly reference: string; readonly procedure: string }
    }
  /** What another office answered to the sending of this version. */
  | ({ readonly type: 'RecordCrossing'; readonly version: number } & CrossingNews)
  | { readonly type: 'ShredFields'; readonly reason: string }
  /** What a post holds goes to another: somebody was moved or retired. */
  | { readonly type: 'HandOverSeats'; readonly from: string; readonly to: string; readonly reason: string }
  /** What a matter that concerns this one has done with its personal data; `orderedBy` is that matter's mark. */
  | { readonly type: 'OrderData'; readonly order: DataOrder; readonly orderedBy: string; readonly reason: string }
  /** A personal answer is put right at the request of the person. */
  | {
      readonly type: 'CorrectField'
      readonly field: string
      readonly value: string
      readonly orderedBy: string
      readonly reason: string
    }

export type CommandType = Command['type']
