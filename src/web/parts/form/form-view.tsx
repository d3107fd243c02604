import { type MouseEvent, useEffect, useId, useRef } from 'react'
import { flushSync } from 'react-dom'
import { levelInBands, withComputed } from '../../../domain/procedure/computed.ts'
import { type Form, personalOf, settingOf } from '../../../domain/procedure/form.ts'
import { isAsked } from '../../../domain/procedure/form-check.ts'
import { useWords } from '../../words/words.tsx'
import type { Around, Instead } from './control.ts'
import { FormField } from './form-field.tsx'
import { TakenAnswers, takenQuestions } from './records/taken-answers.tsx'
import type { FormState } from './use-form.ts'
import './form.css'

/** Renders a form from its definition: one question under the other, complaints at their question. */
export function FormView({ form, state, instead }: { form: Form; state: FormState; instead?: Instead }) {
  const { words } = useWords()
  const prefix = useId()
  const place = useRef<HTMLDivElement>(null)
  const { issues } = state
  const around = aroundOf(form, state)
  useEffect(() => {
    if (issues.length === 0) return
    const first = place.current?.querySelector<HTMLElement>(
      '[aria-invalid="true"], .is-invalid input, .is-invalid button',
    )
    first?.focus()
    first?.scrollIntoView({ block: 'center' })
  }, [issues])
  const moveAndSend = (event: MouseEvent<HTMLButtonElement>) => {
    const sending = event.currentTarget.form
    // What is sent is what stands in the form: the masked texts must be there first.
    flushSync(state.movePersonal)
    sending?.requestSubmit()
  }
  return (
    <div className="form" ref={place}>
      {state.restored && (
        <p className="form-draft">
          <span>{words.form.draftBack}</span>
          <button type="button" className="link-button" onClick={state.drop}>
            {words.form.draftDrop}
          </button>
        </p>
      )}
      {takenQuestions(form).map((question) => (
        <TakenAnswers key={question} form={form} state={state} question={question} />
      ))}
      {Object.entries(form.fields).map(([name, field]) =>
        isAsked(field, state.answers) && !isIdle(form, name, around.answers) ? (
          <FormField
            key={name}
            id={`${prefix}${name}`}
            path={name}
            field={field}
            form={form}
            value={around.answers[name]}
            change={(value) => state.set(name, value)}
            around={around}
            isKnown={state.isKnown(name)}
            instead={instead?.[name]}
            issues={issues.filter((issue) => issue.field === name || issue.field.startsWith(`${name}.`))}
          />
        ) : null,
      )}
      {issues.some(({ rule }) => rule === 'personal-data') && (
        <p className="form-draft">
          <span>{holdsContact(form) ? words.form.moveHint : words.form.maskHint}</span>
          <button type="button" className="button" onClick={moveAndSend}>
            {holdsContact(form) ? words.form.moveAndSend : words.form.maskAndSend}
          </button>
        </p>
      )}
      {issues.length > 0 && (
        <p className="hidden" role="alert">
          {words.form.fix(issues.length)}
        </p>
      )}
    </div>
  )
}

/**
 * What nobody answers: rows that are gathered or drawn, a count that is not there, and a reason for going below a level that nothing
 * proposes.
 */
const isIdle = ({ fields }: Form, name: string, answers: Around['answers']): boolean => {
  const field = fields[name]
  if (field?.kind === 'items' && (field.gathers || field.draws || field.exposed)) return true
  if (field?.kind === 'number' && field.computed && 'times' in field.computed) return answers[name] === undefined
  const level = Object.values(fields).find((one) => one.kind === 'level' && one.bands?.lowerBecause === name)
  return level?.kind === 'level' && level.bands !== undefined && levelInBands(level.bands, answers) === undefined
}

/** Whether the form has sealed fields that take what is found in its texts. */
const holdsContact = (form: Form) => Object.values(form.fields).some((field) => personalOf(field)?.holds)

function aroundOf(form: Form, { answers, context }: FormState): Around {
  const { now, openedAt, earlier, unitId } = context
  const unitField = settingOf(form.fields, 'unit')
  const chosen = unitField ? answers[unitField] : undefined
  const placeTexts = (['place', 'title'] as const).flatMap((fact) => {
    const text = answers[settingOf(form.fields, fact) ?? '']
    return typeof text === 'string' ? [text] : []
  })
  return {
    days: { now, openedAt, answer: (name) => answers[name] ?? earlier?.[name] },
    answers: withComputed(form.fields, answers),
    unitId: typeof chosen === 'string' && chosen ? chosen : unitId,
    placeTexts,
  }
}
