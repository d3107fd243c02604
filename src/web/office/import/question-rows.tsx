import { useState } from 'react'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { ledgerEndings, ledgerQuestions } from '../../../domain/procedure/records/ledger-questions.ts'
import type { ImportProposal, LedgerColumnView, LedgerReading } from '../../../domain/views/import-views.ts'
import { useImportWords } from '../../words/use-import-words.ts'
import { useWords } from '../../words/words.tsx'

export type ReadingProps = {
  proposal: ImportProposal
  reading: LedgerReading
  procedure: Procedure
  change: (next: LedgerReading) => void
}

type Row = {
  readonly id: string
  readonly title: string
  readonly required?: boolean
  /** Shown only when it has a column, or somebody asks for it. */
  readonly spare?: true
  readonly column: string | undefined
  readonly none?: string
  readonly set: (column: string | undefined) => void
}

/** Each question of the import with the column that answers it, and what stands in that column. */
export function QuestionRows({ proposal, reading, procedure, change }: ReadingProps) {
  const say = useImportWords()
  const rows = useRows(reading, procedure, change)
  const [all, setAll] = useState(false)
  const spare = rows.filter(({ spare: isSpare, column }) => isSpare && column === undefined)
  const shown = all ? rows : rows.filter((row) => !spare.includes(row))
  const filled = new Map(proposal.filled.map(({ field, with: words }) => [field, words]))
  return (
    <>
      <table className="import-questions">
        <thead>
          <tr>
            <th scope="col">{say.reading.question}</th>
            <th scope="col">{say.reading.column}</th>
            <th scope="col">{say.reading.inside}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.title}
                {row.required && <small className="muted"> {say.reading.required}</small>}
              </th>
              <td>
                <ColumnSelect label={row.title} columns={proposal.columns} row={row} />
              </td>
              <td className="muted">
                {row.column !== undefined
                  ? proposal.columns.find(({ name }) => name === row.column)?.cells.join(' · ')
                  : filled.has(row.id) && `${say.reading.filled}：${filled.get(row.id)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && spare.length > 0 && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {say.reading.more(spare.length)}
        </button>
      )}
      <Choices reading={reading} procedure={procedure} change={change} />
    </>
  )
}

type SelectProps = { label: string; columns: readonly LedgerColumnView[]; row: Row }

function ColumnSelect({ label, columns, row: { column, none, set } }: SelectProps) {
  const say = useImportWords()
  return (
    <select aria-label={label} value={column ?? ''} onChange={({ target }) => set(target.value || undefined)}>
      {(none !== undefined || column === undefined) && <option value="">{none ?? say.reading.none}</option>}
      {columns
        .filter(({ refused }) => !refused)
        .map(({ name, heading }) => (
          <option key={name} value={name}>
            {name.startsWith('#') ? `${heading}（${name}）` : heading}
          </option>
        ))}
    </select>
  )
}

/** The questions that every ledger is asked, then those of its kind. */
function useRows(reading: LedgerReading, procedure: Procedure, change: (next: LedgerReading) => void): Row[] {
  const { say: inOwn } = useWords()
  const { reading: say } = useImportWords()
  const keyed = [...reading.key, ...(reading.key.length < 6 ? [undefined] : [])].map((column, index): Row => {
    const set = (next: string | undefined) => {
      const key = [...reading.key]
      if (next === undefined) key.splice(index, 1)
      else key[index] = next
      if (key.length > 0) change({ ...reading, key })
    }
    const isMore = index > 0
    return {
      id: `key.${index}`,
      title: isMore && column === undefined ? say.addColumn : say.number,
      required: index === 0,
      column,
      ...(reading.key.length > 1 || isMore ? { none: say.none } : {}),
      set,
    }
  })
  const plain = (name: 'unit' | 'ended' | 'isDone' | 'result', title: string, none = say.none): Row => ({
    id: name,
    title,
    column: reading[name],
    none,
    set: (column) => change({ ...reading, [name]: column }),
  })
  const due: Row = {
    id: 'due',
    title: say.due,
    column: reading.due?.column,
    none: say.none,
    set: (column) => {
      const deadline = reading.due?.deadline ?? Object.keys(procedure.deadlines)[0]
      change({ ...reading, due: column && deadline ? { column, deadline } : undefined })
    },
  }
  const answers = Object.entries(ledgerQuestions(procedure)).map(
    ([id, field]): Row => ({
      id,
      title: inOwn(field.title),
      required: field.required === true,
      ...(field.required ? {} : { spare: true as const }),
      column: reading.answers[id],
      none: say.none,
      set: (column) => {
        const { [id]: _, ...others } = reading.answers
        change({ ...reading, answers: column ? { ...others, [id]: column } : others })
      },
    }),
  )
  const opened: Row = {
    id: 'opened',
    title: say.opened,
    required: true,
    column: reading.opened,
    set: (column) => column && change({ ...reading, opened: column }),
  }
  return [
    ...keyed,
    opened,
    plain('unit', say.unit, say.ownUnit),
    ...answers.sort((a, b) => Number(b.required) - Number(a.required)),
    ...(Object.keys(procedure.deadlines).length > 0 ? [due] : []),
    plain('ended', say.ended),
    plain('isDone', say.isDone),
    plain('result', say.result),
  ]
}

/** Which time limit a due day is, and how what is over ended. */
function Choices({ reading, procedure, change }: Omit<ReadingProps, 'proposal'>) {
  const { say: inOwn } = useWords()
  const { reading: say } = useImportWords()
  const endings = ledgerEndings(procedure)
  const isOver = reading.ended !== undefined || reading.isDone !== undefined
  return (
    <div className="import-choices">
      {reading.due && (
        <label className="field">
          <b>{say.dueWhich}</b>
          <select
            value={reading.due.deadline}
            onChange={({ target }) =>
              reading.due && change({ ...reading, due: { ...reading.due, deadline: target.value } })
            }
          >
            {Object.entries(procedure.deadlines).map(([id, { title }]) => (
              <option key={id} value={id}>
                {inOwn(title)}
              </option>
            ))}
          </select>
        </label>
      )}
      {isOver && endings.length > 0 && (
        <label className="field">
          <b>{say.ending}</b>
          <select
            value={reading.ending ?? endings[0]}
            onChange={({ target }) => change({ ...reading, ending: target.value })}
          >
            {endings.map((id) => (
              <option key={id} value={id}>
                {inOwn(procedure.steps[id]?.title ?? { zh: id, en: id })}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
