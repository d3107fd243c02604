import { lazy, Suspense, useState } from 'react'
import { piece } from '../../client/piece.ts'
import { useChartWords } from '../../words/chart/use-chart-words.ts'
import type { ChartColours } from './chart-colours.ts'
import type { ChartOption, Picked } from './chart-option.ts'
import { type ChartNumbers, ChartTable } from './chart-table.tsx'
import './chart.css'

const Drawing = lazy(piece(async () => ({ default: (await import('./drawing.tsx')).Drawing })))

/**
 * A chart with the sentence that says it and the table of its numbers. `name` is read out in place of the picture, so it
 * says what one would see ("近52周收件与办结：上周收163件"). Keep `option` the same function while nothing changed
 * (useMemo): another one draws anew. The table is always there for screen readers and on paper, and for all behind a switch.
 */
export function Chart({
  name,
  option,
  height = 240,
  numbers,
  pick,
  print = 'both',
}: {
  name: string
  option: (colours: ChartColours) => ChartOption
  /** In pixels; `fill` takes the room there is. */
  height?: number | 'fill'
  numbers?: ChartNumbers
  /** Called with what was pressed in the picture; who has no mouse takes the links of the table. */
  pick?: (picked: Picked) => void
  /** What comes on paper: a long table may stay on the screen. */
  print?: 'both' | 'picture' | 'table'
}) {
  const words = useChartWords()
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className={`chart prints-${print}`}>
      <div
        className="chart-picture"
        style={{ height: height === 'fill' ? '100%' : height }}
        role="img"
        aria-label={name}
        hidden={asTable}
      >
        <Suspense>
          <Drawing option={option} pick={pick} />
        </Suspense>
      </div>
      {numbers && (
        <>
          <div className={asTable ? 'chart-numbers' : 'chart-numbers hidden'} {...(asTable && { tabIndex: 0 })}>
            <ChartTable name={name} numbers={numbers} linked={asTable} />
          </div>
          <button type="button" className="link-button hint chart-switch" onClick={() => setAsTable(!asTable)}>
            {asTable ? words.asPicture : words.asTable}
          </button>
        </>
      )}
    </figure>
  )
}
