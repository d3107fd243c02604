import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { answerTo, type FieldOf, type Form, type FormValues, isSealed } from '../../domain/procedure/form.ts'
import type { Procedure, Step } from '../../domain/procedure/procedure.ts'
import type { HolderChange, SeatName } from '../../domain/procedure/seat.ts'
import { seatOf } from '../../domain/wording/taker-text.ts'
import { dueHolders, HOLDER_MOVES, holderField, isHolder } from '../access/holders.ts'

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
    ...filledBy(procedure, asked, form, matter.holders),
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

/** Who holds a seat by each row: the unit or post it names, where the seat is for those; else the row itself. */
function holderIds(
  procedure: Pick<Procedure, 'seats'>,
  name: string,
  { fields, fills = '' }: FieldOf<'items'>,
  rows: readonly FormValues[],
): string[] {
  const holds = seatOf(fills, procedure)?.holds
  const column = Object.entries(fields).find(([, { kind }]) => kind === holds)?.[0]
  return rows.map((row, index) => {
    const named = column ? row[column] : undefined
    return typeof named === 'string' && !isSealed(named) ? named : `${name}.${index}`
  })
}

/** What the row says by which a holder sits, in the answers at hand or on record. */
export function holderRow(
  procedure: Procedure,
  seat: SeatName,
  id: string,
  form: FormValues,
  recorded: FormValues,
): FormValues {
  for (const { fields } of Object.values(procedure.forms))
    for (const [name, field] of Object.entries(fields)) {
      const rows = answerTo(name, form, recorded)
      if (field.kind !== 'items' || field.fills !== seat || !Array.isArray(rows)) continue
      const row = (rows as readonly FormValues[])[
        holderIds(procedure, name, field, rows as readonly FormValues[]).indexOf(id)
      ]
      if (row) return row
    }
  return {}
}

/** Rows with a unit or a post name the holder by it; other rows are known by their place, and what they say stays in the form. */
export function filledBy(
  procedure: Pick<Procedure, 'seats'>,
  asked: Form | undefined,
  form: FormValues,
  holders: Matter['holders'] = [],
): HolderChange[] {
  return Object.entries(asked?.fields ?? {}).flatMap(([name, field]): HolderChange[] => {
    // Rows that were emptied ask nobody; rows that were left out ask whom they asked before.
    const rows = form[name] === null ? [] : form[name]
    if (field.kind !== 'items' || !field.fills || !Array.isArray(rows)) return []
    const seat = field.fills
    const ids = holderIds(procedure, name, field, rows as readonly FormValues[])
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

function moved(step: Step, asked: Form | undefined, form: FormValues, matter: Matter, actor: Actor): HolderChange[] {
  return HOLDER_MOVES.flatMap(([key, to]) => {
    const seat = step[key]
    if (!seat) return []
    const name = holderField(seat, asked)
    const id = dueHolders(seat, to, matter).find((due) =>
      name === undefined ? isHolder(due, actor) : due === form[name],
    )
    return id ? [{ seat, id, to }] : []
  })
}
