import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Instant } from '../../domain/time/time.ts'

/** Id and reference come in as values: a decision makes neither. */
export type Identity = { readonly matterId: string; readonly reference: string }

/** What a decision looks at besides matter, command and actor. `identity` is needed to open a matter. */
export type DecideContext = {
  readonly now: Instant
  readonly rulebook: Rulebook
  readonly identity?: Identity
  /** The matter whose reference the step's form names, if there is one the actor may see. */
  readonly named?: { readonly matterId: string; readonly reference: string }
}
