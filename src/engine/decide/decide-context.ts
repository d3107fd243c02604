import type { FormValues } from '../../domain/procedure/form.ts'
import type { Earlier } from '../../domain/procedure/records/points-to.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Lots } from './apart/draw.ts'
import type { NamedMatters } from './named-matters.ts'
import type { PlacesThere } from './revise/exposed.ts'

/** Id and reference come in as values: a decision makes neither. */
export type Identity = { readonly matterId: string; readonly reference: string }

/** What a record said as of a version; undefined where its story was not read. */
export type RecordVersions = (reference: string, version: number) => FormValues | undefined

/** What a decision looks at besides matter, command and actor. `identity` is needed to open a matter. */
export type DecideContext = {
  readonly now: Instant
  readonly rulebook: Rulebook
  readonly identity?: Identity | undefined
  /** The matters under the references that `namedReferences` finds in the command. */
  readonly named?: NamedMatters | undefined
  /** The stories of the records that bring rows to the command. */
  readonly versions?: RecordVersions | undefined
  /** Other matters of the same kind that point to the records of this one, where a question asks how many there were. */
  readonly earlier?: readonly Earlier[] | undefined
  /** What was drawn for the command. */
  readonly lots?: Lots | undefined
  /** Where the places are that are exposed to the same, for a step that asks every unit that has some. */
  readonly places?: readonly PlacesThere[] | undefined
}
