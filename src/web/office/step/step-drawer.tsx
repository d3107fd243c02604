import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { present } from '../../../domain/present.ts'
import { type Form, type FormValues, meaningOf } from '../../../domain/procedure/form.ts'
import { knownAnswers } from '../../../domain/procedure/known-answers.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Instant } from '../../../domain/time/time.ts'
import type { StepResult } from '../../../domain/views/act-views.ts'
import type { MatterView } from '../../../domain/views/views.ts'
import { nameable } from '../../../engine/access/holders.ts'
import { stepRefusal } from '../../../engine/decide/open-steps.ts'
import { getMatter } from '../../client/api.ts'
import { useOffice } from '../../client/office.tsx'
import { draftText } from '../../parts/form/draft-text.ts'
import { FormView } from '../../parts/form/form-view.tsx'
import { useForm } from '../../parts/form/use-form.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { notify } from '../../parts/shell/notices.tsx'
import { TextsContext } from '../../parts/texts/texts-context.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { aboutMatter } from '../texts/about-matter.ts'
import { ConflictNote } from './conflict-note.tsx'
import { pickedHolder } from './holder-pick.tsx'
import { LatestRecords } from './latest-records.tsx'
import { OpenedLinks } from './opened-links.tsx'
import { pickedLink } from './picked-link.tsx'
import { byRule, ruledQuestions } from './ruled-answer.tsx'
import { mergingStep, SameMatters } from './same-matters.tsx'
import { isNothingNew } from './seen-since.ts'
import { StepFacts } from './step-facts.tsx'
import { useSend } from './use-send.ts'

type Props = {
  readonly view: MatterView
  readonly procedure: Procedure
  readonly stepId: string
  /** The reference of the matter to merge into, or the holder it is about, where it was chosen before. */
  readonly into?: string | undefined
  readonly close: () => void
}

/** What was chosen before the form was opened: the matter to merge into, or the line of the board. */
function pickedBefore(form: Form | undefined, merging: string | undefined, into: string): FormValues {
  const field = merging ?? Object.entries(form?.fields ?? {}).find(([, { kind }]) => kind === 'holder')?.[0]
  return field ? { [field]: into } : {}
}

/** How often this kind was met there, where the form says so; the server counts again when the step is taken. */
const timesIn = (form: Form, times: MatterView['times'] = {}): FormValues =>
  Object.fromEntries(Object.entries(times).filter(([name]) => Object.hasOwn(form.fields, name)))

/** When it was done opens with this minute: most say so at once, and who phoned before sets it back. */
const nowIn = (form: Form, now: Instant): FormValues =>
  Object.fromEntries(
    Object.entries(form.fields)
      .filter(([, field]) => field.kind === 'dateTime' && field.required && meaningOf(field) === 'doneAt')
      .map(([name]) => [name, `${now.slice(0, 16)}:00.000Z`]),
  )

/** A step's form. What was seen when it was opened is what the server compares with; a change in between shows, and the draft stays. */
export function StepDrawer({ view, procedure, stepId, into, close }: Props) {
  const { words, say } = useWords()
  const { actor, directory, rulebook, session, now } = useOffice()
  const client = useQueryClient()
  const { matter } = view
  const [seenVersion, setSeenVersion] = useState(matter.version)
  const step = procedure.steps[stepId]
  const merging = mergingStep(procedure)
  const form = step?.form ? procedure.forms[step.form] : undefined
  const asking = step && { procedure, step, matter, actor, now: view.now, overrides: rulebook.overrides }
  const state = useForm(
    form,
    `${session.person.id}:${matter.id}:${stepId}`,
    into ? pickedBefore(form, merging?.id === stepId ? merging.field : undefined, into) : {},
    {
      openedAt: matter.openedAt,
      unitId: matter.unitId,
      earlier: matter.fields,
      ...present({
        holders: step && nameable(step, matter),
        barred: step?.unbars ? undefined : matter.barred,
        aboutUnitId: matter.aboutUnitId,
      }),
      ruled: (answers) => byRule(form, asking, answers),
      known: form ? { ...knownAnswers(form, matter), ...timesIn(form, view.times), ...nowIn(form, now()) } : {},
    },
  )
  const happened = ({ state: reachedState }: StepResult) => {
    const title = step ? say(step.title) : stepId
    const reached = reachedState === matter.state ? undefined : procedure.states[reachedState]
    return reached ? words.matter.done(title, say(reached.title)) : words.matter.doneInPlace(title)
  }
  const done = async (result: StepResult) => {
    // First the matter as it is now: whoever goes on at once must not meet their own step as somebody else's.
    await client.invalidateQueries({ queryKey: ['matter', matter.id] })
    state.drop()
    close()
    notify(happened(result), <OpenedLinks opened={result.opened} />)
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== matter.id })
  }
  /** The version as it is now, when what came between is nothing to look at. */
  const versionAfter = async (seen: number) => {
    const fresh = await getMatter(matter.id)
    return isNothingNew(fresh.timeline, seen, procedure) ? fresh.matter.version : undefined
  }
  const { send, problem, busy } = useSend({ matterId: matter.id, stepId, state, done, versionAfter })
  if (!step) return null
  // While it is being sent, what changes is one's own doing.
  const isNews = !isNothingNew(view.timeline, seenVersion, procedure)
  const changed = !busy && matter.version > seenVersion && isNews
  const refusal = busy ? undefined : stepRefusal(procedure, matter, actor, stepId, rulebook, view.now)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const values = state.check()
    if (values && !busy) void send(values, isNews ? seenVersion : Math.max(matter.version, seenVersion))
  }
  return (
    <Drawer
      title={say(step.title)}
      under={`${say(procedure.short)} · ${matter.reference} · ${matter.title}`}
      close={close}
      width={560}
      foot={
        <>
          <button
            type="submit"
            form="step-form"
            className="button is-primary"
            disabled={changed || refusal !== undefined}
            aria-disabled={busy}
          >
            {busy ? words.matter.submitting : say(step.title)}
          </button>
          <button type="button" className="button" onClick={close}>
            {words.cancel}
          </button>
          {form && <span className="hint">{draftText(form, words)}</span>}
        </>
      }
    >
      <TextsContext value={aboutMatter(matter, directory, now())}>
        <form id="step-form" className="step-form" noValidate onSubmit={submit}>
          {(changed || refusal) && (
            <ConflictNote
              view={view}
              procedure={procedure}
              seenVersion={seenVersion}
              refusal={refusal}
              seen={() => setSeenVersion(matter.version)}
            />
          )}
          <StepFacts procedure={procedure} step={step} />
          <LatestRecords view={view} procedure={procedure} />
          {merging?.id === stepId && (
            <SameMatters
              matter={matter}
              verb={words.matter.pickSame}
              picked={state.answers[merging.field]}
              pick={(reference) => state.set(merging.field, reference)}
            />
          )}
          {problem && (
            <p className="error-line" role="alert">
              <Icon name="alert" />
              {problem}
            </p>
          )}
          {form && Object.keys(form.fields).length > 0 ? (
            <FormView
              form={form}
              state={state}
              instead={{
                ...pickedLink(step, matter),
                ...pickedHolder(procedure, step, matter),
                ...(asking ? ruledQuestions(form, asking) : {}),
              }}
            />
          ) : (
            <p className="muted">{words.matter.noForm}</p>
          )}
        </form>
      </TextsContext>
    </Drawer>
  )
}
