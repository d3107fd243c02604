import type { Matter } from '../domain/matter/matter.ts'
import type { FormValues } from '../domain/procedure/form.ts'
import type { Dice } from './dice.ts'

/** What the story of one matter is about, settled when it begins. */
export type Facts = {
  readonly dice: Dice
  readonly category?: string
  /** Level that an inspector will find. */
  readonly level?: string
  readonly townshipId: string
  /** The unit that will handle it. */
  readonly handlingUnit: string
  readonly tier: 'county' | 'township' | 'village' | 'department'
  /** Where triage will send it: answers of the triage form. */
  readonly route?: FormValues
  /** The earlier report that says the same. */
  readonly mergeInto?: Matter
  /** Words for texts: place, measure, law, placeName. */
  readonly words: Readonly<Record<string, string>>
  /** A story that is told step by step and then stops; absent: chance decides. */
  readonly script?: readonly Move[]
  /** 1 is usual; 3 takes three times as long. */
  readonly pace: number
}

/** A step that may come next in a state. `days` are working days until it is taken: [fewest, most]. */
export type Move = {
  readonly step: string
  readonly weight: number
  readonly days: readonly [number, number]
  /** Minutes after the step before, by day and night, instead of working days: [fewest, most]. */
  readonly minutes?: readonly [number, number]
  readonly when?: (matter: Matter, facts: Facts) => boolean
  readonly given?: (matter: Matter, facts: Facts) => FormValues
}
