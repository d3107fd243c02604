import { FACT_KEYS, type Matter } from '../../domain/matter/matter.ts'
import { FACTS } from '../../domain/procedure/form.ts'
import type { SeatName } from '../../domain/procedure/seat.ts'

/** The seats that a post holds by name in a matter: those of one, and those of many. */
export const seatsHeld = (matter: Matter, postId: string): readonly SeatName[] => [
  ...FACTS.post.filter((seat) => matter[FACT_KEYS[seat]] === postId),
  ...new Set(
    (matter.holders ?? []).flatMap(({ seat, id, state }) => (id === postId && state !== 'refused' ? [seat] : [])),
  ),
]

/** Seats whose holder stands over whoever handles the matter, or checks it. */
export const CHECKING = ['verifier', 'supervisor', 'sponsor', 'ordering'] as const
