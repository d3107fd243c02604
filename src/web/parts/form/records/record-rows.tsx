import type { ComponentType } from 'react'
import type { FieldOf, Form, FormValues, RowsFrom } from '../../../../domain/procedure/form.ts'
import { isAsked } from '../../../../domain/procedure/form-check.ts'
import { askedRows, recordRows, takenColumns } from '../../../../domain/procedure/records/rows-from.ts'
import type { Issue } from '../../../../domain/wording/errors.ts'
import { useOffice } from '../../../client/office.tsx'
import { useWords } from '../../../words/words.tsx'
import { valueText } from '../../matter/value-text.ts'
import type { ControlProps, QuestionProps } from '../control.ts'
import { type Answers, isEmpty } from '../draft.ts'
import { useRecord } from './use-record.ts'
import './record-rows.css'

type Props = ControlProps<'items'> & {
  path: string
  form: Form
  issues: readonly Issue[]
  from: RowsFrom
  /** What asks one question of a row. */
  Question: ComponentType<QuestionProps>
}

/** Rows that a record brings, one card each: what the record says, and the questions it is answered with. Made for a thumb. */
export function RecordRows({ id, path, field, form, value, change, around, issues, from, Question }: Props) {
  const { words } = useWords()
  const answerTo = (name: string) => around.days.answer(name) as FormValues[string] | undefined
  const record = useRecord(answerTo(from.record))
  const given = new Map(
    (Array.isArray(value) ? (value as readonly FormValues[]) : []).map((row) => [String(row[from.key] ?? ''), row]),
  )
  const rows = askedRows(from, record, (key) => given.get(key), answerTo)
  if (!record) return <p className="hint">{words.form.chooseRecordFirst}</p>
  const questions = Object.entries(field.fields).filter(([name]) => !takenColumns(from).includes(name))
  const isAnswered = (row: FormValues) => questions.some(([name]) => !isEmpty(row[name]))
  // A changed answer may bring rows in and take rows out: what is kept is what is asked then.
  const setCell = (key: string, name: string, cell: unknown) => {
    const changed = new Map<string, FormValues>([...given, [key, withCell(given.get(key) ?? {}, name, cell)]])
    change(askedRows(from, record, (other) => changed.get(other), answerTo))
  }
  return (
    <div className="record-rows">
      <p className="record-rows-count" role="status">
        {questions.length === 0
          ? words.form.rowsBrought(rows.length)
          : words.form.rowsAnswered(rows.filter(isAnswered).length, rows.length, recordRows(from, record).length)}
      </p>
      {rows.map((row, index) => {
        const key = String(row[from.key] ?? '')
        return (
          <fieldset key={key} className="record-row" data-answered={isAnswered(row)}>
            <RowHead field={field} from={from} row={row} />
            {questions
              .filter(([, inner]) => isAsked(inner, row))
              .map(([name, inner]) => (
                <Question
                  key={name}
                  id={`${id}-${key}-${name}`}
                  path={`${path}.${index}.${name}`}
                  field={inner}
                  form={form}
                  value={row[name]}
                  around={around}
                  change={(cell) => setCell(key, name, cell)}
                  issues={issues.filter(({ field: at }) => at === `${path}.${index}.${name}`)}
                />
              ))}
          </fieldset>
        )
      })}
    </div>
  )
}

/** What the record says of a row: number and first column as its name, the rest small. */
function RowHead({ field, from, row }: { field: FieldOf<'items'>; from: RowsFrom; row: FormValues }) {
  const { words, locale, say } = useWords()
  const { directory } = useOffice()
  const shown = takenColumns(from).flatMap((name) => {
    const column = field.fields[name]
    const text = column && valueText(column, row[name], { words, locale, say, directory })
    return text ? [{ name, title: column ? say(column.title) : name, text }] : []
  })
  const [number, first, ...rest] = shown
  return (
    <>
      <legend>
        {number?.text} {first?.text}
      </legend>
      {rest.length > 0 && (
        <p className="record-row-says">
          {rest.map(({ name, title, text }) => (
            <span key={name}>
              <small>{title}</small> {text}
            </span>
          ))}
        </p>
      )}
    </>
  )
}

/** An emptied cell is no answer. */
const withCell = (row: FormValues, name: string, cell: unknown): FormValues =>
  Object.fromEntries(
    Object.entries({ ...row, [name]: cell } as Answers).filter(([, value]) => !isEmpty(value)),
  ) as FormValues
