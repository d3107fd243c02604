/** Chance with a seed: the same seed gives the same county. */
export type Dice = {
  /** From 0 up to, not including, 1. */
  readonly roll: () => number
  readonly chance: (share: number) => boolean
  /** A whole number from `least` to `most`, both possible. */
  readonly between: (least: number, most: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly weighted: <T extends { readonly weight: number }>(list: readonly T[]) => T
}

/** Makes dice from a seed (mulberry32, public domain: small, fast, good enough for invented data). */
export function createDice(seed: number): Dice {
  let state = seed >>> 0
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[Math.floor(roll() * list.length)]
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }
  const weighted = <T extends { readonly weight: number }>(list: readonly T[]): T => {
    let left = roll() * list.reduce((sum, { weight }) => sum + weight, 0)
    for (const entry of list) {
      left -= entry.weight
      if (left < 0) return entry
    }
    return pick(list)
  }
  return {
    roll,
    chance: (share) => roll() < share,
    between: (least, most) => least + Math.floor(roll() * (most - least + 1)),
    pick,
    weighted,
  }
}
