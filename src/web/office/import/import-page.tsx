import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { problemText } from '../../client/problem-text.ts'
import { useTitle } from '../../parts/shell/use-title.ts'
import { Icon } from '../../theme/icon.tsx'
import { useImportWords } from '../../words/use-import-words.ts'
import { useWords } from '../../words/words.tsx'
import { isGivenOut, sendLedger } from './import-api.ts'
import { OwnImports } from './own-imports.tsx'
import { ReadingCard } from './reading-card.tsx'
import './import.css'

/** A ledger comes in: sent in, looked at, tried, taken in. */
export function ImportPage() {
  const say = useImportWords()
  const { upload, batch } = useSearch({ from: '/import' })
  const navigate = useNavigate({ from: '/import' })
  const client = useQueryClient()
  useTitle(say.title)
  const asked = async (id: string) => {
    await client.invalidateQueries({ queryKey: ['import', 'batches'] })
    await navigate({ search: { batch: id } })
  }
  return (
    <div className="page import">
      <header className="import-head">
        <h1>{say.title}</h1>
        <span className="muted">{say.lead}</span>
      </header>
      {upload ? (
        <ReadingCard
          key={upload}
          uploadId={upload}
          asked={(id) => void asked(id)}
          leave={() => void navigate({ search: {} })}
        />
      ) : (
        <>
          <FileCard
            sent={(id, isOurs) =>
              void (isOurs
                ? navigate({ to: '/bring-back', search: { file: id } })
                : navigate({ search: { upload: id } }))
            }
          />
          <OwnImports current={batch} />
        </>
      )}
    </div>
  )
}

function FileCard({ sent }: { sent: (id: string, isOurs: boolean) => void }) {
  const { words, locale } = useWords()
  const say = useImportWords()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const send = async (file: File | undefined) => {
    if (!file || busy) return
    setBusy(true)
    setProblem('')
    try {
      const { id } = await sendLedger(file)
      sent(id, await isGivenOut(id))
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="card import-file">
      <label className="button is-primary">
        <Icon name="upload" size={16} />
        {busy ? say.file.sending : say.file.choose}
        <input
          type="file"
          className="hidden"
          accept=".xlsx,.xlsm,.xls,.et,.csv,.txt"
          disabled={busy}
          onChange={({ target }) => {
            void send(target.files?.[0])
            target.value = ''
          }}
        />
      </label>
      <p className="hint">{say.file.hint}</p>
      {problem && (
        <p className="error-line" role="alert">
          <Icon name="alert" />
          {problem}
        </p>
      )}
    </section>
  )
}
