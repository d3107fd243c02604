import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'
import type { Role } from '../../../domain/unit/role.ts'

/** These roles on the side of whoever ordered the matter, or above it: never those who only carry it out. */
export const orderingSide = <R extends Role>(...roles: readonly R[]): readonly Taker[] =>
  roles.map((role) => ({ role, at: 'ordering' }))

/** These roles in the responsible unit or above it, and nobody who merely takes part. */
export const responsibleSide = <R extends Role>(...roles: readonly R[]): readonly Taker[] =>
  roles.map((role) => ({ role, at: 'responsible' }))

/** These roles in the units asked to assist. */
export const assisting = <R extends Role>(...roles: readonly R[]): readonly Taker[] =>
  roles.map((role) => ({ role, is: 'assist' }))

/** The leader who ordered it; where none is named, any leader on that side. */
export const byWhoOrdered: Condition = {
  any: [{ actor: { holds: 'ordering' } }, { not: { seat: 'ordering', filled: true } }],
}

/** Whoever checked it does not approve it as well. */
export const notByWhoChecked: Condition = { not: { actor: 'verified' } }
