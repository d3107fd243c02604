import './states.css'

/** Rows of the final height while data comes; shown after 200 ms, so that a quick answer does not flicker. */
export function Skeleton({ rows, height }: { rows: number; height: number }) {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity
        <div key={index} className="skeleton-row" style={{ height }}>
          <span style={{ width: `${[64, 82, 48, 71][index % 4]}%` }} />
        </div>
      ))}
    </div>
  )
}
