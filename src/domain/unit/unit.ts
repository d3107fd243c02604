import type { Text } from '../wording/text.ts'
import type { Role } from './role.ts'
import type { Sight } from './sight.ts'
import type { StandIn } from './stand-in.ts'

export const UNIT_KINDS = [
  'province',
  'city',
  'county',
  'township',
  'village',
  'department',
  'court',
  'centre',
] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** An office or place that handles matters. `path` lists the ids from the root, each closed by a slash: `/county/dongpu/`. */
export type Unit = {
  readonly id: string
  readonly parentId?: string
  readonly path: string
  readonly kind: UnitKind
  readonly name: Text
}

/** A seat in a unit. Rights come with the post, not with the person who holds it for now. */
export type Post = {
  readonly id: string
  readonly unitId: string
  readonly title: Text
  readonly roles: readonly Role[]
  readonly holder?: { readonly personId: string; readonly name: string }
}

/** Units and posts of one tenant, as decisions need them. */
/** The words of `Coverage` and the states in which what is reached is in force. */
export type Reach = {
  readonly places: string
  readonly inForce: readonly string[]
  readonly among: string
  readonly visits: string
  readonly made: string
  readonly findings: string
}

/** The words of `CameBack`. */
export type Return = {
  readonly checks: string
  readonly foundToo: readonly string[]
  readonly notHere: readonly string[]
  readonly findings: string
  readonly category: string
  readonly item: string
  readonly without: readonly string[]
  readonly visits: string
  readonly made: string
  readonly versions: readonly { readonly before: string; readonly after: string }[]
}

/** How another office stands to this one. */
export type OfficeStanding = 'above' | 'below' | 'beside'

/** What is known of another office here: its name, how it stands, who takes in there; and which unit takes in here what it sends. */
export type Office = {
  readonly tenant: string
  readonly name: Text
  readonly stands: OfficeStanding
  readonly intake: Text
  readonly phone?: string
  readonly takesIn?: string
  /** Both offices agreed; this one did. */
  readonly agreed: boolean
  readonly agreedHere?: true
}

export type Directory = {
  readonly units: Readonly<Record<string, Unit>>
  readonly posts: Readonly<Record<string, Post>>
  /** Paths of units that were closed: nothing goes there any more, but what is over there stays in sight of those above. */
  readonly closedPaths?: Readonly<Record<string, string>>
  /** Who acts for a post now, and whose holder is away. */
  readonly standIns?: readonly StandIn[]
  /** Kinds of matter with a domain of their own, by procedure. */
  readonly sights?: Readonly<Record<string, Sight>>
  /** Kinds of matter that are exercises, by procedure. */
  readonly exercises?: readonly string[]
  /** Kinds of matter that are sweeps, with what they reach and the states in which those places are on record. */
  readonly coverages?: Readonly<Record<string, Reach>>
  /** Kinds of matter that are applied in units and may come back there, by procedure. */
  readonly returns?: Readonly<Record<string, Return>>
  /** Other offices that matters may be sent to, and come from. */
  readonly offices?: Readonly<Record<string, Office>>
}
