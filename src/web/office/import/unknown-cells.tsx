import { LEVELS } from '../../../domain/matter/level.ts'
import { optionsOf } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { ledgerQuestions } from '../../../domain/procedure/records/ledger-questions.ts'
import { type LedgerReading, OVER } from '../../../domain/views/import-views.ts'
import type { Text } from '../../../domain/wording/text.ts'
import { useOffice } from '../../client/office.tsx'
import { unitOptions } from '../../client/unit-options.ts'
import { useImportWords } from '../../words/use-import-words.ts'
import { useWords } from '../../words/words.tsx'
import type { ReadingProps } from './question-rows.tsx'

type Option = { readonly value: string; readonly title: string }

/** Cells that stand for nothing known: somebody says what each is. What was said before stays and can be changed. */
export function UnknownCells({ proposal, reading, procedure, change }: ReadingProps) {
  const say = useImportWords()
  const optionsFor = useOptions(procedure, reading)
  const asked = Object.entries(proposal.unknown)
    .map(([column, cells]) => ({ column, cells, options: optionsFor(column) }))
    .filter(({ options }) => options.length > 0)
  return asked.map(({ column, cells, options }) => (
    <fieldset key={column} className="import-unknown">
      <legend>{say.reading.unknown(column)}</legend>
      {cells.slice(0, 30).map((cell) => (
        <label key={cell}>
          <span>{cell}</span>
          <select
            value={reading.values[column]?.[cell] ?? ''}
            onChange={({ target }) => {
              const values = { ...reading.values[column], [cell]: target.value }
              change({ ...reading, values: { ...reading.values, [column]: values } })
            }}
          >
            <option value="">{say.reading.choose}</option>
            {options.map(({ value, title }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  ))
}

/** What the cells of a column may stand for, by the question it answers. */
function useOptions(procedure: Procedure, reading: LedgerReading): (column: string) => readonly Option[] {
  const { say } = useWords()
  const words = useImportWords()
  const { directory } = useOffice()
  const named = (options: Readonly<Record<string, Text>>) =>
    Object.entries(options).map(([value, title]) => ({ value, title: say(title) }))
  return (column) => {
    if (column === reading.unit) return unitOptions(directory, say)
    if (column === reading.isDone) return [{ value: OVER, title: words.reading.over }]
    const question = Object.entries(reading.answers).find(([, name]) => name === column)?.[0]
    const field = ledgerQuestions(procedure)[question ?? '']
    if (field?.kind === 'level')
      return named(Object.fromEntries(Object.entries(LEVELS).map(([id, { title }]) => [id, title])))
    return named((field && optionsOf(field)) ?? {})
  }
}
