import { Fragment } from 'react'
import type { FieldOf } from '../../../../domain/procedure/form.ts'
import type { Step } from '../../../../domain/procedure/procedure.ts'
import { seatOf } from '../../../../domain/wording/taker-text.ts'
import { isHolder } from '../../../../engine/access/holders.ts'
import { openSteps } from '../../../../engine/decide/open-steps.ts'
import { useOffice } from '../../../client/office.tsx'
import { valueText } from '../../../parts/matter/value-text.ts'
import { useWords } from '../../../words/words.tsx'
import type { LayoutProps } from '../sections.ts'
import type { BoardLine } from './board.ts'
import { BoardClock } from './board-clock.tsx'

type Props = LayoutProps & { readonly lines: readonly BoardLine[] }

/** One line each: minute, what, who, how it stands; with a button for whoever may say that it is done. */
export function BoardLines({ lines, view, procedure, take }: Props) {
  const next = useNextSteps(view, procedure)
  return (
    <ol className="board-lines">
      {lines.map((line) => (
        <li
          key={line.holder.id}
          className={`board-line is-${line.holder.state}${line.minutes === undefined ? ' is-timeless' : ''}`}
        >
          {line.minutes !== undefined && <span className="board-minute">{`T+${line.minutes}`}</span>}
          <What line={line} procedure={procedure} />
          <State line={line} isRow={seatOf(line.holder.seat, procedure)?.holds === 'row'} />
          <span className="board-act no-print">
            {next(line).map(([id, title]) => (
              <button
                key={id}
                type="button"
                className="button is-small is-outline"
                onClick={() => take(id, line.holder.id)}
              >
                {title}
              </button>
            ))}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** What the row says: its first text in bold, the unit and the rest beside it. */
function What({ line: { holder, row }, procedure }: { line: BoardLine; procedure: LayoutProps['procedure'] }) {
  const { words, locale, say } = useWords()
  const { directory } = useOffice()
  const reading = { words, locale, say, directory }
  const filling = fillingOf(procedure, holder.seat)
  const columns = filling?.fields ?? {}
  const holdsUnit = seatOf(holder.seat, procedure)?.holds === 'unit'
  // The number of a step is its place in the list; its minutes stand before it.
  const isShown = (name: string) => columns[name]?.kind !== 'number' && (holdsUnit || name !== filling?.rowsFrom?.key)
  const texts = Object.entries(columns).flatMap(([name, field]) => {
    const text = isShown(name) ? valueText(field, row[name], reading) : ''
    return text ? [{ name, text, isUnit: field.kind === 'unit' }] : []
  })
  const first = texts.find(({ isUnit }) => isUnit === holdsUnit)
  return (
    <span className="board-what">
      <b>{first?.text}</b>
      <small>
        {texts
          .filter(({ name }) => name !== first?.name)
          .map(({ name, text }, index) => (
            <Fragment key={name}>
              {index > 0 && ' · '}
              {text}
            </Fragment>
          ))}
      </small>
    </span>
  )
}

function State({ line: { holder, clock }, isRow }: { line: BoardLine; isRow: boolean }) {
  const { words } = useWords()
  const said = isRow ? words.board.row : words.board.unit
  return (
    <span className="board-state">
      <span className={`board-mark is-${holder.state}`}>{said[holder.state]}</span>
      {clock && holder.state !== 'refused' && <BoardClock clock={clock} />}
    </span>
  )
}

/** The rows by which a seat is filled. */
function fillingOf({ forms }: LayoutProps['procedure'], seat: string): FieldOf<'items'> | undefined {
  for (const { fields } of Object.values(forms))
    for (const field of Object.values(fields)) if (field.kind === 'items' && field.fills === seat) return field
  return undefined
}

const MOVES = ['signs', 'answers'] as const

/** What the reader may do for a line now: whoever holds it signs or answers themselves; a row is told by anybody who may. */
function useNextSteps({ matter, now }: LayoutProps['view'], procedure: LayoutProps['procedure']) {
  const { say } = useWords()
  const { actor, rulebook } = useOffice()
  const offers = openSteps(procedure, matter, actor, rulebook, now).filter(({ open }) => open)
  return ({ holder }: BoardLine): (readonly [string, string])[] => {
    const before = (step: Step) => (step.signs === holder.seat ? ['asked'] : ['asked', 'signed'])
    const isTheirs = seatOf(holder.seat, procedure)?.holds === 'row' || isHolder(holder.id, actor)
    return offers
      .filter(
        ({ step }) =>
          MOVES.some((move) => step[move] === holder.seat) && isTheirs && before(step).includes(holder.state),
      )
      .map(({ id, step }) => [id, say(step.title)] as const)
      .slice(0, 1)
  }
}
