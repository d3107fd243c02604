import type { Text } from '../wording/text.ts'
import type { AlertRule } from './alert.ts'

/** A moment of a kind of matter for which people come together: it holds while the matter stands in one of these states. */
export type Appointment = {
  readonly field: string
  readonly title: Text
  readonly states: readonly string[]
  /** The answer that says where. */
  readonly venue?: string
  /** How long a calendar keeps free for it: nobody answers how long it takes. */
  readonly minutes: number
}

/** What of each kind goes out by a standard. Beside the definitions, because published ones do not change. */
export type Outward = {
  readonly appointments: Readonly<Record<string, readonly Appointment[]>>
  readonly alerts: Readonly<Record<string, AlertRule>>
  /** States in which a kind is publicised: everybody may know of it and object, until this time limit ends. */
  readonly publicity: Readonly<Record<string, { readonly states: readonly string[]; readonly until: string }>>
}
