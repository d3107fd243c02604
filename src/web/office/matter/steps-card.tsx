import { useOffice } from '../../client/office.tsx'
import { LockedStep, StepButton } from '../../parts/step-button.tsx'
import { useWords } from '../../words/words.tsx'
import type { LayoutProps } from './sections.ts'
import { useSteps } from './use-steps.ts'

/** My steps as buttons, the first one filled; others' steps locked, with the reason and who can. */
export function StepsCard({ view, procedure, take }: LayoutProps) {
  const { words, say } = useWords()
  const { session } = useOffice()
  const { mine, aside, locked } = useSteps(view, procedure)
  return (
    <section className="card" aria-labelledby="steps">
      <header className="card-head">
        <h2 id="steps">{words.matter.now}</h2>
        <span className="hint">{words.matter.yourPost(say(session.post.title), session.person.name)}</span>
      </header>
      <div className="card-body steps">
        {view.matter.group === 'done' && <p className="muted">{words.matter.closed}</p>}
        {mine.length + aside.length > 0 ? (
          <div className="step-row">
            {[...mine, ...aside].map(({ id, step }, index) => (
              <StepButton key={id} title={say(step.title)} primary={index === 0 && mine.length > 0} take={() => take(id)} />
            ))}
          </div>
        ) : (
          view.matter.group !== 'done' && <p className="muted">{words.matter.nothingForYou}</p>
        )}
        {locked.length > 0 && (
          <div className="step-locks">
            {locked.map(({ id, title, reason }) => (
              <LockedStep key={id} id={id} title={title} reason={reason} />
            ))}
          </div>
        )}
      </div>
    </section>
  )
}
