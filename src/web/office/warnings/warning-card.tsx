import { Link } from '@tanstack/react-router'
import type { WarningCard as Card } from '../../../domain/warnings/warning-view.ts'
import { Icon } from '../../theme/icon.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { useMapWords } from '../../words/map/use-map-words.ts'
import { useWarningsWords } from '../../words/warnings/use-warnings-words.ts'
import { useWords } from '../../words/words.tsx'
import { RingOfWarning } from '../map/rings/ring-of-warning.tsx'
import { SimilarList } from './similar-list.tsx'

/** A warning that waits: what, since when, how unusual, what was alike, and what one may do. */
export function WarningCard({ card, first }: { card: Card; first: boolean }) {
  const { cards } = useWarningsWords()
  const { say, locale, words } = useWords()
  const { matterId, since, asOf, dueOn, overdue } = card
  const day = (given: string) => dayAndMonth(given, locale)
  return (
    <article className="card card-body warning-card" aria-labelledby={`warning-${matterId}`}>
      <h3 id={`warning-${matterId}`}>
        <Icon name="alert" size={16} />
        <Link to="/matters/$id" params={{ id: matterId }}>
          {say(card.name)}
        </Link>
      </h3>
      <p>{say(card.words)}</p>
      <dl className="warning-facts">
        <dt>{cards.since}</dt>
        <dd>{cards.sinceText(day(since), day(asOf))}</dd>
        <dt>{cards.similar}</dt>
        <dd>
          <SimilarList similar={card.similar} />
        </dd>
        <dt>{cards.judge}</dt>
        <dd>
          {say(card.unit)}
          {dueOn && (
            <span className={overdue ? 'alarm' : ''}>
              {words.comma}
              {cards.due} {day(dueOn)}
              {overdue && `${words.comma}${cards.overdue}`}
            </span>
          )}
        </dd>
      </dl>
      <RingOfWarning card={card} />
      <CardActs card={card} first={first} />
    </article>
  )
}

/** The steps of the procedure that judge; each opens its form on the page of the warning. */
function CardActs({ card: { matterId, key, acts, ring }, first }: { card: Card; first: boolean }) {
  const { cards } = useWarningsWords()
  const { say } = useWords()
  const { rings } = useMapWords()
  const { makeMatter, watch, dismiss } = cards
  const short: Readonly<Record<string, string>> = { makeMatter, watch, dismiss }
  return (
    <div className="warning-acts no-print">
      {acts.map(({ step, title }, at) => (
        <Link
          key={step}
          to="/matters/$id"
          params={{ id: matterId }}
          search={{ step }}
          className={`button ${first && at === 0 ? 'is-primary' : ''}`}
        >
          {short[step] ?? say(title)}
        </Link>
      ))}
      {acts.length === 0 && <p className="hint">{cards.notMine}</p>}
      {ring ? (
        <Link to="/map" className="link-button">
          {rings.onMap}
        </Link>
      ) : (
        <Link to="/warnings/panels/$key" params={{ key }} className="link-button">
          {cards.series}
        </Link>
      )}
    </div>
  )
}
