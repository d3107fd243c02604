import type { CrossingWay } from '../../matter/crossing.ts'

/**
 * A step sends the matter to the office that the question `to` (kind `office`) names, which opens one of the same kind. `carry` names
 * its opening form's field ← this step's answer, an earlier one or a fact; `personal` what is sealed anew with that office's
 * keys. What is named in neither does not cross. `basis` is the question that names the legal basis.
 */
export type Sends = {
  readonly way: CrossingWay
  readonly to: string
  readonly basis: string
  readonly carry: Readonly<Record<string, string>>
  readonly personal?: Readonly<Record<string, string>>
}

/**
 * The part of a step in a crossing. Here: it `sends` the matter, asks it back (`recalls`), or is taken by the system when the
 * other office's answer is heard: `hears`. Its form, if it has one, may ask `crossingReference`, `crossingReason`, `crossingOutcome`
 * and `crossingTold`. There: what was sent arrives, is accepted or returned by whoever takes in, or was asked back: `receives`.
 */
export type StepCrossing =
  | { readonly sends: Sends }
  | { readonly recalls: true }
  | { readonly hears: 'taken' | 'returned' | 'recalled' | 'ended' }
  | { readonly receives: 'arrival' | 'acceptance' | 'return' | 'recall' }

/** What a step sends, if it does. */
export const sendsOf = ({ crossing }: { readonly crossing?: StepCrossing | undefined }): Sends | undefined =>
  crossing && 'sends' in crossing ? crossing.sends : undefined

/** What a step hears from the other office, if it does. */
export const hearsOf = ({ crossing }: { readonly crossing?: StepCrossing | undefined }) =>
  crossing && 'hears' in crossing ? crossing.hears : undefined

/** What part a step has in taking in, if it has one. */
export const receivesOf = ({ crossing }: { readonly crossing?: StepCrossing | undefined }) =>
  crossing && 'receives' in crossing ? crossing.receives : undefined
