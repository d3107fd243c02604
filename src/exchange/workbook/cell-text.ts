import type { NumberKind } from './number-format.ts'

/** How a workbook counts its days. */
export type DayCount = { readonly from1904: boolean }

const DAY_MS = 86_400_000
/** Day 0 of either count. 1900 is counted as if it had had a 29 February: before 1 March 1900 a day is one more. */
const START = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }
/** The last day a spreadsheet knows: 31 December 9999. */
const LAST = 2_958_466

/**
 * A number of a cell as text: days as `2026-03-05`, moments as `2026-03-05 14:30`, times as `14:30`, all else as the shortest that
 * means the same. What a spreadsheet has already rounded (3.30106E+17) stays as it is, for the import to refuse.
 */
export function numberText(written: string, kind: NumberKind, { from1904 }: DayCount): string {
  const value = Number(written)
  if (!Number.isFinite(value)) return written
  if (kind !== 'number' && value >= 0 && value < LAST) return dateText(value, kind, from1904)
  return /[.eE]/.test(written) && Math.abs(value) < 1e15 ? String(Number(value.toPrecision(15))) : written
}

function dateText(serial: number, kind: NumberKind, from1904: boolean): string {
  const start = from1904 ? START[1904] : START[1900]
  const early = !from1904 && serial < 60 && serial >= 1 ? 1 : 0
  // To the second: a time of day is a fraction and never exact.
  const at = new Date(start + Math.round((serial + early) * 86_400) * 1000)
  const [day = '', rest = ''] = at.toISOString().split('T')
  const time = rest.slice(0, rest.startsWith('00:00:00', 0) || rest.slice(6, 8) === '00' ? 5 : 8)
  if (kind === 'time') return serial < 1 ? time : `${day} ${time}`
  return kind === 'moment' || at.getTime() % DAY_MS !== 0 ? `${day} ${time}` : day
}

/** What the format writes for letters that XML does not know: `_x000D_` is a line end. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** A place such as `AB12` as column, beginning with 0; undefined when it says none. */
export function columnOf(place: string | undefined): number | undefined {
  if (!place) return undefined
  let column = 0
  for (const letter of place) {
    const digit = letter.charCodeAt(0) - 64
    if (digit < 1 || digit > 26) break
    column = column * 26 + digit
  }
  return column === 0 ? undefined : column - 1
}
