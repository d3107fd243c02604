import type { DayCell } from '../../../engine/why/day-cells.ts'
import type { Derivation } from '../../../engine/why/derivation.ts'
import { longDay } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import type { Words } from '../../words/zh.ts'

/** The cells of the grid as a table, for screen readers. */
export function DayTable({ derivation }: { derivation: Derivation }) {
  const { words, locale } = useWords()
  return (
    <table className="hidden">
      <caption>{words.derivation.tableCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.derivation.day}</th>
          <th scope="col">{words.derivation.counts}</th>
        </tr>
      </thead>
      <tbody>
        {derivation.cells
          .filter(({ kind }) => kind !== 'outside')
          .map((cell) => (
            <tr key={cell.date}>
              <th scope="row">{longDay(cell.date, locale)}</th>
              <td>{cellSentence(cell, words)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

function cellSentence({ kind, ordinal, name, makeUp, today }: DayCell, words: Words): string {
  const say = words.derivation
  const kinds: Record<DayCell['kind'], string> = {
    start: say.start,
    counted: say.counted,
    off: say.off,
    makeUp: say.makeUp,
    paused: say.paused,
    due: say.due,
    outside: say.notCounted,
  }
  const pieces = [
    kinds[kind],
    ordinal === undefined ? '' : say.ordinal(ordinal),
    makeUp ? '' : (name ?? ''),
    today ? words.today.today : '',
  ]
  return pieces.filter(Boolean).join(words.comma)
}
