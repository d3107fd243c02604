import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportProposal, LedgerReading, PreviewedRow } from '../../../domain/views/import-views.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useImportWords } from '../../words/use-import-words.ts'
import { useWords } from '../../words/words.tsx'
import { previewLedger, proposalQuery, type ReadingWish, takeLedger } from './import-api.ts'
import { LeftColumns } from './left-columns.tsx'
import { PreviewCard } from './preview-card.tsx'
import { QuestionRows } from './question-rows.tsx'
import { UnknownCells } from './unknown-cells.tsx'

type Props = { uploadId: string; asked: (batchId: string) => void; leave: () => void }

/** What the ledger is read as: the kind, a column for each question, and what cells stand for. Changed here, looked at on the server. */
export function ReadingCard({ uploadId, asked, leave }: Props) {
  const say = useImportWords()
  const { words, locale } = useWords()
  const [wish, setWish] = useWish(uploadId)
  const { data, error, refetch } = useQuery(proposalQuery(uploadId, wish))
  const { rows, busy, problem, preview, take, back } = useTrying(uploadId, asked)
  if (error)
    return (
      <section className="card card-body import-refused">
        <p className="error-line" role="alert">
          <Icon name="alert" />
          {problemText(error, words, locale).text}
        </p>
        <div className="import-acts">
          <button type="button" className="button is-primary" onClick={leave}>
            {say.file.other}
          </button>
          <button type="button" className="button" onClick={() => void refetch()}>
            {words.retry}
          </button>
        </div>
      </section>
    )
  if (!data) return <Skeleton rows={10} height={40} />
  const reading = wish.reading ?? data.reading
  if (rows) return <PreviewCard rows={rows} busy={busy} problem={problem} back={back} take={() => take(reading)} />
  return (
    <section className="card" aria-labelledby="import-reading">
      <header className="card-head">
        <h2 id="import-reading">{say.reading.title(data.name)}</h2>
        <button type="button" className="button is-small" onClick={leave}>
          {say.file.other}
        </button>
      </header>
      <div className="card-body import-reading">
        <KindSelect reading={reading} choose={(kind) => setWish({ kind })} />
        <Questions proposal={data} reading={reading} change={(next) => setWish({ reading: next })} />
        {problem && (
          <p className="error-line" role="alert">
            <Icon name="alert" />
            {problem}
          </p>
        )}
        <button
          type="button"
          className="button is-primary"
          aria-disabled={busy}
          onClick={() => !busy && preview(reading)}
        >
          {busy ? say.reading.trying : say.reading.try}
        </button>
      </div>
    </section>
  )
}

/** What was put right so far; a page that is loaded again still has it. */
function useWish(uploadId: string): readonly [ReadingWish, (wish: ReadingWish) => void] {
  const key = `anlan-import-${uploadId}`
  const [wish, setWish] = useState<ReadingWish>(() => JSON.parse(sessionStorage.getItem(key) ?? '{}'))
  const change = (next: ReadingWish) => {
    sessionStorage.setItem(key, JSON.stringify(next))
    setWish(next)
  }
  return [wish, change]
}

function useTrying(uploadId: string, asked: (batchId: string) => void) {
  const { words, locale } = useWords()
  const [rows, setRows] = useState<readonly PreviewedRow[]>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const doing = async (act: () => Promise<void>) => {
    setBusy(true)
    setProblem('')
    await act().catch((error: unknown) => setProblem(problemText(error, words, locale).text))
    setBusy(false)
  }
  return {
    rows,
    busy,
    problem,
    preview: (reading: LedgerReading) => void doing(async () => setRows(await previewLedger(uploadId, reading))),
    take: (reading: LedgerReading) => void doing(async () => asked((await takeLedger(uploadId, reading)).id)),
    back: () => setRows(undefined),
  }
}

function KindSelect({ reading, choose }: { reading: LedgerReading; choose: (kind: string) => void }) {
  const { say: inOwn } = useWords()
  const { kinds: all, actor } = useOffice()
  const say = useImportWords()
  const kinds = all.filter(({ id, by }) => id === reading.kind || by.some((role) => actor.roles.includes(role)))
  return (
    <label className="field import-kind">
      <b>{say.reading.kind}</b>
      <select value={reading.kind} onChange={({ target }) => choose(target.value)}>
        {kinds.map(({ id, title }) => (
          <option key={id} value={id}>
            {inOwn(title)}
          </option>
        ))}
      </select>
    </label>
  )
}

type QuestionsProps = { proposal: ImportProposal; reading: LedgerReading; change: (next: LedgerReading) => void }

function Questions({ proposal, reading, change }: QuestionsProps) {
  const { rulebook } = useOffice()
  const procedure = procedureOf(rulebook, reading.kind)
  if (!procedure) return null
  return (
    <>
      <QuestionRows proposal={proposal} reading={reading} procedure={procedure} change={change} />
      <UnknownCells proposal={proposal} reading={reading} procedure={procedure} change={change} />
      <LeftColumns columns={proposal.columns} />
    </>
  )
}
