/** First and second derivative of what is to be maximised. */
export type Slope = { readonly slope: number; readonly curvature: number }

const SETTLED = 1e-12
const MOST_STEPS = 200

/**
 * Where a falling slope is 0 between `low`, where it is not negative, and `high`, where it is not positive: Newton's
 * steps, halving the bracket where one would leave it. To 1e-12, absolute below 1 and relative above.
 */
export function bracketedNewton(slopeAt: (x: number) => Slope, from: number, to: number): number {
  let [low, high] = [from, to]
  let x = (low + high) / 2
  for (let step = 0; step < MOST_STEPS; step++) {
    const { slope, curvature } = slopeAt(x)
    if (slope > 0) low = x
    else high = x
    const newton = x - slope / curvature
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - x) <= SETTLED * (1 + Math.abs(x))) return next
    x = next
  }
  return x
}
