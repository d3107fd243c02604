import { type Actor, signatureOf } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import type { EventOf, MatterEvent } from '../../domain/matter/event.ts'
import { FACT_KEYS, type FactChanges, type Matter } from '../../domain/matter/matter.ts'
import { FACTS } from '../../domain/procedure/form.ts'
import type { Demand } from '../../domain/procedure/hands/demand.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { HolderChange } from '../../domain/procedure/seat.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { seatsHeld } from './seats-held.ts'
import { mayHandOver, whyItStays } from './why-it-stays.ts'

/**
 * The seats of one post in a matter go to another: as an event signed by who hands over.
 * @throws AnlanError not-allowed; guard-refused with `why` it stays
 */
export function decideHandOver(
  procedure: Procedure,
  matter: Matter,
  { from, to, reason }: Extract<Command, { type: 'HandOverSeats' }>,
  actor: Actor,
  { now, directory }: { readonly now: Instant; readonly directory: Directory },
): MatterEvent[] {
  if (!mayHandOver(actor, from, directory)) throw new AnlanError('not-allowed', { rule: 'hand-over' })
  const why = whyItStays(procedure, matter, { from, to }, directory, now)
  if (why) throw new AnlanError('guard-refused', { guard: 'handOver' satisfies Demand, why })
  const seats = seatsHeld(matter, from)
  const one = FACTS.post.filter((seat) => seats.includes(seat))
  const holders = changesOf(matter, from, to)
  return [
    {
      at: now,
      by: signatureOf(actor),
      type: 'SeatsHandedOver',
      from,
      to,
      reason,
      facts: Object.fromEntries(one.map((seat) => [FACT_KEYS[seat], to])) as FactChanges,
      ...(holders.length > 0 ? { holders } : {}),
    } satisfies EventOf<'SeatsHandedOver'>,
  ]
}

const changesOf = ({ holders = [] }: Matter, from: string, to: string): HolderChange[] =>
  holders
    .filter(({ id, state }) => id === from && state !== 'refused')
    .flatMap(({ seat, state }) => [
      { seat, id: from, to: 'released' as const },
      { seat, id: to, to: state },
    ])
