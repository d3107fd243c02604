import { useQuery } from '@tanstack/react-query'
import { useId, useRef } from 'react'
import type { AnswerTextWish } from '../../../domain/answer-texts/answer-text.ts'
import { fillText, PLACEHOLDERS, type Placeholder, type PlaceholderFacts } from '../../../domain/answer-texts/fill.ts'
import { text } from '../../../domain/wording/text.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { definitionQuery } from '../../client/queries.ts'
import { useTextsWords } from '../../words/told/use-texts-words.ts'
import { useWords } from '../../words/words.tsx'

/** An invented matter. */
const EXAMPLE: PlaceholderFacts = {
  编号: text('SQ-2026-0123', 'SQ-2026-0123'),
  事由: text('桥头路灯不亮', 'Street lights at the bridge'),
  单位: text('东浦镇', 'Dongpu Town'),
  期限: text('2026年3月20日', '20 March 2026'),
  今天: text('2026年3月2日', '2 March 2026'),
}
const NAMES = Object.keys(PLACEHOLDERS) as Placeholder[]

/** Name, words with what stands in braces, and for which matters; below, how it reads in use. */
export function TextFields({ wish, change }: { wish: AnswerTextWish; change: (wish: AnswerTextWish) => void }) {
  const { say } = useWords()
  const { form, preview } = useTextsWords()
  const area = useRef<HTMLTextAreaElement>(null)
  const bodyId = useId()
  const { title, body } = wish
  const insert = (name: Placeholder) => {
    const at = area.current?.selectionStart ?? body.length
    change({ ...wish, body: `${body.slice(0, at)}{${name}}${body.slice(at)}` })
    area.current?.focus()
  }
  return (
    <>
      <label>
        {form.title}
        <input
          className="input"
          required
          minLength={2}
          maxLength={60}
          value={title}
          onChange={({ target }) => change({ ...wish, title: target.value })}
        />
      </label>
      <div className="text-words">
        <label htmlFor={bodyId}>{form.body}</label>
        <textarea
          id={bodyId}
          ref={area}
          className="input"
          rows={6}
          required
          minLength={2}
          maxLength={3000}
          value={body}
          onChange={({ target }) => change({ ...wish, body: target.value })}
        />
        <p className="hint">
          {form.placeholders}{' '}
          {NAMES.map((name) => (
            <button
              key={name}
              type="button"
              className="button is-small"
              title={say(PLACEHOLDERS[name])}
              onClick={() => insert(name)}
            >
              {`{${name}}`}
            </button>
          ))}
        </p>
      </div>
      <ForWhich wish={wish} change={change} />
      {body.includes('{') && (
        <div>
          <p className="hint">{preview}</p>
          <p className="text-body text-preview">{fillText(body, EXAMPLE)}</p>
        </div>
      )}
    </>
  )
}

function ForWhich({ wish, change }: { wish: AnswerTextWish; change: (wish: AnswerTextWish) => void }) {
  const { say } = useWords()
  const { form, anyKind } = useTextsWords()
  const { kinds, rulebook } = useOffice()
  const { title, body, procedure, category } = wish
  useQuery({ ...definitionQuery(procedure ?? ''), enabled: procedure !== undefined })
  const categories = Object.entries((procedure && procedureOf(rulebook, procedure)?.categories) || {})
  return (
    <div className="text-which">
      <label>
        {form.kind}
        <select
          className="input"
          value={procedure ?? ''}
          onChange={({ target }) => change({ title, body, ...(target.value ? { procedure: target.value } : {}) })}
        >
          <option value="">{anyKind}</option>
          {kinds.map(({ id, title: name }) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
        </select>
      </label>
      {procedure && categories.length > 0 && (
        <label>
          {form.category}
          <select
            className="input"
            value={category ?? ''}
            onChange={({ target }) =>
              change({ title, body, procedure, ...(target.value ? { category: target.value } : {}) })
            }
          >
            <option value="">{form.anyCategory}</option>
            {categories.map(([id, name]) => (
              <option key={id} value={id}>
                {say(name)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
