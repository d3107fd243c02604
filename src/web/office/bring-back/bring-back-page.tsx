import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { problemText } from '../../client/problem-text.ts'
import { useTitle } from '../../parts/shell/use-title.ts'
import { Icon } from '../../theme/icon.tsx'
import { useReturnedWords } from '../../words/returned/use-returned-words.ts'
import { useWords } from '../../words/words.tsx'
import { sendReturned } from './bring-back-api.ts'
import { ReturnedPart } from './returned-part.tsx'
import './bring-back.css'

/** A ledger that was given out and edited comes back: what changed is looked at, chosen, and recorded step by step. */
export function BringBackPage() {
  const say = useReturnedWords()
  const { file } = useSearch({ from: '/bring-back' })
  const navigate = useNavigate({ from: '/bring-back' })
  useTitle(say.title)
  return (
    <div className="page bring-back">
      <header className="bring-back-head">
        <h1>{say.title}</h1>
        <span className="muted">{say.lead}</span>
      </header>
      {file ? (
        <ReturnedPart key={file} fileId={file} leave={() => void navigate({ search: {} })} />
      ) : (
        <FileCard sent={(id) => void navigate({ search: { file: id } })} />
      )}
    </div>
  )
}

function FileCard({ sent }: { sent: (id: string) => void }) {
  const { words, locale } = useWords()
  const say = useReturnedWords()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const send = async (file: File | undefined) => {
    if (!file || busy) return
    setBusy(true)
    setProblem('')
    try {
      sent((await sendReturned(file)).id)
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="card bring-back-file">
      <label className="button is-primary">
        <Icon name="upload" size={16} />
        {busy ? say.file.sending : say.file.choose}
        <input
          type="file"
          className="hidden"
          accept=".xlsx,.xlsm,.xls,.et,.csv"
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
