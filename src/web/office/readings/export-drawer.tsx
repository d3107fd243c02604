import { type FormEvent, useState } from 'react'
import type { LedgerFilter } from '../../../domain/views/ledger-filter.ts'
import { answer } from '../../client/answer.ts'
import { problemText } from '../../client/problem-text.ts'
import { api } from '../../client/server.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { useReadingsWords } from '../../words/use-readings-words.ts'
import { useWords } from '../../words/words.tsx'
import { OwnForm } from './own-form.tsx'
import { askExport } from './readings-api.ts'
import { TakeButtons } from './take-buttons.tsx'
import './readings.css'

type Asked = { readonly id: string; readonly isReady: boolean }

/** Asks what the file is for; a small one can be taken at once. */
export function ExportDrawer({
  filter,
  close,
}: {
  filter: LedgerFilter & { readonly procedure: string }
  close: () => void
}) {
  const { export: say } = useReadingsWords()
  const { words, locale } = useWords()
  const [purpose, setPurpose] = useState('')
  const [problem, setProblem] = useState('')
  const [asked, setAsked] = useState<Asked>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const { id } = await askExport(filter, purpose)
      const all = await answer(api.exports.$get())
      setAsked({ id, isReady: all.some((one) => one.id === id && one.state === 'ready') })
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
    }
  }
  return (
    <Drawer title={say.askTitle} under={say.askUnder} close={close} width={420}>
      {asked ? (
        <div className="readings-form" role="status">
          <p>{asked.isReady ? say.ready : say.waits}</p>
          {asked.isReady && <TakeButtons id={asked.id} />}
          {asked.isReady && <OwnForm exportId={asked.id} procedure={filter.procedure} />}
        </div>
      ) : (
        <form className="readings-form" onSubmit={(event) => void submit(event)}>
          <label>
            {say.purpose}
            <input
              className="input"
              required
              minLength={4}
              maxLength={200}
              value={purpose}
              onChange={({ target }) => setPurpose(target.value)}
            />
            <span className="hint">{say.purposeHint}</span>
          </label>
          {problem && <p className="field-issue">{problem}</p>}
          <button type="submit" className="button is-primary">
            {say.send}
          </button>
        </form>
      )}
    </Drawer>
  )
}
