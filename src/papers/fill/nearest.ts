/** Letters that must be changed, added or left out to make one word of another. Both are short. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

const LONGEST = 60

/** The word most like this one, if one is like it at all. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const short = word.slice(0, LONGEST)
  const ranked = known
    .map((each) => ({ each, far: distance(short.toLowerCase(), each.slice(0, LONGEST).toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
  const [best] = ranked
  return best && best.far <= Math.max(2, Math.ceil(short.length * 0.5)) ? best.each : undefined
}
