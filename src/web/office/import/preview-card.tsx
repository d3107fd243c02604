import { useState } from 'react'
import type { PreviewedRow } from '../../../domain/views/import-views.ts'
import { rowIssueText } from '../../../domain/wording/row-issue-text.ts'
import { Icon } from '../../theme/icon.tsx'
import { useImportWords } from '../../words/use-import-words.ts'
import { useWords } from '../../words/words.tsx'

type Props = {
  rows: readonly PreviewedRow[]
  busy: boolean
  problem: string
  back: () => void
  take: () => void
}

const FATES = ['added', 'known', 'rejected', 'skipped'] as const

/** What would become of the first rows, before anything is written. */
export function PreviewCard({ rows, busy, problem, back, take }: Props) {
  const { locale } = useWords()
  const { preview: say, done } = useImportWords()
  const [onlyRejected, setOnlyRejected] = useState(false)
  const shown = onlyRejected ? rows.filter(({ fate }) => fate === 'rejected') : rows
  const countOf = (wanted: PreviewedRow['fate']) => rows.filter(({ fate }) => fate === wanted).length
  return (
    <section className="card" aria-labelledby="import-preview">
      <header className="card-head">
        <h2 id="import-preview">{say.title}</h2>
        <span className="hint">{say.lead}</span>
      </header>
      <div className="card-body import-preview">
        <dl className="import-figures">
          {FATES.map((fate) => (
            <div key={fate}>
              <dt>{say.fates[fate]}</dt>
              <dd>{countOf(fate)}</dd>
            </div>
          ))}
        </dl>
        {countOf('rejected') > 0 && (
          <label className="import-only">
            <input type="checkbox" checked={onlyRejected} onChange={() => setOnlyRejected(!onlyRejected)} />
            {say.onlyRejected}
          </label>
        )}
        <ol className="import-rows">
          {shown.map(({ row, fate, cells, issues }) => (
            <li key={row} className={`is-${fate}`}>
              <span className="import-row">{done.row(row)}</span>
              <b>{say.fates[fate]}</b>
              <span>
                {issues.map((issue) => (
                  <span key={`${issue.field} ${issue.rule}`} className="alarm">
                    {rowIssueText(issue, locale)}
                  </span>
                ))}
                <span className="muted">
                  {Object.values(cells)
                    .filter((cell) => cell !== '')
                    .join(' · ')}
                </span>
              </span>
            </li>
          ))}
        </ol>
        {problem && (
          <p className="error-line" role="alert">
            <Icon name="alert" />
            {problem}
          </p>
        )}
        <p className="hint">{say.takeHint}</p>
        <div className="import-acts">
          <button
            type="button"
            className={`button${countOf('added') > 0 ? ' is-primary' : ''}`}
            aria-disabled={busy}
            onClick={() => !busy && take()}
          >
            {say.take}
          </button>
          <button type="button" className={`button${countOf('added') > 0 ? '' : ' is-primary'}`} onClick={back}>
            {say.back}
          </button>
        </div>
      </div>
    </section>
  )
}
