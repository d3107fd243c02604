import type { Instant } from '../../domain/time/time.ts'

type Span = { readonly from: Instant; readonly until: Instant }

/** The parts of a time that none of these cover, in order. */
export function gapsIn(time: Span, covered: readonly Span[]): Span[] {
  const gaps: Span[] = []
  let at = time.from
  for (const { from, until } of [...covered].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (until <= at) continue
    if (from >= time.until) break
    if (from > at) gaps.push({ from: at, until: from })
    at = until
  }
  return at < time.until ? [...gaps, { from: at, until: time.until }] : gaps
}
