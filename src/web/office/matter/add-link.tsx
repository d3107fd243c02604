import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { LINK_TYPES, type LinkType } from '../../../domain/matter/link.ts'
import { addLink } from '../../client/api.ts'
import { problemText } from '../../client/problem-text.ts'
import { Floating } from '../../parts/shell/floating.tsx'
import { useWords } from '../../words/words.tsx'
import '../../parts/form/reason-button.css'

/** Links this matter to another by its reference. */
export function AddLink({ matterId, close }: { matterId: string; close: () => void }) {
  const { words, say, locale } = useWords()
  const client = useQueryClient()
  const id = useId()
  const [type, setType] = useState<LinkType>('triggers')
  const [reference, setReference] = useState('')
  const [problem, setProblem] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await addLink(matterId, type, reference.trim())
      await client.invalidateQueries({ queryKey: ['matter', matterId] })
      close()
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
    }
  }
  return (
    <Floating label={words.matter.addLink} align="right" close={close}>
      <form className="open-reason" onSubmit={(event) => void submit(event)}>
        <div className="field">
          <label htmlFor={`${id}type`}>{words.matter.links}</label>
          <select
            id={`${id}type`}
            className="input"
            value={type}
            onChange={(event) => setType(event.target.value as LinkType)}
          >
            {Object.entries(LINK_TYPES).map(([name, { title }]) => (
              <option key={name} value={name}>
                {say(title)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}reference`}>{words.matters.reference}</label>
          <input
            id={`${id}reference`}
            className="input"
            required
            value={reference}
            placeholder="YH-2026-0417"
            onChange={(event) => setReference(event.target.value)}
          />
        </div>
        {problem && <p className="field-issue">{problem}</p>}
        <button type="submit" className="button is-primary is-small">
          {words.matter.addLink}
        </button>
      </form>
    </Floating>
  )
}
