import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CompareLine, CompareView } from '../../../domain/compare/compare-view.ts'
import { periodName } from '../../../domain/indicators/named-period.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { WideTable } from '../../parts/shell/wide-table.tsx'
import { useCompareWords } from '../../words/compare/use-compare-words.ts'
import { useWords } from '../../words/words.tsx'
import { sayCause } from './compare-api.ts'
import type { CompareSearch } from './compare-search.ts'
import { shownValue } from './shown-value.ts'

/** The units in the order of the administration: counts that open their matters, value, and what is to be said. */
export function UnitsTable({ view, search }: { view: CompareView; search: CompareSearch }) {
  const words = useCompareWords()
  const { say } = useWords()
  const { directory } = useOffice()
  return (
    <WideTable label={words.units} className="card compare-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            {view.measures.map(({ id, title }) => (
              <th key={id} scope="col" className="is-number">
                {say(title)}
              </th>
            ))}
            <th scope="col" className="is-number">
              {words.value}
            </th>
            <th scope="col">{words.reading}</th>
          </tr>
        </thead>
        <tbody>
          {view.lines.map((line) => (
            <tr key={line.unitId} className={line.isOutside ? 'is-outside' : ''}>
              <th scope="row">
                {unitName(directory, line.unitId, say)}
                {line.isOwn && words.own}
              </th>
              {view.measures.map((measure) => (
                <td key={measure.id} className="is-number">
                  <Count line={line} measure={measure} search={search} />
                </td>
              ))}
              <td className="is-number">
                {shownValue(line.value, view)}
                {!view.funnel && line.lower !== null && (
                  <small className="muted">
                    {' '}
                    ({shownValue(line.lower, view)}–{line.upper === null ? '' : shownValue(line.upper, view)})
                  </small>
                )}
              </td>
              <td>
                {line.isOutside && <span aria-hidden="true">◆ </span>}
                {say(line.word)}
                <Causes view={view} line={line} />
                {(line.isOutside || line.causes.length > 0) && <Example view={view} line={line} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint compare-foot">
        {say(view.note)} {words.few}
      </p>
    </WideTable>
  )
}

type CountProps = { line: CompareLine; measure: CompareView['measures'][number]; search: CompareSearch }

function Count({ line, measure: { id, opens }, search }: CountProps) {
  const count = line.counts[id]
  // Too few answers to tell of.
  if (count === undefined) return <>—</>
  // Days are no number of matters, and who rated how is no list.
  if (count === 0 || !opens) return <>{count.toLocaleString('en')}</>
  return (
    <Link to="/compare" search={{ ...search, line: line.unitId, measure: id }}>
      {count.toLocaleString('en')}
    </Link>
  )
}

/** A lesson from this unit's figure, good or bad: with the unit, what is to be said of it, and what it says itself; nobody is named. */
function Example({ view, line }: { view: CompareView; line: CompareLine }) {
  const words = useCompareWords()
  const { say } = useWords()
  const { directory, kinds } = useOffice()
  if (!kinds.some(({ id }) => id === 'lesson')) return null
  const unit = unitName(directory, line.unitId, say)
  const [indicator, period] = [say(view.indicator.title), say(periodName(view.period.name))]
  const search = {
    title: words.exampleOf(unit, indicator, period),
    text: words.exampleText(
      `${unit} ${indicator} ${shownValue(line.value, view)}`,
      say(line.word),
      line.causes.map(({ text }) => text),
    ),
  }
  return (
    <div className="no-print">
      <Link to="/matters/new/$procedure" params={{ procedure: 'lesson' }} search={search}>
        {words.example}
      </Link>
    </div>
  )
}

function Causes({ view, line }: { view: CompareView; line: CompareLine }) {
  const words = useCompareWords()
  const [text, setText] = useState<string>()
  const client = useQueryClient()
  const keep = useMutation({
    mutationFn: (cause: string) =>
      sayCause({ indicator: view.indicator.id, period: view.period.name, unitId: line.unitId, text: cause }),
    onSuccess: () => {
      setText(undefined)
      return client.invalidateQueries({ queryKey: ['compare'] })
    },
  })
  return (
    <>
      {line.causes.map(({ text: said, at, by }) => (
        <p key={at} className="compare-cause">
          {words.says}：{said} <small className="muted">{by}</small>
        </p>
      ))}
      {line.mayExplain &&
        (text === undefined ? (
          <button type="button" className="link-button no-print" onClick={() => setText('')}>
            {words.say}
          </button>
        ) : (
          <form
            className="compare-say"
            onSubmit={(event) => {
              event.preventDefault()
              keep.mutate(text)
            }}
          >
            <textarea
              aria-label={words.sayHint}
              placeholder={words.sayHint}
              maxLength={500}
              minLength={4}
              required
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
            {keep.error && <p role="alert">{keep.error.message}</p>}
            <button type="submit" className="button is-primary" disabled={keep.isPending}>
              {words.keep}
            </button>{' '}
            <button type="button" className="button" onClick={() => setText(undefined)}>
              {words.cancel}
            </button>
          </form>
        ))}
    </>
  )
}
