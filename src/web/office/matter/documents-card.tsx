import { dayOf } from '../../../domain/time/time.ts'
import { ExerciseMark } from '../../parts/tags/exercise-mark.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import type { SectionProps } from './sections.ts'

/** Papers that steps issued, each with its number within the matter; those taken back say so. */
export function DocumentsCard({ view: { matter, timeline }, procedure }: SectionProps) {
  const { words, say, locale } = useWords()
  const { documents = [] } = matter
  if (documents.length === 0) return null
  const day = (at: string) => dayAndMonth(dayOf(at), locale)
  const issuedOn = (version: number) => timeline.find((item) => item.version === version)?.at
  return (
    <section className="card" aria-labelledby="documents">
      <header className="card-head">
        <h2 id="documents">
          {words.matter.documents} <span className="count">{documents.length}</span>
        </h2>
      </header>
      <ul>
        {documents.map(({ document, number, version, revokedAt }) => {
          const at = issuedOn(version)
          const title = procedure.documents[document]?.title
          return (
            <li key={`${document}${number}`} className="side-item">
              <span className="work-what">
                <ExerciseMark of={matter} />
                <b className={revokedAt ? 'is-revoked' : undefined}>{title ? say(title) : document}</b>
                <small>
                  {[
                    words.matter.documentNumber(matter.reference, number),
                    at && words.matter.issuedOn(day(at)),
                    revokedAt && words.matter.revokedOn(day(revokedAt)),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
            </li>
          )
        })}
      </ul>
      <p className="card-body hint">{words.matter.papersLater}</p>
    </section>
  )
}
