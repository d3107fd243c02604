import { SIGNS, type Sign } from '../../../domain/compare/compare-view.ts'
import { PERIOD_NAME } from '../../../domain/indicators/named-period.ts'
import { isDay } from '../../../domain/time/time.ts'

const TABS = ['signs', 'indicators'] as const

/** What the address of the page carries. There is no order to keep: units stand as the administration has them. */
export type CompareSearch = {
  readonly tab?: (typeof TABS)[number]
  readonly indicator?: string
  readonly period?: string
  readonly asOf?: string
  readonly unit?: string
  /** The matters behind one figure of one unit. */
  readonly line?: string
  readonly measure?: string
  readonly sign?: Sign
  readonly page?: number
}

/** Reads the address; what does not fit is left out, because people edit addresses. */
export function readCompareSearch(given: Readonly<Record<string, unknown>>): CompareSearch {
  const text = (name: string, fits: (value: string) => boolean = (value) => value.length <= 100) => {
    const value = given[name]
    return typeof value === 'string' && value !== '' && fits(value) ? { [name]: value } : {}
  }
  const page = Number(given['page'])
  return {
    ...text('tab', (value) => TABS.some((tab) => tab === value)),
    ...text('indicator', (value) => /^[a-z][a-z0-9-]{1,60}$/.test(value)),
    ...text('period', (value) => PERIOD_NAME.test(value)),
    ...text('asOf', isDay),
    ...text('unit'),
    ...text('line'),
    ...text('measure', (value) => /^[A-Za-z]\w{0,60}$/.test(value)),
    ...text('sign', (value) => SIGNS.some((sign) => sign === value)),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}
