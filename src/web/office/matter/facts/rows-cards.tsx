import type { Field, FieldOf, FormValues } from '../../../../domain/procedure/form.ts'
import { addDays } from '../../../../domain/time/time.ts'
import { useOffice } from '../../../client/office.tsx'
import { valueText } from '../../../parts/matter/value-text.ts'
import { useWords } from '../../../words/words.tsx'
import type { SectionProps } from '../sections.ts'
import { DutyCounts } from './duty-counts.tsx'
import './rows-cards.css'

/** What was registered in rows (duties, helpers, teams, things to check), one table each. */
export function RowsCards({ view, procedure }: SectionProps) {
  const { say } = useWords()
  return rowsOf({ view, procedure }).map(({ name, field, rows }) => (
    <section key={name} className="card" aria-labelledby={`rows-${name}`}>
      <header className="card-head">
        <h2 id={`rows-${name}`}>
          {say(field.title)} <span className="count">{rows.length}</span>
        </h2>
      </header>
      <Rows field={field} rows={rows} duties={dutiesOf(view, procedure, name)} />
    </section>
  ))
}

type RowsProps = {
  readonly field: FieldOf<'items'>
  readonly rows: readonly FormValues[]
  readonly duties?: { readonly unitId: string; readonly kind: string; readonly post: string } | undefined
}

/** Rows as a table; a day by which something is good says when it is over, or soon will be. */
export function Rows({ field, rows, duties }: RowsProps) {
  const { words, say, locale } = useWords()
  const { directory } = useOffice()
  const columns = Object.entries(field.fields).flatMap(([name, inner]) => {
    // In a table a day is 2026-03-05: it lines up, and the weekday says nothing here.
    const cells = rows.map((row) =>
      inner.kind === 'date' ? String(row[name] ?? '') : valueText(inner, row[name], { words, say, locale, directory }),
    )
    return cells.some(Boolean) ? [{ name, title: say(inner.title), cells }] : []
  })
  return (
    <div className="rows-scroll">
      <table className="rows-table">
        <thead>
          <tr>
            {columns.map(({ name, title }) => (
              <th key={name} scope="col">
                {title}
              </th>
            ))}
            {duties && <th scope="col">{words.matter.reallyDone}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
            <tr key={index}>
              {columns.map(({ name, title, cells }) => (
                <td key={name} data-title={title}>
                  {cells[index]}
                  <Ending field={field.fields[name]} value={row[name]} />
                </td>
              ))}
              {duties && (
                <td data-title={words.matter.reallyDone}>
                  <DutyCounts unitId={duties.unitId} kind={row[duties.kind]} post={row[duties.post]} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const SOON_DAYS = 30

/** Until when something is good: over, or within thirty days. A day that was in the past when it was asked says nothing. */
function Ending({ field, value }: { field: Field | undefined; value: FormValues[string] | undefined }) {
  const { words } = useWords()
  const { today } = useOffice()
  if (field?.kind !== 'date' || field.notAfter === 'today' || typeof value !== 'string') return null
  if (value < today()) return <span className="rows-over">{words.board.expired}</span>
  return value <= addDays(today(), SOON_DAYS) ? <span className="rows-soon">{words.board.expiresSoon}</span> : null
}

/** The answers in rows of what was registered, as they stand now. */
function rowsOf({ view, procedure }: SectionProps) {
  const fields = procedure.forms[procedure.opening.form]?.fields ?? {}
  return Object.entries(fields).flatMap(([name, field]) => {
    const rows = view.matter.fields[name]
    // Who takes part stands among the seats.
    return field.kind === 'items' && !field.fills && Array.isArray(rows) && rows.length > 0
      ? [{ name, field, rows: rows as readonly FormValues[] }]
      : []
  })
}

function dutiesOf({ matter }: SectionProps['view'], { record }: SectionProps['procedure'], name: string) {
  const duties = record?.answersFor
  return duties?.rows === name ? { unitId: matter.unitId, kind: duties.kind, post: duties.post } : undefined
}
