import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { NamedMatters } from './named-matters.ts'

/** Id and reference come in as values: a decision makes neither. */
export type Identity = { readonly matterId: string; readonly reference: string }

/** What a decision looks at besides matter, command and actor. `identity` is needed to open a matter. */
export type DecideContext = {
  readonly now: Instant
  readonly rulebook: Rulebook
  readonly identity?: Identity | undefined
  /** The matters under the references that `namedReferences` finds in the command. */
  readonly named?: NamedMatters | undefined
}
