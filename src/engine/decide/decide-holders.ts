import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { type Form, type FormValues, isSealed } from '../../domain/procedure/form.ts'
import type { Step } from '../../domain/procedure/procedure.ts'
import type { HolderChange, HolderState } from '../../domain/procedure/seat.ts'

/** What a step does to the holders of seats of many: those its form names are asked; one signs, answers or refuses. */
export function holderChanges(
  step: Step,
  asked: Form | undefined,
  form: FormValues,
  matter: Matter,
  actor: Actor,
): HolderChange[] {
  return [...filledBy(asked, form, matter.holders), ...moved(step, asked, form, matter, actor)]
}

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
    const fresh = ids.filter((id) => !known.some((holder) => holder.id === id))
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

function moved(step: Step, asked: Form | undefined, form: FormValues, matter: Matter, actor: Actor): HolderChange[] {
  return MOVES.flatMap(([key, to]) => {
    const seat = step[key]
    const id = seat && holderOf(seat, asked, form, matter, actor)
    return id ? [{ seat, id, to }] : []
  })
}

/** The holder a step is about: the one its form names, else the actor's own post or unit. */
export function holderOf(
  seat: string,
  asked: Form | undefined,
  form: FormValues,
  { holders = [] }: Pick<Matter, 'holders'>,
  actor: Pick<Actor, 'postId' | 'unitId'>,
): string | undefined {
  const [name] =
    Object.entries(asked?.fields ?? {}).find(([, field]) => field.kind === 'holder' && field.of === seat) ?? []
  const named = name === undefined ? undefined : form[name]
  const ids = holders.filter((holder) => holder.seat === seat).map(({ id }) => id)
  return ids.find((id) => (typeof named === 'string' ? id === named : id === actor.postId || id === actor.unitId))
}
