import { seatTitle } from '../../../../domain/wording/taker-text.ts'
import { useWords } from '../../../words/words.tsx'
import type { LayoutProps } from '../sections.ts'
import { type Board, boardOf } from './board.ts'
import { BoardClock } from './board-clock.tsx'
import { BoardLines } from './board-lines.tsx'
import { BoardLog } from './board-log.tsx'
import { FollowedRecord } from './followed-record.tsx'
import './board.css'

/** What a duty officer looks at: the clocks to the minute, the plan's steps, who has come, and the log with a line to write the next. */
export function BoardCard({ view, procedure, take }: LayoutProps) {
  const { words } = useWords()
  const board = boardOf(view, procedure)
  if (!board) return null
  return (
    <section className="card board" aria-labelledby="board">
      <header className="card-head">
        <h2 id="board">{words.board.title}</h2>
        <span className="hint">{words.board.hint}</span>
      </header>
      <Clocks board={board} procedure={procedure} />
      <div className="board-columns">
        {(board.steps.length + board.units.length > 0 || board.followed) && (
          <div className="board-column">
            <Lines lines={board.steps} view={view} procedure={procedure} take={take} />
            <Lines lines={board.units} view={view} procedure={procedure} take={take} />
            {board.followed && <FollowedRecord followed={board.followed} following={procedure} />}
          </div>
        )}
        <BoardLog board={board} view={view} procedure={procedure} take={take} />
      </div>
    </section>
  )
}

function Clocks({ board, procedure }: { board: Board; procedure: LayoutProps['procedure'] }) {
  const { say } = useWords()
  if (board.clocks.length === 0) return null
  return (
    <ul className="board-clocks">
      {board.clocks.map((clock) => (
        <li key={clock.id}>
          <span>{say(procedure.deadlines[clock.deadline]?.title ?? { zh: clock.code, en: clock.code })}</span>
          <BoardClock clock={clock} large />
        </li>
      ))}
    </ul>
  )
}

function Lines({ lines, ...rest }: LayoutProps & { lines: Board['steps'] }) {
  const { say } = useWords()
  const [first] = lines
  if (!first) return null
  const isThere = ({ holder, minutes }: Board['steps'][number]) =>
    holder.state === 'answered' || (holder.state === 'signed' && minutes === undefined)
  return (
    <div className="board-part">
      <h3>
        {say(seatTitle(first.holder.seat, rest.procedure))}{' '}
        <span className="count">
          {lines.filter(isThere).length}/{lines.length}
        </span>
      </h3>
      <BoardLines lines={lines} {...rest} />
    </div>
  )
}
