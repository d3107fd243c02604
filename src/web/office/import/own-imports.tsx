import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportBatch } from '../../../domain/views/admin-views.ts'
import { rowIssueText } from '../../../domain/wording/row-issue-text.ts'
import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { momentText } from '../../words/dates.ts'
import { useImportWords } from '../../words/use-import-words.ts'
import { useWords } from '../../words/words.tsx'
import { ownImportsQuery, ownRejectedQuery, stopImport } from './import-api.ts'

/** What I brought in, the newest first, with what became of it. */
export function OwnImports({ current }: { current: string | undefined }) {
  const say = useImportWords()
  const { data, error, refetch } = useQuery(ownImportsQuery)
  const [looking, look] = useState<ImportBatch>()
  return (
    <section className="card" aria-labelledby="own-imports">
      <header className="card-head">
        <h2 id="own-imports">{say.mine}</h2>
      </header>
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={3} height={56} />
      ) : data.length === 0 ? (
        <Empty title={say.noneYet} text={say.lead} />
      ) : (
        <ul className="import-list">
          {data.map((batch) => (
            <BatchItem key={batch.id} batch={batch} isNew={batch.id === current} look={look} />
          ))}
        </ul>
      )}
      {looking && <Rejected batch={looking} close={() => look(undefined)} />}
    </section>
  )
}

type ItemProps = { batch: ImportBatch; isNew: boolean; look: (batch: ImportBatch) => void }

function BatchItem({ batch, isNew, look }: ItemProps) {
  const { locale, words, say: inOwn } = useWords()
  const { today, kinds } = useOffice()
  const say = useImportWords()
  const { readRows, totalRows, addedRows, knownRows, changedRows, rejectedRows, skippedRows, refusal, finishedAt } =
    batch
  const figures = [
    [say.figures.read, readRows],
    [say.figures.added, addedRows],
    [say.figures.known, knownRows],
    [say.figures.changed, changedRows],
    [say.figures.rejected, rejectedRows],
    [say.figures.skipped, skippedRows],
  ] as const
  const [named] = batch.mapping.split('-')
  const kind = kinds.find(({ id }) => id.toLowerCase() === named)?.id
  return (
    <li className={isNew ? 'is-new' : ''}>
      <div>
        <b>{batch.source}</b> <span className="hint">{momentText(batch.startedAt, today(), locale)}</span>
      </div>
      <p role={isNew ? 'status' : undefined} className={refusal && readRows === 0 ? 'alarm' : 'muted'}>
        {refusal
          ? `${readRows > 0 ? '' : say.done.refused + words.colon}${inOwn(refusal)}`
          : finishedAt
            ? say.done.finished
            : say.done.asked}
      </p>
      {!finishedAt && !refusal && <OnTheWay id={batch.id} read={readRows} total={totalRows} />}
      <dl className="import-figures">
        {figures.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      <div className="import-acts">
        {addedRows > 0 && kind && (
          <Link to="/matters" search={{ procedure: kind, channel: 'import' }} className="button is-small">
            {say.done.matters}
          </Link>
        )}
        {rejectedRows > 0 && (
          <button type="button" className="button is-small" onClick={() => look(batch)}>
            {say.done.rejected(rejectedRows.toLocaleString('en'))}
          </button>
        )}
      </div>
    </li>
  )
}

/** How far an import is, and a way to stop it. */
function OnTheWay({ id, read, total }: { id: string; read: number; total: number | undefined }) {
  const { done: say } = useImportWords()
  const { words, locale } = useWords()
  const [stopping, setStopping] = useState(false)
  const [problem, setProblem] = useState('')
  const stop = async () => {
    setStopping(true)
    await stopImport(id).catch((error: unknown) => {
      setStopping(false)
      setProblem(problemText(error, words, locale).text)
    })
  }
  const told = total === undefined ? say.counting : say.progress(read.toLocaleString('en'), total.toLocaleString('en'))
  return (
    <div className="import-progress">
      <progress aria-label={told} max={total ?? 1} value={total === undefined ? undefined : read} />
      <span>{told}</span>
      <button
        type="button"
        className="button is-small"
        aria-disabled={stopping}
        onClick={() => !stopping && void stop()}
      >
        {stopping ? say.stopping : say.stop}
      </button>
      {problem && (
        <span className="error-line" role="alert">
          {problem}
        </span>
      )}
    </div>
  )
}

function Rejected({ batch, close }: { batch: ImportBatch; close: () => void }) {
  const { locale } = useWords()
  const say = useImportWords()
  const { data, error, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(ownRejectedQuery(batch.id))
  const count = batch.rejectedRows.toLocaleString('en')
  return (
    <Drawer title={say.done.rejected(count)} under={batch.source} close={close} width={640}>
      {error && <ErrorCard error={error} retry={() => void refetch()} />}
      <ol className="import-rejected">
        {data?.pages.flatMap(({ rows }) =>
          rows.map(({ row, issues, original }) => (
            <li key={row}>
              <h3>{say.done.row(row)}</h3>
              {issues.map((issue) => (
                <p key={`${issue.field} ${issue.rule}`} className="alarm">
                  {rowIssueText(issue, locale)}
                </p>
              ))}
              <p className="hint">
                {Object.values(original)
                  .filter((cell) => cell !== '')
                  .join(' · ')}
              </p>
            </li>
          )),
        )}
      </ol>
      {hasNextPage && (
        <button type="button" className="button" onClick={() => void fetchNextPage()}>
          {say.done.more}
        </button>
      )}
    </Drawer>
  )
}
