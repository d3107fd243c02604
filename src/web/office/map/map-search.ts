import { COUNTED, type Counted } from '../../../domain/counts/count-row.ts'
import { type Day, isDay } from '../../../domain/time/time.ts'

/** What the address of the map carries: what is counted and where one looks; `unit` is the one that was entered, `area` the one chosen. */
export type MapSearch = {
  readonly counted?: Counted
  readonly from?: Day
  readonly to?: Day
  readonly kind?: string
  readonly category?: string
  /** By the unit that is responsible instead of by where it happened. */
  readonly by?: 'unit'
  readonly show?: 'rate'
  readonly unit?: string
  readonly area?: string
}

/** Reads the address; what does not fit is left out, because people edit addresses. */
export function readMapSearch(given: Record<string, unknown>): MapSearch {
  const { by, show, kind, category } = given
  const counted = COUNTED.find((each) => each === given['counted'])
  const [from, to] = [dayIn(given['from']), dayIn(given['to'])]
  const [unit, area] = [wordIn(given['unit']), wordIn(given['area'])]
  return {
    ...(counted ? { counted } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(wordIn(kind) ? { kind: wordIn(kind) as string } : {}),
    ...(wordIn(kind) && wordIn(category) ? { category: wordIn(category) as string } : {}),
    ...(by === 'unit' ? { by } : {}),
    ...(show === 'rate' ? { show } : {}),
    ...(unit ? { unit } : {}),
    ...(area ? { area } : {}),
  }
}

const wordIn = (value: unknown) =>
  typeof value === 'string' && value !== '' && value.length <= 100 ? value : undefined
const dayIn = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : undefined)
