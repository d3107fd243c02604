import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Form } from '../../domain/procedure/form.ts'
import type { Step } from '../../domain/procedure/procedure.ts'
import type { Holder, HolderState, SeatName } from '../../domain/procedure/seat.ts'

/** What a step brings a holder to. */
export const HOLDER_MOVES = [
  ['signs', 'signed'],
  ['answers', 'answered'],
  ['refuses', 'refused'],
] as const satisfies readonly (readonly [keyof Step, HolderState])[]

/** The states from which a holder comes to another: who answered or refused has done so. */
const BEFORE: Readonly<Record<'signed' | 'answered' | 'refused', readonly HolderState[]>> = {
  signed: ['asked'],
  answered: ['asked', 'signed'],
  refused: ['asked', 'signed'],
}

type Held = Pick<Matter, 'holders'>

/** Whether a holder is the actor's own post or unit. */
export const isHolder = (id: string, { postId, unitId }: Pick<Actor, 'postId' | 'unitId'>): boolean =>
  id === postId || id === unitId

/** The question of a form that names a holder of this seat. */
export const holderField = (seat: SeatName, asked: Form | undefined): string | undefined =>
  Object.entries(asked?.fields ?? {}).find(([, field]) => field.kind === 'holder' && field.of === seat)?.[0]

/** The holders that can still come to this. */
export const dueHolders = (seat: SeatName, to: keyof typeof BEFORE, { holders = [] }: Held): string[] =>
  holders.filter((holder) => holder.seat === seat && BEFORE[to].includes(holder.state)).map(({ id }) => id)

/**
 * Whether somebody is there for whom the step can sign, answer or refuse: the actor, or whoever its form may name. What an old
 * ledger tells happened, whoever was asked.
 */
export function isHolderDue(step: Step, asked: Form | undefined, matter: Matter, actor: Actor): boolean {
  if (actor.roles.includes('system')) return true
  return HOLDER_MOVES.every(([key, to]) => {
    const seat = step[key]
    if (!seat) return true
    const due = dueHolders(seat, to, matter)
    return holderField(seat, asked) === undefined ? due.some((id) => isHolder(id, actor)) : due.length > 0
  })
}

/** The holders a form of this step may name: those for whom it can still sign, answer or refuse. */
export const nameable = (step: Step, { holders = [] }: Held): readonly Holder[] =>
  holders.filter((holder) =>
    HOLDER_MOVES.every(([key, to]) => step[key] !== holder.seat || BEFORE[to].includes(holder.state)),
  )

/** Whether a step is one by which holders sign, answer or refuse. */
export const isForHolders = (step: Step): boolean => HOLDER_MOVES.some(([key]) => step[key])

/** Those who are asked by a step that is for the holders themselves and have not answered; undefined where a step is for others. */
export function askedThemselves(step: Step, matter: Held): string[] | undefined {
  const move = HOLDER_MOVES.find(([key]) => step[key])
  const seat = move && step[move[0]]
  if (!seat || !step.by.some((taker) => typeof taker === 'object' && taker.is === seat)) return undefined
  return dueHolders(seat, move[1], matter)
}
