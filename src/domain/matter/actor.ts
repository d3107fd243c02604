import type { Role } from '../unit/role.ts'

/** A person acting in a post at a unit. `personId` only signs what was done; rights follow from post, unit and roles. */
export type Actor = {
  readonly tenant: string
  readonly personId: string
  readonly postId: string
  readonly unitId: string
  readonly unitPath: string
  readonly roles: readonly Role[]
}

/** Who signs an event. */
export type Signature = { readonly personId: string; readonly postId: string; readonly unitId: string }

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
