const two = (part: number) => String(part).padStart(2, '0')

/** Minutes after midnight as people read them: `08:30`. */
export const minuteText = (minute: number | undefined): string =>
  minute === undefined ? '' : `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** Minutes after midnight from `8:30` or `08:30`; undefined when it is no time of day. */
export function minutesOf(typed: string): number | undefined {
  const [, hour, minute] = /^\s*(\d{1,2})[:：](\d\d)/.exec(typed) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  return Number(hour) * 60 + Number(minute)
}
