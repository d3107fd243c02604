import type { Role } from '../unit/role.ts'
import type { SeatName } from './seat.ts'

/**
 * Where a post stands to a seat. All that are named must hold.
 * - `at`: in the seat's unit or in one above it, which is to have charge of it
 * - `is`: the post holds the seat, or works in a unit that holds it
 * - `below`: in the seat's unit or in one below it
 * - `outside`: neither in the seat's unit nor below it, where the law wants another unit
 */
export type Relation = {
  readonly at?: SeatName
  readonly is?: SeatName
  readonly below?: SeatName
  readonly outside?: SeatName
}

/** Who may take a step: a role in the responsible unit, above it or taking part; or a role that stands so to a seat. */
export type Taker = Role | ({ readonly role: Role } & Relation)

/** The role of a taker. */
export const roleOf = (taker: Taker): Role => (typeof taker === 'string' ? taker : taker.role)

/** Every role among takers, once. */
export const rolesOf = (takers: readonly Taker[]): readonly Role[] => [...new Set(takers.map(roleOf))]
