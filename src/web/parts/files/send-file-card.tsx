import { useState } from 'react'
import { problemText } from '../../client/problem-text.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import './send-file-card.css'

type SendFile = {
  readonly accept: string
  readonly words: { readonly choose: string; readonly sending: string; readonly hint: string }
  /** Sends it and goes on from there; what it throws is said below. */
  readonly send: (file: File) => Promise<void>
}

/** One file is chosen and sent at once; while it is on its way no other is taken. */
export function SendFileCard({ accept, words: say, send }: SendFile) {
  const { words, locale } = useWords()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const chosen = async (file: File | undefined) => {
    if (!file || busy) return
    setBusy(true)
    setProblem('')
    try {
      await send(file)
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="card send-file">
      <label className="button is-primary">
        <Icon name="upload" size={16} />
        {busy ? say.sending : say.choose}
        <input
          type="file"
          className="hidden"
          accept={accept}
          disabled={busy}
          onChange={({ target }) => {
            void chosen(target.files?.[0])
            target.value = ''
          }}
        />
      </label>
      <p className="hint">{say.hint}</p>
      {problem && (
        <p className="error-line" role="alert">
          <Icon name="alert" />
          {problem}
        </p>
      )}
    </section>
  )
}
