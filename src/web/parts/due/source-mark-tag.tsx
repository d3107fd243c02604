import type { Source } from '../../../domain/procedure/source.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { useOffice } from '../../client/office.tsx'
import { longDay } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import './source-mark-tag.css'

/** Says when a rule was not read in the text of a law: it waits for the county's own word, or who gave it and when. */
export function SourceMarkTag({ source: { mark, article } }: { source: Source }) {
  const { words, locale } = useWords()
  const confirmed = useOffice().session.office.confirmed[article.zh]
  const { derivation } = words
  if (mark === 'found') return null
  if (mark === 'product') return <span className="hint">{derivation.product}</span>
  if (!confirmed) return <span className="unconfirmed">{derivation.unconfirmed}</span>
  return (
    <span className="hint" title={confirmed.reason}>
      {derivation.confirmed(confirmed.personName, longDay(dayOf(confirmed.at), locale))}
    </span>
  )
}
