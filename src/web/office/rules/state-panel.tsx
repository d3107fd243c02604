import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { scheduleText } from '../../../domain/wording/schedule-text.ts'
import { countQuery } from '../../client/queries.ts'
import { StateTag } from '../../parts/matter/state-tag.tsx'
import { RuleSource } from './rule-source.tsx'
import type { Speech } from './rule-words.ts'
import { rolesText } from './rule-words.ts'
import { raisingText } from './step-effects.ts'
import { StepItem } from './step-item.tsx'

/** Everything about one state: the steps that lead on with who, what, by when and where to, and what stands there now. */
export function StatePanel({
  procedure,
  state,
  speech,
  select,
}: {
  procedure: Procedure
  state: string
  speech: Speech
  select: (state: string) => void
}) {
  const { rules, say } = speech
  const definition = procedure.states[state]
  if (!definition) return null
  const steps = Object.entries(procedure.steps).filter(
    ([, step]) => !step.imported && (step.from === 'open' ? definition.group !== 'done' : step.from.includes(state)),
  )
  const [onward, beside] = [steps.filter(([, step]) => !step.aside), steps.filter(([, step]) => step.aside)]
  const outcome = definition.group === 'done' ? procedure.outcomes[definition.outcome] : undefined
  return (
    <aside className="card state-panel" aria-labelledby="state-title">
      <header className="state-head">
        <p className="hint">{rules.panel.selected}</p>
        <h2 id="state-title">{say(definition.title)}</h2>
        <StateTag group={definition.group} title={speech.words.group[definition.group]} />
      </header>
      <div className="state-body">
        {state === procedure.opening.state && (
          <p className="state-opening">
            <span className="hint">{rules.panel.openingBy}</span> {rolesText(procedure.opening.by, speech)}
          </p>
        )}
        {state === procedure.opening.state && procedure.opening.raises && (
          <p className="state-opening">
            <span className="hint">{rules.panel.raisesAtOnce}</span>{' '}
            {procedure.opening.raises
              .map((raising) => raisingText(raising, procedure, speech))
              .join(speech.words.listComma)}
          </p>
        )}
        {state === procedure.opening.state && <Schedules procedure={procedure} speech={speech} />}
        {outcome && (
          <p className="state-opening">
            <span className="hint">{rules.panel.outcome}</span> {say(outcome)}
          </p>
        )}
        {definition.group !== 'done' && definition.clockless && (
          <p className="state-opening">
            <span className="hint">{rules.panel.clockless}</span> {say(definition.clockless)}
          </p>
        )}
        {definition.public && (
          <p className="state-opening">
            <span className="hint">{rules.panel.public}</span> {say(definition.public)}
          </p>
        )}
        {onward.length > 0 && <h3>{rules.panel.steps}</h3>}
        {onward.map(([id, step], index) => (
          <StepItem
            key={`${state} ${id}`}
            procedure={procedure}
            step={step}
            state={state}
            speech={speech}
            select={select}
            open={index === 0}
          />
        ))}
        {definition.group === 'done' && onward.length === 0 && <p className="muted">{rules.panel.noSteps}</p>}
        {beside.length > 0 && <h3>{rules.panel.asides}</h3>}
        {beside.map(([id, step]) => (
          <StepItem
            key={`${state} ${id}`}
            procedure={procedure}
            step={step}
            state={state}
            speech={speech}
            select={select}
            open={false}
          />
        ))}
      </div>
      <Standing procedure={procedure.id} state={state} speech={speech} />
    </aside>
  )
}

/** What opens by itself on a calendar, where the office switched it on. */
function Schedules({ procedure: { schedules = {} }, speech }: { procedure: Procedure; speech: Speech }) {
  const { rules, say, words } = speech
  return Object.entries(schedules).map(([id, schedule]) => (
    <p key={id} className="state-opening">
      <span className="hint">{rules.panel.scheduled}</span> {say(schedule.named)}
      {words.colon}
      {say(scheduleText(schedule))} <RuleSource source={schedule.source} speech={speech} />
    </p>
  ))
}

/** How many matters in my units are in this state now; opens them. */
function Standing({ procedure, state, speech: { rules } }: { procedure: string; state: string; speech: Speech }) {
  const { data } = useQuery(countQuery({ procedure, state }))
  return (
    <footer className="state-foot">
      <span>{rules.panel.standing}</span>
      {data && (
        <Link to="/matters" search={{ procedure, state }}>
          {rules.panel.count((data.count ?? 0).toLocaleString('en') + (data.countIsLimit ? '+' : ''))}
        </Link>
      )}
    </footer>
  )
}
