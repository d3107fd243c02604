import type { Taker } from '../../../domain/procedure/taker.ts'
import { orderingSide, responsibleSide } from '../../shared/v1/takers.ts'

/** The desk that registered the matter and sends it on; it decides whether a unit may return it. */
export const SENDERS = orderingSide('triageOfficer', 'clerk')

/** Whoever works on it in the responsible unit. */
export const WORKERS: readonly Taker[] = ['handler', 'inspector', 'mediator', 'clerk']

/** The head of the unit, or a leader above it. */
export const HEADS = responsibleSide('leader')

/** The organ above the one that decided, never that one itself (arts 35, 36). */
export const ABOVE_THE_DECIDER: readonly Taker[] = [
  { role: 'leader', at: 'responsible', outside: 'responsible' },
  { role: 'triageOfficer', at: 'responsible', outside: 'responsible' },
]

/** The organ above the one that reviewed. */
export const ABOVE_THE_REVIEWER: readonly Taker[] = [
  { role: 'reviewer', at: 'verifier', outside: 'verifier' },
  { role: 'leader', at: 'verifier', outside: 'verifier' },
]

/** The post named for the review. */
export const REVIEWER: readonly Taker[] = [
  { role: 'reviewer', is: 'verifier', outside: 'responsible' },
  { role: 'verifier', is: 'verifier', outside: 'responsible' },
  { role: 'leader', is: 'verifier', outside: 'responsible' },
]
