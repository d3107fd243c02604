import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useId, useRef, useState } from 'react'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { DuplicateView } from '../../../domain/views/views.ts'
import { OPEN_CHANNELS, usualChannel } from '../../client/channels.ts'
import { keepReceipt } from '../../client/new-receipt.ts'
import { useOffice } from '../../client/office.tsx'
import { SourceMarkTag } from '../../parts/due/source-mark-tag.tsx'
import { draftText } from '../../parts/form/draft-text.ts'
import { FormView } from '../../parts/form/form-view.tsx'
import { useFirstField } from '../../parts/form/use-first-field.ts'
import { useForm } from '../../parts/form/use-form.ts'
import { useIsPhone } from '../../parts/shell/use-is-phone.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { questionOf } from './duplicate-question.ts'
import { Duplicates } from './duplicates.tsx'
import { startAnswers } from './start-answers.ts'
import { useRegister } from './use-register.ts'

/** Kept in the draft beside the answers; no form has a question of this name. */
const CHANNEL = '@channel'

/** The opening form; beside it what looks like the same matter, and what starts to run. */
export function RegisterForm({ procedure }: { procedure: Procedure }) {
  const { words } = useWords()
  const { session, actor } = useOffice()
  const handedOver = useSearch({ from: '/matters/new/$procedure' })
  const navigate = useNavigate()
  const id = useId()
  const place = useRef<HTMLFormElement>(null)
  useFirstField(place)
  // On a phone the side column comes after the button; what may exist already must be seen before it is pressed.
  const isPhone = useIsPhone()
  const [mergeInto, setMergeInto] = useState<DuplicateView>()
  const form = procedure.forms[procedure.opening.form]
  const usual = usualChannel(procedure, actor.roles)
  const start = { [CHANNEL]: usual, ...startAnswers(form, handedOver) }
  const state = useForm(form, `${session.person.id}:new:${procedure.id}`, start)
  const channel = OPEN_CHANNELS.find((one) => one === state.answers[CHANNEL]) ?? usual
  const { register, problem, busy } = useRegister({ procedure, state })
  if (!form) return null
  const duplicates = (
    <Duplicates
      question={questionOf(procedure, form, state.answers)}
      canMerge={Object.values(procedure.steps).some(({ linksTo }) => linksTo?.type === 'duplicateOf')}
      chosen={mergeInto}
      choose={setMergeInto}
    />
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const values = state.check()
    if (!values || busy) return
    const opened = await register({ procedure: procedure.id, channel, form: values }, mergeInto?.reference)
    if (!opened) return
    keepReceipt(opened)
    await navigate({ to: '/matters/$id', params: { id: opened.id } })
  }
  return (
    <div className="register-columns">
      <form ref={place} className="card register-form" noValidate onSubmit={(event) => void submit(event)}>
        {/* A ledger entry is nobody's request: it came through no door. */}
        {(!procedure.record || procedure.record.work) && (
          <div className="field">
            <label htmlFor={id}>
              <b>{words.register.channel}</b>
            </label>
            <select
              id={id}
              className="input register-channel"
              value={channel}
              onChange={(event) => state.set(CHANNEL, event.target.value)}
            >
              {OPEN_CHANNELS.filter((name) => !session.office.closedChannels.includes(name)).map((name) => (
                <option key={name} value={name}>
                  {words.channel[name]}
                </option>
              ))}
            </select>
          </div>
        )}
        <FormView form={form} state={state} />
        {isPhone && duplicates}
        {problem && (
          <p className="error-line" role="alert">
            <Icon name="alert" />
            {problem}
          </p>
        )}
        <div className="register-foot">
          <button type="submit" className="button is-primary" aria-disabled={busy}>
            {busy ? words.matter.submitting : words.register.submit}
          </button>
          <span className="hint">
            {mergeInto ? words.register.willMerge(mergeInto.reference) : draftText(form, words)}
          </span>
        </div>
      </form>
      <aside className="register-aside">
        {!isPhone && duplicates}
        <ClocksAhead procedure={procedure} />
      </aside>
    </div>
  )
}

function ClocksAhead({ procedure }: { procedure: Procedure }) {
  const { words, say } = useWords()
  const rules = procedure.opening.starts.flatMap((name) =>
    procedure.deadlines[name] ? [procedure.deadlines[name]] : [],
  )
  return (
    <section className="card" aria-labelledby="ahead">
      <header className="card-head">
        <h2 id="ahead">{words.register.clocksAfter}</h2>
      </header>
      {rules.length === 0 && <p className="card-body hint">{words.register.clocksNone}</p>}
      <ul>
        {rules.map(({ code, title, length, unit, source }) => (
          <li key={code} className="ahead-line">
            <p>
              <b>{say(title)}</b> {typeof length === 'number' && words.period[unit](length)}
            </p>
            <p className="hint">
              {say(source.article)} <SourceMarkTag source={source} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
