import type { OverviewSums, OverviewView } from '../../../domain/overview/overview-view.ts'
import { LevelShape } from '../../parts/matter/level-tag.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useOverviewWords } from '../../words/overview/use-overview-words.ts'
import { Figure, numberText } from './figure.tsx'
import { useRequests } from './use-requests.ts'

const SUMS = ['open', 'overdue', 'major', 'opened', 'closed'] as const satisfies (keyof OverviewSums)[]

/** Five numbers; each opens its matters. */
export function OverviewSumsRow({ view }: { view: OverviewView }) {
  const words = useOverviewWords()
  const request = useRequests(view)
  const share = (sum: keyof OverviewSums) =>
    (sum === 'overdue' || sum === 'major') && view.all.open > 0
      ? words.share(Math.round((100 * view.all[sum]) / view.all.open))
      : ''
  return (
    <ul className="overview-sums">
      {SUMS.map((sum) => (
        <li key={sum} className={view.all[sum] > 0 && sum === 'overdue' ? 'is-late' : ''}>
          <span className="stat-label">
            {sum === 'overdue' && <Icon name="alert" size={14} />}
            {sum === 'major' && <LevelShape level="major" size={11} named={false} />}
            {words.sums[sum]}
          </span>
          <Figure
            count={view.all[sum]}
            request={request(sum)}
            label={words.behind(words.sums[sum], numberText(view.all[sum]))}
            className="stat-value"
          />
          <span className="hint">{share(sum)}</span>
        </li>
      ))}
    </ul>
  )
}
