import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type EmergencyView, FINDINGS, type Finding } from '../../../domain/views/access-views.ts'
import { problemText } from '../../client/problem-text.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { useReadingsWords } from '../../words/use-readings-words.ts'
import { useWords } from '../../words/words.tsx'
import { reviewEmergency } from './readings-api.ts'

/** Whether an emergency was in order, with the grounds. */
export function ReviewDrawer({ view, close }: { view: EmergencyView; close: () => void }) {
  const { emergency } = useReadingsWords()
  const { words, locale } = useWords()
  const client = useQueryClient()
  const [finding, setFinding] = useState<Finding>('inOrder')
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await reviewEmergency(view.id, finding, note)
      await client.invalidateQueries({ queryKey: ['emergencies'] })
      close()
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
    }
  }
  return (
    <Drawer title={emergency.reviewTitle} under={`${view.reference} · ${view.reason}`} close={close} width={420}>
      <form className="readings-form" onSubmit={(event) => void submit(event)}>
        <fieldset>
          <legend>{emergency.finding}</legend>
          {FINDINGS.map((one) => (
            <label key={one} className="readings-choice">
              <input type="radio" name="finding" checked={finding === one} onChange={() => setFinding(one)} />
              {emergency.findings[one]}
            </label>
          ))}
        </fieldset>
        <label>
          {emergency.note}
          <input
            className="input"
            required
            minLength={4}
            maxLength={200}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </label>
        {problem && <p className="field-issue">{problem}</p>}
        <button type="submit" className="button is-primary">
          {emergency.review}
        </button>
      </form>
    </Drawer>
  )
}
