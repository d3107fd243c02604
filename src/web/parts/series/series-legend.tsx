import { useWarningsWords } from '../../words/warnings/use-warnings-words.ts'

/** What line, band and diamonds mean. */
export function SeriesLegend() {
  const { panels } = useWarningsWords()
  return (
    <ul className="series-legend">
      <li>
        <svg viewBox="0 0 18 12" aria-hidden="true">
          <rect width="18" height="12" className="series-band" />
        </svg>
        {panels.legendBand}
      </li>
      <li>
        <svg viewBox="0 0 18 12" aria-hidden="true">
          <path d="M1 6H17" className="series-line" />
        </svg>
        {panels.legendLine}
      </li>
      <li>
        <svg viewBox="0 0 18 12" aria-hidden="true">
          <path d="M9 1.5 13.5 6 9 10.5 4.5 6z" className="series-mark" />
        </svg>
        {panels.legendMark}
      </li>
    </ul>
  )
}
