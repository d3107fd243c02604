import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { type Form, type FormValues, isSealed } from '../../domain/procedure/form.ts'
import type { Procedure, Step } from '../../domain/procedure/procedure.ts'
import type { Holder, HolderChange, HolderState, SeatName } from '../../domain/procedure/seat.ts'

/** What a step does to the holders of seats of many: those its form names are asked; one signs, answers or refuses. */
export function holderChanges(
  procedure: Procedure,
  step: Step,
  asked: Form | undefined,
  form: FormValues,
  matter: Matter,
  actor: Actor,
): HolderChange[] {
  return [
    ...releasedBy(procedure, step, matter),
    ...filledBy(asked, form, matter.holders),
    ...moved(step, asked, form, matter, actor),
  ]
}

/** Who was asked by an answer that is taken back is asked no longer: an earlier yes says nothing of the next request. */
const releasedBy = ({ forms }: Procedure, { clears = [] }: Step, { holders = [] }: Matter): HolderChange[] =>
  clears.flatMap((name) => {
    const seats = Object.values(forms).flatMap(({ fields }) => {
      const field = fields[name]
      return field?.kind === 'items' && field.fills ? [field.fills] : []
    })
    return holders
      .filter(({ seat }) => seats.includes(seat))
      .map(({ seat, id }): HolderChange => ({ seat, id, to: 'released' }))
  })

/** Rows with a unit or a post name the holder by it; other rows are known by their place, and what they say stays in the form. */
export function filledBy(asked: Form | undefined, form: FormValues, holders: Matter['holders'] = []): HolderChange[] {
  return Object.entries(asked?.fields ?? {}).flatMap(([name, field]): HolderChange[] => {
    const rows = form[name]
    if (field.kind !== 'items' || !field.fills || !Array.isArray(rows)) return []
    const seat = field.fills
    const column = Object.entries(field.fields).find(([, { kind }]) => kind === 'unit' || kind === 'post')?.[0]
    const ids = (rows as readonly FormValues[]).map((row, index) => {
      const named = column ? row[column] : undefined
      return typeof named === 'string' && !isSealed(named) ? named : `${name}.${index}`
    })
    const known = holders.filter((holder) => holder.seat === seat)
    const left = known.filter(({ id }) => !ids.includes(id))
    // Whoever refused and is named again is asked again.
    const fresh = ids.filter((id) => !known.some((holder) => holder.id === id && holder.state !== 'refused'))
    return [
      ...left.map(({ id }) => ({ seat, id, to: 'released' }) as const),
      ...[...new Set(fresh)].map((id) => ({ seat, id, to: 'asked' }) as const),
    ]
  })
}

const MOVES = [
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

function moved(step: Step, asked: Form | undefined, form: FormValues, matter: Matter, actor: Actor): HolderChange[] {
  return MOVES.flatMap(([key, to]) => {
    const seat = step[key]
    if (!seat) return []
    const name = holderField(seat, asked)
    const id = dueHolders(seat, to, matter).find((due) => (name === undefined ? isOf(due, actor) : due === form[name]))
    return id ? [{ seat, id, to }] : []
  })
}

const isOf = (id: string, { postId, unitId }: Pick<Actor, 'postId' | 'unitId'>) => id === postId || id === unitId

/** The question of a form that names a holder of this seat. */
const holderField = (seat: SeatName, asked: Form | undefined): string | undefined =>
  Object.entries(asked?.fields ?? {}).find(([, field]) => field.kind === 'holder' && field.of === seat)?.[0]

const dueHolders = (seat: SeatName, to: keyof typeof BEFORE, { holders = [] }: Pick<Matter, 'holders'>): string[] =>
  holders.filter((holder) => holder.seat === seat && BEFORE[to].includes(holder.state)).map(({ id }) => id)

/**
 * Whether somebody is there for whom the step can sign, answer or refuse: the actor, or whoever its form may name. What an old
 * ledger tells happened, whoever was asked.
 */
export function isHolderDue(step: Step, asked: Form | undefined, matter: Matter, actor: Actor): boolean {
  if (actor.roles.includes('system')) return true
  return MOVES.every(([key, to]) => {
    const seat = step[key]
    if (!seat) return true
    const due = dueHolders(seat, to, matter)
    return holderField(seat, asked) === undefined ? due.some((id) => isOf(id, actor)) : due.length > 0
  })
}

/** The holders a form of this step may name: those for whom it can still sign, answer or refuse. */
export const nameable = (step: Step, { holders = [] }: Pick<Matter, 'holders'>): readonly Holder[] =>
  holders.filter((holder) => MOVES.every(([key, to]) => step[key] !== holder.seat || BEFORE[to].includes(holder.state)))
