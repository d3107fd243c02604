import type { Procedure } from '../procedure/procedure.ts'
import { type HolderState, SEATS, type Seat, type SeatName } from '../procedure/seat.ts'
import { roleOf, type Taker } from '../procedure/taker.ts'
import { ROLES } from '../unit/role.ts'
import { type Text, text } from './text.ts'

/** A seat by its name, shared or of this procedure. */
export const seatOf = (seat: SeatName, { seats }: Pick<Procedure, 'seats'>): Seat | undefined =>
  seats && Object.hasOwn(seats, seat)
    ? seats[seat]
    : Object.hasOwn(SEATS, seat)
      ? SEATS[seat as keyof typeof SEATS]
      : undefined

export const seatTitle = (seat: SeatName, procedure: Pick<Procedure, 'seats'>): Text =>
  seatOf(seat, procedure)?.title ?? text(seat, seat)

// Derived from the definition and nothing else; every list of steps asks.
const said = new WeakMap<readonly Taker[], Text>()

/** How a holder of a seat stands, in the words of the procedure where it has its own. */
export const standsText = (seat: SeatName, state: HolderState, procedure: Pick<Procedure, 'seats'>): Text | undefined =>
  seatOf(seat, procedure)?.stands?.[state]

/** Who may take a step, in words: 交办方（分管领导、受理岗）. The system stands behind people. */
export function takersText(by: readonly Taker[], procedure: Pick<Procedure, 'seats'>): Text {
  const known = said.get(by) ?? listed(by, procedure)
  said.set(by, known)
  return known
}

function listed(by: readonly Taker[], procedure: Pick<Procedure, 'seats'>): Text {
  const people = by.filter((taker) => taker !== 'system')
  const titles = grouped(people.length > 0 ? people : by).map((takers) => groupText(takers, procedure))
  return text(titles.map(({ zh }) => zh).join('、'), titles.map(({ en }) => en).join(', '))
}

/** Takers beside each other that stand in the same place are said once. */
function grouped(by: readonly Taker[]): Taker[][] {
  const groups: Taker[][] = []
  for (const taker of by) {
    const last = groups.at(-1)
    if (last?.[0] && placeOf(taker) !== undefined && placeOf(last[0]) === placeOf(taker)) last.push(taker)
    else groups.push([taker])
  }
  return groups
}

const placeOf = (taker: Taker): string | undefined => {
  if (typeof taker === 'string' || taker.is) return undefined
  const { at, below, outside } = taker
  return JSON.stringify([at, below, outside])
}

/** 交办方（分流督办岗、分管领导）: in brackets, so that nobody reads who comes after as one of them. */
function groupText(takers: readonly Taker[], procedure: Pick<Procedure, 'seats'>): Text {
  const [first] = takers
  if (first === undefined) return text('', '')
  if (takers.length === 1) return takerText(first, procedure)
  const roles = takers.map((taker) => ROLES[roleOf(taker)].title)
  const zh = `（${roles.map((role) => role.zh).join('、')}）`
  return saidOf(first, text(zh, roles.map((role) => role.en).join(' or ')), procedure)
}

/** One taker in words. */
export const takerText = (taker: Taker, procedure: Pick<Procedure, 'seats'>): Text =>
  saidOf(taker, ROLES[roleOf(taker)].title, procedure)

function saidOf(taker: Taker, role: Text, procedure: Pick<Procedure, 'seats'>): Text {
  if (typeof taker === 'string') return role
  const seat = (name: SeatName) => seatTitle(name, procedure)
  const { at, is, below, outside } = taker
  if (is) {
    const { zh, en } = seat(is)
    return text(zh === role.zh ? zh : `${zh}（${role.zh}）`, `${en} (${role.en})`)
  }
  const place = at ?? below
  const under = !at && below
  const side = place ? `${seat(place).zh}${under ? '及下级' : ''}` : ''
  const except = outside ? `（${seat(outside).zh}以外）` : ''
  const zh = role.zh.startsWith('（') ? `${side}${except}${role.zh}` : `${side}${side ? '的' : ''}${role.zh}${except}`
  const en = `${role.en}${place ? ` of the ${seat(place).en.toLowerCase()}${under ? ' or below it' : ''}` : ''}${outside ? `, outside the ${seat(outside).en.toLowerCase()}` : ''}`
  return text(zh, en)
}
