import type { Role } from '../unit/role.ts'

/** A person acting in a post at a unit. `personId` only signs what was done; rights follow from post, unit and roles. */
export type Actor = {
  readonly tenant: string
  readonly personId: string
  readonly postId: string
  readonly unitId: string
  readonly unitPath: string
  readonly roles: readonly Role[]
  /** The post is another's, and the person stands in for it: what keeps them out by a post of their own keeps them out here too. */
  readonly standsIn?: StandingIn
  /** A program acts, in the post that this person holds: what keeps them out keeps it out, and what it does counts as theirs too. */
  readonly behind?: string
}

/** From which of the own posts somebody acts for another, with all of them. */
export type StandingIn = { readonly ownPostId: string; readonly own: readonly OwnPost[] }
export type OwnPost = { readonly postId: string; readonly unitId: string; readonly unitPath: string }

/** Who signs an event. `ownPostId`: the post from which the person acted for this one. */
export type Signature = {
  readonly personId: string
  readonly postId: string
  readonly unitId: string
  readonly ownPostId?: string
  readonly behind?: string
}

/** Who signs: the person, the post and the unit at the time. */
export const signatureOf = ({ personId, postId, unitId, standsIn, behind }: Actor): Signature => ({
  personId,
  postId,
  unitId,
  ...(standsIn ? { ownPostId: standsIn.ownPostId } : {}),
  ...(behind ? { behind } : {}),
})

/** Everybody who is bound by what this one does or did: a program, and who holds its post. */
export const persons = ({ personId, behind }: Pick<Actor, 'personId' | 'behind'>): readonly string[] =>
  behind === undefined ? [personId] : [personId, behind]

/** The posts in which the person is bound: the one acted in, and their own behind it. */
export const ownPosts = ({ postId, unitId, unitPath, standsIn }: Omit<Actor, 'tenant' | 'roles' | 'personId'>) => [
  { postId, unitId, unitPath },
  ...(standsIn?.own ?? []),
]

/** The actor behind deadlines, escalation and other work without a user. */
export const systemActor = (tenant: string): Actor => ({
  tenant,
  personId: 'system',
  postId: 'system',
  unitId: '',
  unitPath: '/',
  roles: ['system'],
})

/** Somebody who reports without an account. Sees one matter, by its code; belongs to no unit. */
export const reporterActor = (tenant: string): Actor => ({
  tenant,
  personId: 'reporter',
  postId: 'reporter',
  unitId: '',
  unitPath: '',
  roles: ['reporter'],
})
