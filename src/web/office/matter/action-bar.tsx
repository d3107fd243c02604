import { useState } from 'react'
import { LockedStep, StepButton } from '../../parts/matter/step-button.tsx'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { arrangeAsides } from './arrange-asides.ts'
import type { LayoutProps } from './sections.ts'
import { useSteps } from './use-steps.ts'

/** At the thumb: one verb, primary when there is nothing to choose, one more, the rest behind 更多; the first locked step keeps its reason. */
export function ActionBar({ view, procedure, take }: LayoutProps) {
  const { words, say } = useWords()
  const [more, setMore] = useState(false)
  const { mine, aside, locked } = useSteps(view, procedure)
  const { shown, rest } = arrangeAsides(aside)
  const all = [...mine, ...shown, ...rest]
  const [first, second] = all
  const lock = locked[0]
  if (!first && !lock) return null
  return (
    <div className="action-bar no-print">
      <div className="action-row">
        {first && (
          <button
            type="button"
            className={`button is-large ${mine.length === 1 ? 'is-primary' : ''}`}
            onClick={() => take(first.id)}
          >
            {say(first.step.title)}
          </button>
        )}
        {second && (
          <button type="button" className="button is-large" onClick={() => take(second.id)}>
            {say(second.step.title)}
          </button>
        )}
        {all.length + locked.length > 2 && (
          <button type="button" className="button is-large" onClick={() => setMore(true)}>
            {words.more}
          </button>
        )}
      </div>
      {lock && (
        <p className="hint action-lock">
          <Icon name="lock" size={14} />
          {lock.title}
          {words.colon}
          {lock.reason}
        </p>
      )}
      {more && (
        <Drawer title={words.matter.moreSteps} close={() => setMore(false)} width={420}>
          <div className="step-row is-stacked">
            {all.map(({ id, step }) => (
              <StepButton
                key={id}
                title={say(step.title)}
                take={() => {
                  setMore(false)
                  take(id)
                }}
              />
            ))}
          </div>
          <div className="step-locks">
            {locked.map(({ id, title, reason }) => (
              <LockedStep key={id} id={id} title={title} reason={reason} />
            ))}
          </div>
        </Drawer>
      )}
    </div>
  )
}
