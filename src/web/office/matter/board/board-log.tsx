import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormValues } from '../../../../domain/procedure/form.ts'
import type { TimelineItem } from '../../../../domain/views/views.ts'
import { AnlanError } from '../../../../domain/wording/errors.ts'
import { openSteps } from '../../../../engine/decide/open-steps.ts'
import { getMatter, takeStep } from '../../../client/api.ts'
import { newKey } from '../../../client/new-key.ts'
import { useOffice } from '../../../client/office.tsx'
import { problemText } from '../../../client/problem-text.ts'
import { valueText } from '../../../parts/matter/value-text.ts'
import { timeOf } from '../../../words/dates.ts'
import { useWords } from '../../../words/words.tsx'
import type { LayoutProps } from '../sections.ts'
import { type Board, quickFields } from './board.ts'

/** The situation log, newest first, and one line to write the next. */
export function BoardLog({ board, ...rest }: LayoutProps & { board: Board }) {
  const { words } = useWords()
  return (
    <div className="board-part board-log">
      <h3>
        {words.board.log} <span className="count">{board.log.length}</span>
      </h3>
      <QuickEntry board={board} {...rest} />
      {board.log.length === 0 && <p className="hint">{words.board.logNone}</p>}
      <ol className="board-entries">
        {board.log.map((item) => (
          <Entry key={item.version} item={item} procedure={rest.procedure} />
        ))}
      </ol>
    </div>
  )
}

function Entry({ item, procedure }: { item: TimelineItem; procedure: LayoutProps['procedure'] }) {
  const { words, locale, say } = useWords()
  const { directory } = useOffice()
  const fields = procedure.forms[procedure.steps[item.step ?? '']?.form ?? '']?.fields ?? {}
  const moment = Object.entries(fields).find(([, { kind }]) => kind === 'dateTime')?.[0]
  const at = moment && typeof item.form[moment] === 'string' ? String(item.form[moment]) : item.at
  const texts = Object.entries(fields).flatMap(([name, field]) => {
    const text = name === moment ? '' : valueText(field, item.form[name], { words, locale, say, directory })
    return text ? [{ name, kind: field.kind, text }] : []
  })
  return (
    <li>
      <time dateTime={at}>{timeOf(at)}</time>
      <span>
        {texts.map(({ name, kind, text }) => (
          <span key={name} className={kind === 'longText' ? 'board-said' : 'board-aside'}>
            {text}{' '}
          </span>
        ))}
        <small className="hint">{item.personName}</small>
      </span>
    </li>
  )
}

/** Writing is never refused because somebody else wrote meanwhile: an entry stands beside theirs. */
async function write(id: string, step: string, form: FormValues, seen: number): Promise<void> {
  const key = newKey()
  try {
    await takeStep(id, step, seen, form, key)
  } catch (error) {
    if (!(error instanceof AnlanError && error.code === 'version-conflict')) throw error
    const { matter } = await getMatter(id)
    await takeStep(id, step, matter.version, form, newKey())
  }
}

function QuickEntry({ board, view, procedure, take }: LayoutProps & { board: Board }) {
  const { words, say, locale } = useWords()
  const { actor, rulebook } = useOffice()
  const client = useQueryClient()
  const quick = quickFields(procedure, board.logStep)
  const [text, setText] = useState('')
  const [source, setSource] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const { matter } = view
  const may = openSteps(procedure, matter, actor, rulebook, view.now).some(
    ({ id, open }) => open && id === board.logStep,
  )
  if (!may || !quick) return null
  const [choiceName, choice] = quick.choice ?? []
  const options = choice?.kind === 'choice' ? Object.entries(choice.options) : []
  const send = async () => {
    if (busy || text.trim() === '') return
    setBusy(true)
    setProblem('')
    const chosen = choiceName ? { [choiceName]: source || (options[0]?.[0] ?? '') } : {}
    try {
      await write(matter.id, board.logStep, { ...chosen, [quick.words[0]]: text }, matter.version)
      setText('')
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
    }
    await client.invalidateQueries({ queryKey: ['matter', matter.id] })
    setBusy(false)
  }
  return (
    <form
      className="board-quick no-print"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {choice && (
        <select
          className="input"
          aria-label={say(choice.title)}
          value={source}
          onChange={(event) => setSource(event.target.value)}
        >
          {options.map(([value, title]) => (
            <option key={value} value={value}>
              {say(title)}
            </option>
          ))}
        </select>
      )}
      <textarea
        className="input"
        rows={2}
        aria-label={words.board.logWrite}
        placeholder={words.board.logWrite}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <span className="board-quick-row">
        <button type="submit" className="button is-small is-primary" aria-disabled={busy || text.trim() === ''}>
          {words.board.logSend}
        </button>
        <button type="button" className="link-button" onClick={() => take(board.logStep)}>
          {words.board.logMore}
        </button>
      </span>
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  )
}
