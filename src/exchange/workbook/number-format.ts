/** What a number in a cell stands for, by its format. */
export type NumberKind = 'number' | 'day' | 'time' | 'moment'

/**
 * Formats every workbook knows by number (ECMA-376 part 1, 18.8.30). 27–36 and 50–58 are dates in Chinese editions of Office,
 * and WPS writes them without saying what they look like.
 */
const BUILT_IN: Readonly<Record<number, NumberKind>> = {
  14: 'day',
  15: 'day',
  16: 'day',
  17: 'day',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'moment',
  45: 'time',
  47: 'time',
  ...Object.fromEntries([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'day'] as const)),
  ...Object.fromEntries([32, 33, 34, 35, 55, 56].map((id) => [id, 'time'] as const)),
}

/** What a format makes of a number: by its code where the workbook gives one, else by its number. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return BUILT_IN[id] ?? 'number'
  // A format has 255 letters at most; a longer one would only cost time.
  if (code.length > 255) return 'number'
  // Letters that are only shown, colours and languages say nothing; a length of time in [h] is a number.
  const plain = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .toLowerCase()
  if (/\[[hms]+\]/.test(plain) || plain.includes('general')) return 'number'
  const isDay = /[ydge年月日]|m+(?![:0分])/.test(plain.replace(/h[^s]*m+|m+:s+/g, (clock) => clock.replace(/m/g, '')))
  const isTime = /[hs时分秒]|am\/pm/.test(plain)
  if (/[0#?]/.test(plain.replace(/s\.0+/g, '')) && !isTime) return 'number'
  return isDay ? (isTime ? 'moment' : 'day') : isTime ? 'time' : 'number'
}
