import { useState } from 'react'
import type { DayCell } from '../../../engine/why/day-cells.ts'
import type { Derivation } from '../../../engine/why/derivation.ts'
import { dayAndMonth, shortDay } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import type { Words } from '../../words/zh.ts'

const WEEK = 7
/** Of a long count these weeks are shown at each end. */
const SHOWN_WEEKS = 3

/** The days as weeks. For eyes only: the same cells stand in a table for screen readers. */
export function DayGrid({ derivation }: { derivation: Derivation }) {
  const { words } = useWords()
  const [unfolded, setUnfolded] = useState(false)
  const weeks = weeksOf(derivation.cells)
  const folded = derivation.long && !unfolded ? weeks.length - 2 * SHOWN_WEEKS : 0
  return (
    <>
      <div className="day-grid" aria-hidden="true">
        {words.derivation.week.map((name) => (
          <span key={name} className="grid-weekday">
            {name}
          </span>
        ))}
        {(folded > 0 ? weeks.slice(0, SHOWN_WEEKS) : weeks).flat().map((cell, index) => (
          <GridCell key={cell.date} cell={cell} first={index === 0} />
        ))}
      </div>
      {folded > 0 && (
        <button type="button" className="link-button why-fold" onClick={() => setUnfolded(true)}>
          {words.derivation.fold(folded)}
        </button>
      )}
      {folded > 0 && (
        <div className="day-grid" aria-hidden="true">
          {weeks
            .slice(-SHOWN_WEEKS)
            .flat()
            .map((cell, index) => (
              <GridCell key={cell.date} cell={cell} first={index === 0} />
            ))}
        </div>
      )}
      <Legend cells={derivation.cells} />
    </>
  )
}

const weeksOf = (cells: readonly DayCell[]): (readonly DayCell[])[] =>
  Array.from({ length: Math.ceil(cells.length / WEEK) }, (_, week) => cells.slice(week * WEEK, (week + 1) * WEEK))

function GridCell({ cell, first }: { cell: DayCell; first: boolean }) {
  const { words, locale } = useWords()
  const { date, kind, off, makeUp, today } = cell
  const carriesMonth = first || date.endsWith('-01')
  const label = carriesMonth
    ? locale === 'zh'
      ? dayAndMonth(date, locale)
      : shortDay(date, date, locale)
    : Number(date.slice(8))
  const className = `grid-cell is-${kind}${off ? ' is-off' : ''}${makeUp && kind !== 'outside' && kind !== 'due' ? ' is-make-up' : ''}${today ? ' is-today' : ''}`
  return (
    <span className={className}>
      <small>{label}</small>
      {makeUp && <i>{words.today.work}</i>}
      <b>{cellWord(cell, words, locale)}</b>
      {today && kind !== 'outside' && <em>{words.today.today}</em>}
    </span>
  )
}

/** What a cell says under its date. */
function cellWord({ kind, ordinal, name, off }: DayCell, words: Words, locale: 'zh' | 'en'): string {
  const say = words.derivation
  if (kind === 'start') return say.start
  if (kind === 'paused') return say.pausedShort
  if (ordinal !== undefined) return say.ordinal(ordinal)
  if (kind === 'due') return say.due
  if (kind === 'off' || off) return locale === 'zh' && name ? name.replace(/节$/, '').slice(0, 3) : say.off
  return ''
}

function Legend({ cells }: { cells: readonly DayCell[] }) {
  const { words } = useWords()
  const say = words.derivation
  const all: readonly (readonly [string, string, boolean])[] = [
    ['counted', say.counted, true],
    ['off', say.off, cells.some(({ kind, off }) => kind === 'off' || off)],
    ['counted is-make-up', say.makeUp, cells.some(({ kind, makeUp }) => makeUp && kind === 'makeUp')],
    ['paused', say.paused, cells.some(({ kind }) => kind === 'paused')],
  ]
  return (
    <p className="grid-legend" aria-hidden="true">
      {all.map(([kind, title, present]) =>
        present ? (
          <span key={kind}>
            <i className={`grid-cell is-${kind}`} />
            {title}
          </span>
        ) : null,
      )}
    </p>
  )
}
