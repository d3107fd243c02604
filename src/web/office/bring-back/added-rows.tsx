import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReturnedSheet } from '../../../domain/views/returned-views.ts'
import { problemText } from '../../client/problem-text.ts'
import { Icon } from '../../theme/icon.tsx'
import { useReturnedWords } from '../../words/returned/use-returned-words.ts'
import { useWords } from '../../words/words.tsx'
import { takeAddedRows } from './bring-back-api.ts'
import { useMayImport } from './use-may-import.ts'

const MOST_NAMED = 20

/** Rows that somebody added: no matters yet, and offered to the ordinary import. */
export function AddedRows({ fileId, sheet: { added, addedCount } }: { fileId: string; sheet: ReturnedSheet }) {
  const { words, locale } = useWords()
  const say = useReturnedWords()
  const navigate = useNavigate()
  const [problem, setProblem] = useState('')
  const mayImport = useMayImport()
  const take = () =>
    takeAddedRows(fileId).then(
      ({ id }) => void navigate({ to: '/import', search: { upload: id } }),
      (error: unknown) => setProblem(problemText(error, words, locale).text),
    )
  const named = added.slice(0, MOST_NAMED).map(String)
  return (
    <section className="card" aria-labelledby="returned-added">
      <header className="card-head">
        <h2 id="returned-added">{say.added.title(addedCount)}</h2>
      </header>
      <div className="card-body bring-back-body">
        <p>{say.added.text(addedCount > MOST_NAMED ? [...named, '…'] : named)}</p>
        {mayImport ? (
          <button type="button" className="button" onClick={() => void take()}>
            <Icon name="upload" size={16} />
            {say.added.import}
          </button>
        ) : (
          <p className="hint">{say.added.who}</p>
        )}
        {problem && (
          <p className="error-line" role="alert">
            <Icon name="alert" />
            {problem}
          </p>
        )}
      </div>
    </section>
  )
}
