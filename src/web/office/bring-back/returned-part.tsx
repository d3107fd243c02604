import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReturnedSheet } from '../../../domain/views/returned-views.ts'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useReturnedWords } from '../../words/returned/use-returned-words.ts'
import { AddedRows } from './added-rows.tsx'
import { returnedQuery } from './bring-back-api.ts'
import { ChangesCard } from './changes-card.tsx'
import { ResultsCard } from './results-card.tsx'
import { useMayImport } from './use-may-import.ts'
import { useRecording } from './use-recording.ts'

/** What a ledger that came back says, and what becomes of it. */
export function ReturnedPart({ fileId, leave }: { fileId: string; leave: () => void }) {
  const say = useReturnedWords()
  const { data, error, refetch } = useQuery(returnedQuery(fileId))
  const recording = useRecording(fileId)
  const mayImport = useMayImport()
  const other = (
    <button type="button" className="button is-small" onClick={leave}>
      {say.file.other}
    </button>
  )
  if (error)
    return (
      <section className="card card-body">
        <ErrorCard error={error} retry={() => void refetch()} />
        {other}
      </section>
    )
  if (!data) return <Skeleton rows={8} height={48} />
  if (!data.isReturned)
    return (
      <section className="card">
        <Empty
          title={say.notOurs.title}
          text={say.notOurs.text}
          action={
            <span className="bring-back-acts">
              {mayImport && (
                <Link to="/import" className="button is-primary">
                  {say.notOurs.import}
                </Link>
              )}
              {other}
            </span>
          }
        />
      </section>
    )
  return (
    <>
      <section className="card" aria-labelledby="returned-sheet">
        <header className="card-head">
          <h2 id="returned-sheet">{data.name}</h2>
          {other}
        </header>
        <div className="card-body bring-back-body">
          <p className="muted">{say.isOurs}</p>
          <Figures sheet={data} />
          <NotRead sheet={data} />
        </div>
      </section>
      {recording.results.length > 0 && <ResultsCard results={recording.results} />}
      {data.rows.length > 0 ? (
        <ChangesCard sheet={data} recording={recording} />
      ) : (
        data.addedCount === 0 &&
        recording.results.length === 0 && (
          <section className="card">
            <Empty
              title={say.nothing.title}
              text={say.nothing.text}
              action={
                <Link to="/matters" className="button is-primary">
                  {say.nothing.matters}
                </Link>
              }
            />
          </section>
        )
      )}
      {data.addedCount > 0 && <AddedRows fileId={fileId} sheet={data} />}
    </>
  )
}

function Figures({ sheet }: { sheet: ReturnedSheet }) {
  const say = useReturnedWords()
  const cells = sheet.rows.flatMap((row) => row.cells)
  const countOf = (fate: 'change' | 'conflict' | 'refused') => cells.filter((cell) => cell.fate === fate).length
  const rowsRefused = sheet.rows.filter(({ refused }) => refused).length
  const figures = [
    [say.figures.conflict, countOf('conflict')],
    [say.figures.change, countOf('change')],
    [say.figures.refused, countOf('refused') + rowsRefused],
    [say.figures.added, sheet.addedCount],
    [say.figures.unchanged, sheet.unchanged],
  ] as const
  return (
    <dl className="bring-back-figures">
      {figures.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  )
}

function NotRead({ sheet: { own, twice, more } }: { sheet: ReturnedSheet }) {
  const say = useReturnedWords()
  return (
    <div className="hint bring-back-notes">
      {own.length > 0 && <p>{say.notRead.own(own)}</p>}
      {twice.length > 0 && <p>{say.notRead.twice(twice)}</p>}
      {more > 0 && <p>{say.more(more)}</p>}
      <p>{say.gone}</p>
    </div>
  )
}
