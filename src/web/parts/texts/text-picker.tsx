import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { AnswerText } from '../../../domain/answer-texts/answer-text.ts'
import { fillText } from '../../../domain/answer-texts/fill.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { useWords } from '../../words/words.tsx'
import { answerTextsQuery } from './texts-api.ts'
import type { TextsAbout } from './texts-context.ts'

type Props = {
  readonly about: TextsAbout
  readonly insert: (text: string) => void
  readonly close: () => void
}

/** The words that fit this matter, filled in as they would stand there; one press takes one. */
export function TextPicker({ about, insert, close }: Props) {
  const { words, locale } = useWords()
  const { procedure, category, facts } = about
  const search = useRef<HTMLInputElement>(null)
  const [asked, setAsked] = useState('')
  useEffect(() => search.current?.focus(), [])
  const { data, error } = useQuery(answerTextsQuery({ procedure, ...(category ? { category } : {}) }))
  const texts = data?.texts.filter(({ title, body }) => `${title} ${body}`.includes(asked.trim()))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') event.preventDefault()
    if (event.key !== 'Escape') return
    // The drawer around it stays.
    event.stopPropagation()
    event.preventDefault()
    close()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of what is inside
    <div className="text-picker" onKeyDown={onKeyDown}>
      <input
        ref={search}
        type="search"
        className="input"
        aria-label={words.texts.search}
        placeholder={words.texts.search}
        value={asked}
        onChange={({ target }) => setAsked(target.value)}
      />
      {error && <p className="hint">{problemText(error, words, locale).text}</p>}
      {texts && texts.length === 0 && <p className="hint">{words.texts.none}</p>}
      <ul>
        {texts?.map((text) => (
          <li key={text.id}>
            <button type="button" onClick={() => insert(fillText(text.body, facts))}>
              <b>{text.title}</b> <From text={text} />
              <span>{fillText(text.body, facts)}</span>
            </button>
          </li>
        ))}
      </ul>
      {data?.mayKeep && (
        <Link to="/texts" search={{ kind: procedure }} className="text-keep">
          {words.texts.keep}
        </Link>
      )}
    </div>
  )
}

/** Whose it is, when it is not the own unit's. */
function From({ text }: { text: AnswerText }) {
  const { say } = useWords()
  const { directory } = useOffice()
  return text.own ? null : <small className="hint">{unitName(directory, text.unitId, say)}</small>
}
