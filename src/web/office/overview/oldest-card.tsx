import type { OverviewView } from '../../../domain/overview/overview-view.ts'
import { dayOf, daysBetween } from '../../../domain/time/time.ts'
import { useOverviewWords } from '../../words/overview/use-overview-words.ts'
import { RedItem } from './red-cards.tsx'

const SHOWN = 5

/** What is open since longest ago. */
export function OldestCard({ view }: { view: OverviewView }) {
  const words = useOverviewWords()
  return (
    <section className="card" aria-labelledby="overview-oldest">
      <header className="card-head">
        <h2 id="overview-oldest">{words.oldest.title}</h2>
      </header>
      {view.oldest.length === 0 && <p className="card-body hint">{words.oldest.none}</p>}
      <ul>
        {view.oldest.slice(0, SHOWN).map((row) => (
          <RedItem key={row.id} row={row}>
            <span>{words.oldest.since(daysBetween(dayOf(row.openedAt), dayOf(view.now)))}</span>
          </RedItem>
        ))}
      </ul>
    </section>
  )
}
