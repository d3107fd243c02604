/** 97.5 % point of the normal law. */
const Z = 1.959963984540054

/** The 95 % interval of a proportion after Wilson (1927); the whole range when nothing was counted. */
export function wilsonInterval(hits: number, trials: number): readonly [number, number] {
  if (trials === 0) return [0, 1]
  const share = hits / trials
  const square = (Z * Z) / trials
  const middle = (share + square / 2) / (1 + square)
  const half = (Z * Math.sqrt((share * (1 - share)) / trials + (Z * Z) / (4 * trials * trials))) / (1 + square)
  return [Math.max(middle - half, 0), Math.min(middle + half, 1)]
}
