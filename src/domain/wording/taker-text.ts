import type { Procedure } from '../procedure/procedure.ts'
import { SEATS, type Seat, type SeatName } from '../procedure/seat.ts'
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

/** Who may take a step, in words: 交办方的分管领导、承办人. The system stands behind people. */
export function takersText(by: readonly Taker[], procedure: Pick<Procedure, 'seats'>): Text {
  const known = said.get(by) ?? listed(by, procedure)
  said.set(by, known)
  return known
}

function listed(by: readonly Taker[], procedure: Pick<Procedure, 'seats'>): Text {
  const people = by.filter((taker) => taker !== 'system')
  const titles = (people.length > 0 ? people : by).map((taker) => takerText(taker, procedure))
  return text(titles.map(({ zh }) => zh).join('、'), titles.map(({ en }) => en).join(', '))
}

/** One taker in words. */
export function takerText(taker: Taker, procedure: Pick<Procedure, 'seats'>): Text {
  const role = ROLES[roleOf(taker)].title
  if (typeof taker === 'string') return role
  const seat = (name: SeatName) => seatTitle(name, procedure)
  const { at, is, below, outside } = taker
  if (is) {
    const { zh, en } = seat(is)
    return text(zh === role.zh ? zh : `${zh}（${role.zh}）`, `${en} (${role.en})`)
  }
  const place = at ?? below
  const under = !at && below
  const zh = `${place ? `${seat(place).zh}${under ? '及下级' : ''}的` : ''}${role.zh}${outside ? `（${seat(outside).zh}以外）` : ''}`
  const en = `${role.en}${place ? ` of the ${seat(place).en.toLowerCase()}${under ? ' or below it' : ''}` : ''}${outside ? `, outside the ${seat(outside).en.toLowerCase()}` : ''}`
  return text(zh, en)
}
