import type { CameFrom, Sent } from '../../../../domain/matter/crossing.ts'
import { dayOf } from '../../../../domain/time/time.ts'
import { longDay } from '../../../words/dates.ts'
import { useWords } from '../../../words/words.tsx'
import type { SectionProps } from '../sections.ts'

/** Where the matter went, since when, under which number there and whom to call; or where it came from. */
export function CrossingCard({ view: { matter } }: SectionProps) {
  const { words } = useWords()
  const { sent = [], cameFrom } = matter
  if (sent.length === 0 && !cameFrom) return null
  return (
    <section className="card" aria-labelledby="crossing">
      <header className="card-head">
        <h2 id="crossing">{sent.length > 0 ? words.crossing.title : words.crossing.cameTitle}</h2>
      </header>
      {cameFrom && <Came from={cameFrom} />}
      {[...sent].reverse().map((each) => (
        <Away key={each.version} sent={each} />
      ))}
    </section>
  )
}

function Away({ sent }: { sent: Sent }) {
  const { words, say, day } = useCrossingWords()
  const { standing, since, reference, phone, reason, outcome } = sent
  return (
    <Lines
      lines={[
        [words.crossing.way[sent.way], say(sent.office)],
        [words.crossing.stands, `${words.crossing.standing[standing]} · ${words.crossing.since(day(since))}`],
        [words.crossing.number, reference],
        [words.crossing.outcome, outcome && say(outcome)],
        [words.crossing.reason, reason],
        [words.crossing.phone, phone],
      ]}
    />
  )
}

function Came({ from }: { from: CameFrom }) {
  const { words, say, day } = useCrossingWords()
  return (
    <Lines
      lines={[
        [words.crossing.from[from.way], say(from.office)],
        [words.crossing.sentOn, day(from.at)],
        [words.crossing.number, from.reference],
        [words.crossing.basis, from.basis],
        [words.crossing.phone, from.phone],
      ]}
    />
  )
}

function Lines({ lines }: { lines: readonly (readonly [string, string | undefined])[] }) {
  return (
    <dl className="card-body facts">
      {lines.map(([title, value]) =>
        value ? (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

function useCrossingWords() {
  const { words, say, locale } = useWords()
  return { words, say, day: (instant: string) => longDay(dayOf(instant), locale) }
}
