const LINES = 24
const WIDTH = 820
const FLAT_AT = 640
const STEP = 25
const POINTS = 61

/** The name drawn: rough waves at the top become a flat line. Sums of three sines, damped line by line. */
function waveLine(index: number): string {
  const rest = 1 - index / (LINES - 1)
  const height = 70 * rest ** 1.6
  const base = FLAT_AT - (LINES - 1 - index) * STEP
  const shift = index * 0.14
  const points = Array.from({ length: POINTS }, (_, at) => {
    const x = (at / (POINTS - 1)) * WIDTH
    const t = (x / WIDTH) * Math.PI * 2
    const wave =
      0.62 * Math.sin(1.1 * t - 1.9 + shift) + 0.3 * Math.sin(2.2 * t + 0.4 - shift) + 0.14 * Math.sin(3.3 * t + 1.2)
    return `${x.toFixed(1)} ${(base - wave * height).toFixed(1)}`
  })
  return `M${points.join('L')}`
}

/** The picture beside the sign-in form. */
export function Waves() {
  return (
    <svg className="waves" viewBox={`0 0 ${WIDTH} 900`} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {Array.from({ length: LINES }, (_, index) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are their index
          key={index}
          d={waveLine(index)}
          fill="none"
          stroke="var(--primary)"
          strokeWidth={index === LINES - 1 ? 2 : 1.2}
          strokeOpacity={0.12 + 0.5 * (index / LINES)}
          strokeLinejoin="round"
        />
      ))}
    </svg>
  )
}
