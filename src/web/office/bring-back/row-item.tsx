import { Link } from '@tanstack/react-router'
import type { ReturnedCell, ReturnedRow } from '../../../domain/views/returned-views.ts'
import { Icon } from '../../theme/icon.tsx'
import { useReturnedWords } from '../../words/returned/use-returned-words.ts'
import { useWords } from '../../words/words.tsx'
import { type Choices, choiceKey, isTaken } from './choices.ts'

type Choose = (cell: ReturnedCell, isTaken: boolean) => void

/** A row of the sheet: its matter, and each cell that says something new. */
export function RowItem({ row, choices, choose }: { row: ReturnedRow; choices: Choices; choose: Choose }) {
  const { say: inOwn } = useWords()
  const say = useReturnedWords()
  const { matter, refused, cells } = row
  return (
    <li>
      <h3>
        <span className="muted">{say.row(row.row)}</span>
        {matter && (
          <Link to="/matters/$id" params={{ id: matter.id }}>
            {matter.reference} {matter.title}
          </Link>
        )}
      </h3>
      {refused && <Why text={inOwn(refused)} />}
      {cells.map((cell) =>
        cell.fate === 'conflict' ? (
          <ConflictCell
            key={cell.field}
            cell={cell}
            name={choiceKey(row, cell)}
            chosen={choices[choiceKey(row, cell)]}
            choose={(taken) => choose(cell, taken)}
          />
        ) : cell.fate === 'change' ? (
          <ChangeCell
            key={cell.field}
            cell={cell}
            taken={isTaken(row, cell, choices)}
            choose={(taken) => choose(cell, taken)}
          />
        ) : (
          <RefusedCell key={cell.field} cell={cell} />
        ),
      )}
    </li>
  )
}

const Why = ({ text }: { text: string }) => (
  <p className="bring-back-why">
    <Icon name="alert" size={16} />
    {text}
  </p>
)

/** A value as it stands in a cell; nothing is said as such. */
function Value({ children }: { children: string | undefined }) {
  const say = useReturnedWords()
  if (children === undefined) return <span className="muted">{say.unknown}</span>
  return children === '' ? (
    <span className="muted">{say.empty}</span>
  ) : (
    <span className="bring-back-value">{children}</span>
  )
}

function By({ cell }: { cell: ReturnedCell }) {
  const { say: inOwn } = useWords()
  const say = useReturnedWords()
  if (!cell.by) return null
  return <span className="hint">{cell.moves ? say.byMoving(inOwn(cell.by)) : say.by(inOwn(cell.by))}</span>
}

type ChangeProps = { cell: ReturnedCell; taken: boolean; choose: (taken: boolean) => void }

function ChangeCell({ cell, taken, choose }: ChangeProps) {
  const say = useReturnedWords()
  const label = say.takeChange(cell.heading, cell.now || say.empty, cell.sheet || say.empty)
  return (
    <label className="bring-back-change">
      <input type="checkbox" checked={taken} aria-label={label} onChange={() => choose(!taken)} />
      <b>{cell.heading}</b>
      <span className="bring-back-turn">
        {cell.now === '' ? (
          <Value>{cell.now}</Value>
        ) : (
          <s>
            <Value>{cell.now}</Value>
          </s>
        )}
        <span aria-hidden="true">→</span>
        <Value>{cell.sheet}</Value>
      </span>
      <By cell={cell} />
    </label>
  )
}

type ConflictProps = {
  cell: ReturnedCell
  name: string
  chosen: boolean | undefined
  choose: (taken: boolean) => void
}

function ConflictCell({ cell, name, chosen, choose }: ConflictProps) {
  const say = useReturnedWords()
  return (
    <fieldset className="bring-back-conflict">
      <legend>{say.conflictOf(cell.heading)}</legend>
      <div className="is-was">
        <span className="hint">{say.was}</span>
        <Value>{cell.was}</Value>
      </div>
      <label className={chosen === false ? 'is-chosen' : ''}>
        <span className="hint">{say.now}</span>
        <Value>{cell.now}</Value>
        <span className="bring-back-pick">
          <input type="radio" name={name} checked={chosen === false} onChange={() => choose(false)} />
          {say.keepNow}
        </span>
      </label>
      <label className={chosen === true ? 'is-chosen' : ''}>
        <span className="hint">{say.sheet}</span>
        <Value>{cell.sheet}</Value>
        <span className="bring-back-pick">
          <input type="radio" name={name} checked={chosen === true} onChange={() => choose(true)} />
          {say.takeSheet}
        </span>
        <By cell={cell} />
      </label>
    </fieldset>
  )
}

function RefusedCell({ cell }: { cell: ReturnedCell }) {
  const { say: inOwn } = useWords()
  return (
    <div className="bring-back-refused">
      <b>{cell.heading}</b>
      <span className="bring-back-turn">
        <Value>{cell.now}</Value>
        <span aria-hidden="true">↛</span>
        <Value>{cell.sheet}</Value>
      </span>
      {cell.why && <Why text={inOwn(cell.why)} />}
    </div>
  )
}
