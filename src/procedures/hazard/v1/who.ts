import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'

/** A leader on the side that ordered the fix; whoever is to be checked never decides the check. */
export const orderingLeader = { role: 'leader', at: 'ordering' } as const satisfies Taker
export const orderingInspector = { role: 'inspector', at: 'ordering' } as const satisfies Taker
export const orderingVerifier = { role: 'verifier', at: 'ordering' } as const satisfies Taker

export const FIRE = { the: 'category', is: ['fire'] } as const satisfies Condition
export const NOT_FIRE = { not: FIRE } as const satisfies Condition

/** A report by anybody is answered over the signature of a leader (Work Safety Law art. 73). */
export const TIP_OFF = { the: 'source', is: ['tipOff'] } as const satisfies Condition
export const NOT_TIP_OFF = { not: TIP_OFF } as const satisfies Condition

/** People were taken out or work was stopped: it goes on only after review and consent (art. 65). */
export const STOPPED = { the: 'stopWork', is: ['evacuate', 'partial', 'whole'] } as const satisfies Condition
export const NOT_STOPPED = { not: STOPPED } as const satisfies Condition

/** A major hazard is checked by another unit than the one that has it in hand. */
export const BY_ANOTHER_UNIT = {
  any: [{ not: { the: 'level', is: ['major'] } }, { not: { actor: { holds: 'responsible' } } }],
} as const satisfies Condition

/** What is under listed supervision is changed by the leader who supervises it. */
export const NOT_LISTED_BY_ANOTHER = {
  any: [{ not: { the: 'listedOn', recorded: true } }, { actor: { holds: 'supervisor' } }],
} as const satisfies Condition
