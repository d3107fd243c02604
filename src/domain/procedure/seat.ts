import { type Text, text } from '../wording/text.ts'

/** What takes a seat: a unit, a post, a party to the matter (kept sealed, known here by a number), or a row of a form. */
export type SeatKind = 'unit' | 'post' | 'party' | 'row'

/**
 * A place in a matter. With `many` each holder is asked, signs for it, and answers or refuses.
 * `stands`: what that is called here, where it is no answer: a side that was served has not answered.
 */
export type Seat = {
  readonly title: Text
  readonly holds: SeatKind
  readonly many?: true
  readonly stands?: Readonly<Partial<Record<HolderState, Text>>>
}

/**
 * Seats that every procedure has. `ordering` is who gave the matter, fixed when it is opened; `responsible` is who has it now;
 * `sponsor` is the leader who takes a hard matter on, apart from the one who ordered it. Read in `engine/access/seats.ts`.
 */
export const SEATS = {
  ordering: { title: text('交办方', 'Ordering side'), holds: 'unit' },
  responsible: { title: text('承办单位', 'Responsible unit'), holds: 'unit' },
  registrar: { title: text('登记单位', 'Registering unit'), holds: 'unit' },
  owner: { title: text('承办人', 'Handler'), holds: 'post' },
  verifier: { title: text('复查人', 'Verifier'), holds: 'post' },
  supervisor: { title: text('督办领导', 'Supervising leader'), holds: 'post' },
  sponsor: { title: text('包案领导', 'Sponsoring leader'), holds: 'post' },
  assist: { title: text('协办单位', 'Assisting units'), holds: 'unit', many: true },
} as const satisfies Record<string, Seat>

/** A shared seat, or one that the procedure declares. */
export type SeatName = string

/** How one holder of a seat of many stands. */
export type HolderState = 'asked' | 'signed' | 'answered' | 'refused'

/** One holder of a seat of many. `id` is the unit, the post, or `<field>.<row>` for a party or a row. */
export type Holder = { readonly seat: SeatName; readonly id: string; readonly state: HolderState }

/** What a step did to the holders of a seat, recorded as fact. `released`: no longer asked. */
export type HolderChange = {
  readonly seat: SeatName
  readonly id: string
  readonly to: HolderState | 'released'
}

/** The holders after a change; whoever is released is no holder. */
export function withHolders(before: readonly Holder[] = [], changes: readonly HolderChange[] = []): readonly Holder[] {
  const holders = new Map(before.map((holder) => [`${holder.seat} ${holder.id}`, holder]))
  for (const { seat, id, to } of changes) {
    if (to === 'released') holders.delete(`${seat} ${id}`)
    else holders.set(`${seat} ${id}`, { seat, id, state: to })
  }
  return [...holders.values()]
}
