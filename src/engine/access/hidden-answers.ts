import type { Actor } from '../../domain/matter/actor.ts'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { HiddenAnswers, Matter } from '../../domain/matter/matter.ts'

type Reader = Pick<Actor, 'personId'>

/** Whether this person may read answers that were given apart: their own, and those that a step laid open. */
const mayRead = ({ personId }: Reader, { by, open }: HiddenAnswers): boolean => open === true || by === personId

/** A matter without the answers that others gave apart and no step has laid open. */
export function withoutHidden<M extends Matter>(matter: M, reader: Reader): M {
  if (!matter.hidden) return matter
  return { ...matter, hidden: matter.hidden.filter((each) => mayRead(reader, each)) }
}

/** An event of this matter without the answers in it that this person may not read yet. */
export function eventInSight(event: MatterEvent, version: number, { hidden }: Matter, reader: Reader): MatterEvent {
  if (event.type !== 'StepTaken' || !event.hiddenUntil) return event
  const answers = hidden?.find((each) => each.version === version)
  return answers && mayRead(reader, answers) ? event : { ...event, form: {} }
}
