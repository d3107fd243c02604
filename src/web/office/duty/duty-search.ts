import { isDay } from '../../../domain/time/time.ts'

/** What the address of the page carries: the first day, and a month, or a sheet to print, instead of a week. */
export type DutySearch = { readonly from?: string; readonly show?: 'month' | 'sheet' }

/** Reads the address; what does not fit is left out. */
export function readDutySearch({ from, show }: Record<string, unknown>): DutySearch {
  return {
    ...(typeof from === 'string' && isDay(from) ? { from } : {}),
    ...(show === 'month' || show === 'sheet' ? { show } : {}),
  }
}
