import type { ClockChange } from '../procedure/deadline.ts'
import type { FileRef, FormValues } from '../procedure/form.ts'
import type { StateGroup } from '../procedure/procedure.ts'
import type { Instant } from '../time/time.ts'
import type { Signature } from './actor.ts'
import type { Link } from './link.ts'
import type { FactChanges, Facts } from './matter.ts'

type Recorded = { readonly at: Instant; readonly by: Signature }

/** A matter to be opened as a consequence; its id follows from the parent's id, version and index. */
export type ChildRequest = {
  readonly procedure: string
  readonly link: Link['type']
  readonly form: FormValues
  readonly unitId: string
  /** The unit that the first matter is about: it must not see what came of it either. */
  readonly aboutUnitId?: string
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
    })
  | (Recorded & { readonly type: 'DeadlineWarned'; readonly clockId: string; readonly warning: string })
  | (Recorded & { readonly type: 'DeadlineOverdue'; readonly clockId: string })
  | (Recorded & {
      readonly type: 'MatterEscalated'
      readonly clockId: string
      readonly to: string
      readonly tier: number
    })
  | (Recorded & { readonly type: 'LinkAdded'; readonly link: Link; readonly note?: string })
  | (Recorded & {
      readonly type: 'ChildClosed'
      readonly childId: string
      readonly reference: string
      readonly procedure: string
      readonly outcome: string
    })
  | (Recorded & { readonly type: 'FieldsOpened'; readonly fields: readonly string[]; readonly reason: string })
  | (Recorded & { readonly type: 'CodeIssued'; readonly reason: string })
  | (Recorded & { readonly type: 'FieldsShredded'; readonly reason: string })

export type EventType = MatterEvent['type']
export type EventOf<T extends EventType> = Extract<MatterEvent, { type: T }>
