import type { ReactNode } from 'react'
import { type Procedure, type Spawn, type Step, targetsOf } from '../../../domain/procedure/procedure.ts'
import type { KindName } from '../../../domain/views/views.ts'
import { conditionText, guardText } from '../../../domain/wording/condition-text.ts'
import { takersText } from '../../../domain/wording/taker-text.ts'
import type { Text } from '../../../domain/wording/text.ts'
import { useOffice } from '../../client/office.tsx'
import { LawQuote } from '../../parts/due/law-quote.tsx'
import { Icon } from '../../theme/icon.tsx'
import { RuleSource } from './rule-source.tsx'
import { lengthText, type Speech } from './rule-words.ts'
import { effectFacts } from './step-effects.ts'

/** One step of a state, folded to its name: who takes it, what is filled in, by when, what must be there, where it leads. */
export function StepItem({
  procedure,
  step,
  state,
  speech,
  select,
  open,
}: {
  procedure: Procedure
  step: Step
  state: string
  speech: Speech
  select: (state: string) => void
  open: boolean
}) {
  const { say } = speech
  const targets = targetsOf(step).filter((target) => target !== state)
  return (
    <details className="step-item" open={open}>
      <summary>
        <Icon name="forward" size={14} />
        <b>{say(step.title)}</b>
        {targets.map((target) => (
          <span key={target} className="hint">
            → {say(procedure.states[target]?.title ?? step.title)}
          </span>
        ))}
      </summary>
      <StepFacts procedure={procedure} step={step} targets={targets} speech={speech} select={select} />
    </details>
  )
}

function StepFacts({
  procedure,
  step,
  targets,
  speech,
  select,
}: {
  procedure: Procedure
  step: Step
  targets: readonly string[]
  speech: Speech
  select: (state: string) => void
}) {
  const { rules, say, words } = speech
  const { kinds } = useOffice()
  const { panel } = rules
  const titles = (ids: readonly string[] | undefined, table: Readonly<Record<string, { readonly title: Text }>>) =>
    (ids ?? [])
      .flatMap((id) => table[id] ?? [])
      .map(({ title }) => say(title))
      .join(words.listComma)
  const doneBy = [...(step.meets ?? []), ...(step.holds ?? [])]
  const facts: (readonly [string, ReactNode])[] = [
    [panel.who, say(takersText(step.by, procedure))],
    [panel.what, <FormFields key="form" procedure={procedure} step={step} speech={speech} />],
    [panel.dueBy, <Limits key="limits" procedure={procedure} ids={doneBy} speech={speech} />],
    [panel.needs, step.guards?.map((guard) => say(guardText(guard, procedure))).join(words.semicolon)],
    [
      panel.goesTo,
      targets.length > 0
        ? targets.map((target) => (
            <Way key={target} procedure={procedure} step={step} target={target} speech={speech} select={select} />
          ))
        : panel.stays,
    ],
    [panel.opens, step.opens?.map((spawn) => spawnText(spawn, kinds, speech)).join(words.listComma)],
    [panel.starts, <Limits key="starts" procedure={procedure} ids={step.starts} speech={speech} />],
    [panel.holds, titles(step.holds, procedure.deadlines)],
    [panel.runsOn, titles(step.runsOn, procedure.deadlines)],
    [panel.pauses, titles(step.pauses, procedure.deadlines)],
    [panel.resumes, titles(step.resumes, procedure.deadlines)],
    [panel.asks, titles(step.asks ? [step.asks] : [], procedure.deadlines)],
    [panel.extends, titles(step.extends ? [step.extends] : [], procedure.deadlines)],
    ...effectFacts(procedure, step, speech),
    [panel.tells, step.tells && say(step.tells)],
  ]
  const empty = { [panel.dueBy]: doneBy.length === 0, [panel.starts]: !step.starts?.length }
  return (
    <div className="step-facts">
      <dl>
        {facts.map(([name, fact]) =>
          fact && !empty[name] ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {step.source && (
        <div className="step-basis">
          <p className="hint">
            {panel.basis}
            <RuleSource source={step.source} speech={speech} />
          </p>
          {step.source.quote && <LawQuote quote={step.source.quote} />}
        </div>
      )}
    </div>
  )
}

/** The questions of the step's form; required ones in bold. */
function FormFields({
  procedure,
  step,
  speech: { rules, say, words },
}: {
  procedure: Procedure
  step: Step
  speech: Speech
}) {
  const form = step.form ? procedure.forms[step.form] : undefined
  if (!form) return rules.panel.nothing
  return Object.entries(form.fields).map(([name, { title, required }], index) => (
    <span key={name}>
      {index > 0 && words.listComma}
      {required ? <b title={rules.panel.requiredMark}>{say(title)}</b> : say(title)}
    </span>
  ))
}

/** Deadlines by name with how long they run. */
function Limits({
  procedure,
  ids,
  speech,
}: {
  procedure: Procedure
  ids: readonly string[] | undefined
  speech: Speech
}) {
  const { session } = useOffice()
  return (ids ?? []).map((id) => {
    const rule = procedure.deadlines[id]
    if (!rule) return null
    return (
      <div key={id}>
        {speech.say(rule.title)}
        {speech.words.colon}
        {lengthText(procedure, rule, session.overrides[`${procedure.id}.${id}`], speech)}
      </div>
    )
  })
}

/** Where a step leads, and when, where that depends on the answers. */
function Way({ step, target, ...rest }: { step: Step; target: string } & Omit<StateLinkProps, 'state'>) {
  const way = typeof step.to === 'string' ? undefined : step.to?.find(({ to }) => to === target)
  return (
    <div>
      <StateLink {...rest} state={target} />
      {way && (
        <span className="hint">
          {' '}
          {way.if ? rest.speech.say(conditionText(way.if, rest.procedure)) : rest.speech.rules.panel.otherwise}
        </span>
      )}
    </div>
  )
}

type StateLinkProps = {
  procedure: Procedure
  state: string
  speech: Speech
  select: (state: string) => void
}

function StateLink({ procedure, state, speech, select }: StateLinkProps) {
  return (
    <button type="button" className="link-button" onClick={() => select(state)}>
      {speech.say(procedure.states[state]?.title ?? procedure.title)}
    </button>
  )
}

/** 隐患, 每行一件整改, 按类型：隐患、纠纷. */
function spawnText(
  { procedure, each, inEarnest }: Spawn,
  kinds: readonly KindName[],
  { rules, say, words }: Speech,
): string {
  const opened = typeof procedure === 'string' ? [procedure] : Object.values(procedure.procedures)
  const names = [...new Set(opened)].map((kind) => {
    const found = kinds.find(({ id }) => id === kind)
    return found ? say(found.short) : kind
  })
  const list = names.join(words.listComma)
  const opens = each ? rules.panel.opensEach(list) : list
  return inEarnest ? rules.panel.opensInEarnest(opens) : opens
}
