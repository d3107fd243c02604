import type { ComponentType } from 'react'
import type { Form } from '../../../domain/procedure/form.ts'
import type { Issue } from '../../../domain/wording/errors.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import type { ControlProps, QuestionProps } from './control.ts'
import type { Answers } from './draft.ts'
import { isEmpty } from './draft.ts'

/** Rows with questions of their own. An untouched row is not sent. */
export function ItemsControl({
  id,
  path,
  field,
  form,
  value,
  change,
  around,
  issues,
  Question,
}: ControlProps<'items'> & {
  path: string
  form: Form
  issues: readonly Issue[]
  /** What asks one question of a row: handed in, because a question may itself be rows. */
  Question: ComponentType<QuestionProps>
}) {
  const { words } = useWords()
  const rows = Array.isArray(value) && value.length > 0 ? (value as readonly Answers[]) : [{}]
  const put = (next: readonly Answers[]) =>
    change(next.every((row) => Object.values(row).every(isEmpty)) && next.length <= 1 ? [] : next)
  const setCell = (at: number, name: string, cell: unknown) => {
    const next = rows.map((row, index) => (index === at ? withCell(row, name, cell) : row))
    put(next)
  }
  return (
    <div className="form-items">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <fieldset key={index} className="form-item">
          <legend>{words.form.row(index + 1)}</legend>
          {Object.entries(field.fields).map(([name, inner]) => (
            <Question
              key={name}
              id={`${id}-${index}-${name}`}
              path={`${path}.${index}.${name}`}
              field={inner}
              form={form}
              value={row[name]}
              around={{
                ...around,
                days: { ...around.days, answer: (other) => row[other] ?? around.days.answer(other) },
              }}
              change={(cell) => setCell(index, name, cell)}
              issues={issues.filter((issue) => issue.field.startsWith(`${path}.${index}.${name}`))}
            />
          ))}
          {rows.length > 1 && (
            <button type="button" className="link-button" onClick={() => put(rows.filter((_, at) => at !== index))}>
              <Icon name="trash" size={16} />
              {words.form.removeRow}
            </button>
          )}
        </fieldset>
      ))}
      <button
        type="button"
        className="button is-small"
        disabled={rows.length >= (field.max ?? Number.POSITIVE_INFINITY)}
        onClick={() => put([...rows, {}])}
      >
        <Icon name="plus" size={16} />
        {words.form.addRow}
      </button>
    </div>
  )
}

/** An emptied cell is no answer. */
const withCell = (row: Answers, name: string, cell: unknown): Answers =>
  Object.fromEntries(Object.entries({ ...row, [name]: cell }).filter(([, value]) => !isEmpty(value)))
