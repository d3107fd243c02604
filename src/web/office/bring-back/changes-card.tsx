import { useState } from 'react'
import type { ReturnedFate, ReturnedRow, ReturnedSheet } from '../../../domain/views/returned-views.ts'
import { Icon } from '../../theme/icon.tsx'
import { useReturnedWords } from '../../words/returned/use-returned-words.ts'
import { type Choices, choiceKey, chosenRows, undecided } from './choices.ts'
import { RowItem } from './row-item.tsx'
import type { Recording } from './use-recording.ts'

const FATES: readonly ReturnedFate[] = ['conflict', 'change', 'refused']
const SHORTEST_REASON = 2

/** The rows that say something new, conflicts first; what is chosen of them is recorded with one reason. */
export function ChangesCard({ sheet, recording }: { sheet: ReturnedSheet; recording: Recording }) {
  const say = useReturnedWords()
  const [choices, setChoices] = useState<Choices>({})
  const [only, setOnly] = useState<ReturnedFate>()
  const there = FATES.filter((fate) => sheet.rows.some((row) => hasFate(row, fate)))
  const shown = only && there.includes(only) ? sheet.rows.filter((row) => hasFate(row, only)) : sheet.rows
  const ordered = FATES.flatMap((fate) => shown.filter((row) => firstFate(row) === fate))
  return (
    <section className="card" aria-labelledby="returned-changes">
      <header className="card-head">
        <h2 id="returned-changes">{say.changes}</h2>
        {there.length > 1 && (
          <fieldset className="bring-back-only">
            <legend className="hidden">{say.only}</legend>
            {[undefined, ...there].map((fate) => (
              <button
                key={fate ?? 'all'}
                type="button"
                className={`button is-small${only === fate ? ' is-outline' : ''}`}
                aria-pressed={only === fate}
                onClick={() => setOnly(fate)}
              >
                {fate ? say.figures[fate] : say.all}
              </button>
            ))}
          </fieldset>
        )}
      </header>
      <ol className="bring-back-rows">
        {ordered.map((row) => (
          <RowItem
            key={row.row}
            row={row}
            choices={choices}
            choose={(cell, isTaken) => setChoices({ ...choices, [choiceKey(row, cell)]: isTaken })}
          />
        ))}
      </ol>
      <RecordForm rows={sheet.rows} choices={choices} recording={recording} />
    </section>
  )
}

const hasFate = ({ cells, refused }: ReturnedRow, fate: ReturnedFate): boolean =>
  (refused !== undefined && fate === 'refused') || cells.some((cell) => cell.fate === fate)

const firstFate = (row: ReturnedRow): ReturnedFate => FATES.find((fate) => hasFate(row, fate)) ?? 'refused'

type FormProps = { rows: readonly ReturnedRow[]; choices: Choices; recording: Recording }

function RecordForm({ rows, choices, recording: { progress, problem, record } }: FormProps) {
  const say = useReturnedWords()
  const [reason, setReason] = useState('')
  const [isAsked, ask] = useState(false)
  const chosen = chosenRows(rows, choices)
  const count = chosen.reduce((sum, { fields }) => sum + fields.length, 0)
  const waiting = undecided(rows, choices)
  const isMissing = Array.from(reason.trim()).length < SHORTEST_REASON
  if (!rows.some(({ cells }) => cells.some(({ fate }) => fate !== 'refused'))) return null
  return (
    <form
      className="card-body bring-back-record"
      onSubmit={(event) => {
        event.preventDefault()
        ask(true)
        if (!isMissing && count > 0 && !progress) record(reason.trim(), chosen)
      }}
    >
      <label className="field">
        <b>{say.record.reason}</b>
        <input
          type="text"
          value={reason}
          maxLength={1000}
          aria-describedby="returned-reason"
          aria-invalid={isAsked && isMissing}
          onChange={({ target }) => setReason(target.value)}
        />
        <span id="returned-reason" className={isAsked && isMissing ? 'field-issue' : 'hint'}>
          {isAsked && isMissing ? say.record.reasonMissing : say.record.reasonHint}
        </span>
      </label>
      <div className="bring-back-acts">
        <button type="submit" className="button is-primary" aria-disabled={count === 0 || progress !== undefined}>
          {progress ? say.record.busy(...progress) : count === 0 ? say.record.none : say.record.act(count)}
        </button>
        {waiting > 0 && (
          <span className="bring-back-waits">
            <Icon name="alert" size={16} />
            {say.record.waits(waiting)}
          </span>
        )}
      </div>
      <p className="hint">{say.record.hint}</p>
      {problem && (
        <p className="error-line" role="alert">
          <Icon name="alert" />
          {problem}
        </p>
      )}
    </form>
  )
}
