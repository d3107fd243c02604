import type { WarningBudgetView } from '../../../domain/warnings/warning-view.ts'
import { chanceText } from '../../../domain/warnings/warning-words.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { useWarningsWords } from '../../words/warnings/use-warnings-words.ts'
import { useWords } from '../../words/words.tsx'

const WIDTH = 560

/** How a warning comes about, in plain words. */
export function HowDrawer({ budget: { threshold, basis }, close }: { budget: WarningBudgetView; close: () => void }) {
  const { drawer } = useWarningsWords()
  const { words, say } = useWords()
  return (
    <Drawer title={drawer.title} under={drawer.under} close={close} width={WIDTH}>
      <dl className="warning-how">
        {drawer.parts.map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>{drawer.more}</dt>
          <dd>
            {threshold === undefined ? drawer.noThreshold : drawer.threshold(say(chanceText(threshold, 'week')))}
            {threshold !== undefined && basis && `${words.semicolon}${drawer.basis[basis]}`}
          </dd>
        </div>
      </dl>
    </Drawer>
  )
}
