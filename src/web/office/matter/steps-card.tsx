import { useState } from 'react'
import { useOffice } from '../../client/office.tsx'
import { LockedStep, StepButton } from '../../parts/matter/step-button.tsx'
import { useWords } from '../../words/words.tsx'
import { arrangeAsides } from './arrange-asides.ts'
import type { LayoutProps } from './sections.ts'
import { useSteps } from './use-steps.ts'

/** More locks than this push the story off the screen; the rest opens on demand. */
const MOST_LOCKS = 4

/** My steps as buttons, filled when there is nothing to choose; others' steps locked, with the reason and who can. */
export function StepsCard({ view, procedure, take }: LayoutProps) {
  const { words, say } = useWords()
  const { session } = useOffice()
  const { mine, aside, locked } = useSteps(view, procedure)
  const beside = arrangeAsides(aside)
  const [more, setMore] = useState(false)
  const [all, setAll] = useState(false)
  const shown = all || locked.length <= MOST_LOCKS + 1 ? locked : locked.slice(0, MOST_LOCKS)
  return (
    <section className="card no-print" aria-labelledby="steps">
      <header className="card-head">
        <h2 id="steps">{words.matter.now}</h2>
        <span className="hint">{words.matter.yourPost(say(session.post.title), session.person.name)}</span>
      </header>
      <div className="card-body steps">
        {view.matter.group === 'done' && <p className="muted">{words.matter.closed}</p>}
        {mine.length + aside.length > 0 ? (
          <>
            {mine.length > 0 && (
              <div className="step-row">
                {mine.map(({ id, step }) => (
                  <StepButton key={id} title={say(step.title)} primary={mine.length === 1} take={() => take(id)} />
                ))}
              </div>
            )}
            {aside.length > 0 && (
              <div className="step-row">
                {[...beside.shown, ...(more ? beside.rest : [])].map(({ id, step }) => (
                  <StepButton key={id} title={say(step.title)} small take={() => take(id)} />
                ))}
                {beside.rest.length > 0 && (
                  <button type="button" className="link-button" aria-expanded={more} onClick={() => setMore(!more)}>
                    {more ? words.matter.fewerSteps : words.matter.otherSteps(beside.rest.length)}
                  </button>
                )}
              </div>
            )}
          </>
        ) : (
          view.matter.group !== 'done' && <p className="muted">{words.matter.nothingForYou}</p>
        )}
        {locked.length > 0 && (
          <div className="step-locks">
            {shown.map(({ id, title, reason }) => (
              <LockedStep key={id} id={id} title={title} reason={reason} />
            ))}
            {shown.length < locked.length && (
              <button type="button" className="link-button" onClick={() => setAll(true)}>
                {words.matter.laterSteps(locked.length - shown.length)}
              </button>
            )}
          </div>
        )}
      </div>
    </section>
  )
}
