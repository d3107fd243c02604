import { isDay } from '../../../domain/time/time.ts'
import { ACCESS_KINDS, type AccessKind } from '../../../domain/views/access-views.ts'

export const READINGS_TABS = ['mine', 'all', 'emergencies', 'exports', 'report'] as const
export type ReadingsTab = (typeof READINGS_TABS)[number]

/** What the address of the page carries. Without `show` it is one's own log. */
export type ReadingsSearch = {
  readonly show?: ReadingsTab
  readonly reference?: string
  readonly unit?: string
  readonly post?: string
  readonly what?: AccessKind
  readonly from?: string
  readonly to?: string
  readonly year?: string
}

const isOne = <T extends string>(all: readonly T[], value: unknown): value is T => all.includes(value as T)
const short = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 100

/** Reads the address; what does not fit is left out, because people edit addresses. */
export function readReadingsSearch(given: Record<string, unknown>): ReadingsSearch {
  const { show, what, from, to } = given
  const year = String(given['year'] ?? '')
  return {
    ...(isOne(READINGS_TABS, show) && show !== 'mine' ? { show } : {}),
    ...(short(given['reference']) ? { reference: given['reference'] } : {}),
    ...(short(given['unit']) ? { unit: given['unit'] } : {}),
    ...(short(given['post']) ? { post: given['post'] } : {}),
    ...(isOne(ACCESS_KINDS, what) ? { what } : {}),
    ...(typeof from === 'string' && isDay(from) ? { from } : {}),
    ...(typeof to === 'string' && isDay(to) ? { to } : {}),
    ...(/^20\d\d$/.test(year) ? { year } : {}),
  }
}
