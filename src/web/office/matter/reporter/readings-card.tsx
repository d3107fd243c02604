import { holderName } from '../../../client/names.ts'
import { useOffice } from '../../../client/office.tsx'
import { momentText } from '../../../words/dates.ts'
import { useWords } from '../../../words/words.tsx'
import type { SectionProps } from '../sections.ts'

/** Who read the matter, of a kind that records it, for those who may know. */
export function ReadingsCard({ view: { readings } }: Pick<SectionProps, 'view'>) {
  const { words, say, locale } = useWords()
  const { directory, today } = useOffice()
  if (!readings) return null
  return (
    <section className="card" aria-labelledby="readings">
      <header className="card-head">
        <h2 id="readings">
          {words.matter.readings} <span className="count">{readings.length}</span>
        </h2>
      </header>
      <p className="card-body hint">{words.matter.readingsHint}</p>
      <ul>
        {readings.map(({ at, postId, personName, what }) => (
          <li key={`${at}${postId}${what}`} className="side-item">
            <span className="work-what">
              <b>{personName ?? holderName(directory, postId, say)}</b>
              <small>
                {words.matter.readingWays[what]} · {momentText(at, today(), locale)}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
