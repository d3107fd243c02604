/** Draws uniform numbers in (0, 1), one a call. */
export type Uniform = () => number

const M1 = 4294967087
const M2 = 4294944443
const NORM = 2.328306549295728e-10
/** Thrown away after seeding, so that seeds that differ in one number do not begin alike. */
const WARM_UP = 20

export type Seed = readonly [number, number, number, number, number, number]

/** L'Ecuyer's MRG32k3a (Oper Res 47:159, 1999). All products stay below 2^53, so the draws are the same everywhere. */
export function mrg32k3a([a0, a1, a2, b0, b1, b2]: Seed): Uniform {
  let [s0, s1, s2, s3, s4, s5] = [a0, a1, a2, b0, b1, b2]
  const draw = () => {
    const p1 = remainder(1403580 * s1 - 810728 * s0, M1)
    s0 = s1
    s1 = s2
    s2 = p1
    const p2 = remainder(527612 * s5 - 1370589 * s3, M2)
    s3 = s4
    s4 = s5
    s5 = p2
    return (p1 > p2 ? p1 - p2 : p1 - p2 + M1) * NORM
  }
  for (let i = 0; i < WARM_UP; i++) draw()
  return draw
}

const remainder = (value: number, modulus: number) => {
  const rest = value % modulus
  return rest < 0 ? rest + modulus : rest
}
