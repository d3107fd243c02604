import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Matter } from '../../../../domain/matter/matter.ts'
import { parseSeriesName } from '../../../../domain/warnings/series-key.ts'
import type { WarningCard } from '../../../../domain/warnings/warning-view.ts'
import { SeriesChart } from '../../../parts/series/series-chart.tsx'
import { SeriesLegend } from '../../../parts/series/series-legend.tsx'
import { useIsPhone } from '../../../parts/shell/use-is-phone.ts'
import { useWarningsWords } from '../../../words/warnings/use-warnings-words.ts'
import { useWords } from '../../../words/words.tsx'
import { RingOfWarning } from '../../map/rings/ring-of-warning.tsx'
import { SimilarList } from '../../warnings/similar-list.tsx'
import { warningsQuery } from '../../warnings/warnings-api.ts'
import type { SectionProps } from '../sections.ts'

const SIZE = { phone: { width: 340, height: 110 }, wide: { width: 620, height: 130 } }

/** What a warning's series says today, where the matter is a warning; its stored words are in one language and of one night. */
export function useWarned({ id, fields }: Pick<Matter, 'id' | 'fields'>): WarningCard | undefined {
  const isWarning = parseSeriesName(String(fields['series'] ?? '')) !== undefined
  const { data } = useQuery({ ...warningsQuery, enabled: isWarning })
  return isWarning ? data?.cards.find(({ matterId }) => matterId === id) : undefined
}

/** The title; of a warning in the reader's language. */
export function MatterTitle({ matter }: { matter: Matter }) {
  const { say } = useWords()
  const warned = useWarned(matter)
  return <h1>{warned ? say(warned.name) : matter.title}</h1>
}

/** The picture behind a warning, what it says in words, and what became of those like it. */
export function WarnedCard({ view: { matter } }: SectionProps) {
  const { cards, backTest } = useWarningsWords()
  const { say } = useWords()
  const isPhone = useIsPhone()
  const card = useWarned(matter)
  if (!card) return null
  const { points, step, key, similar, name, ring } = card
  return (
    <section className="card" aria-labelledby="warned">
      <header className="card-head warned-head">
        <h2 id="warned">{points.length > 0 ? backTest.title(points.length, step) : cards.series}</h2>
        {points.length > 0 && <SeriesLegend />}
      </header>
      <div className="card-body warned-body">
        <p>{say(card.words)}</p>
        {points.length > 0 && (
          <SeriesChart points={points} size={isPhone ? SIZE.phone : SIZE.wide} label={say(name)} scale />
        )}
        <RingOfWarning card={card} />
        <dl className="facts">
          <div>
            <dt>{cards.similar}</dt>
            <dd>
              <SimilarList similar={similar} />
            </dd>
          </div>
        </dl>
        {!ring && (
          <Link to="/warnings/panels/$key" params={{ key }} className="link-button no-print">
            {cards.series}
          </Link>
        )}
      </div>
    </section>
  )
}
