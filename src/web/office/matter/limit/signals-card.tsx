import { conditionText } from '../../../../domain/wording/condition-text.ts'
import { signalsOf } from '../../../../engine/conditions/conditions.ts'
import { useOffice } from '../../../client/office.tsx'
import { StepButton } from '../../../parts/matter/step-button.tsx'
import { Icon } from '../../../theme/icon.tsx'
import { useWords } from '../../../words/words.tsx'
import type { LayoutProps } from '../sections.ts'
import { useSteps } from '../use-steps.ts'

/** What is to be noticed of the matter now, why, and what the reader can do about it. Never a word of who is in it. */
export function SignalsCard({ view, procedure, take }: LayoutProps) {
  const { words, say } = useWords()
  const { now, rulebook } = useOffice()
  const { mine, aside } = useSteps(view, procedure)
  const signals = signalsOf(procedure, view.matter, now())
  if (signals.length === 0 || view.matter.group === 'done') return null
  const open = [...mine, ...aside]
  return (
    <section className="card" aria-labelledby="signals">
      <header className="card-head">
        <h2 id="signals">
          {words.signals.title} <span className="count">{signals.length}</span>
        </h2>
        <span className="hint">{words.signals.hint}</span>
      </header>
      <ul className="card-body signal-list">
        {signals.map((name) => {
          const signal = procedure.signals?.[name]
          if (!signal) return null
          const answers = open.filter(({ id }) => signal.answers.includes(id))
          return (
            <li key={name}>
              <Icon name="alert" size={16} />
              <div>
                <b>{say(signal.title)}</b>
                <p className="muted">{say(conditionText(signal.if, procedure, rulebook.procedures))}</p>
                {answers.length > 0 && (
                  <div className="step-row no-print">
                    {answers.map(({ id, step }) => (
                      <StepButton key={id} title={say(step.title)} small take={() => take(id)} />
                    ))}
                  </div>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
