import type { SurveyView } from '../../../domain/surveys/survey-view.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { useSurveysWords } from '../../words/surveys/use-surveys-words.ts'
import { useWords } from '../../words/words.tsx'

/** Who had codes made for which unit, when and how many. */
export function Prints({ view: { prints } }: { view: SurveyView }) {
  const words = useSurveysWords()
  const { say, locale } = useWords()
  const { directory } = useOffice()
  return (
    <section className="card no-print" aria-label={words.prints}>
      <header className="card-head">
        <h2>{words.prints}</h2>
      </header>
      <ul className="card-body survey-prints">
        {prints.map(({ at, personName, unitId, count }) => (
          <li key={`${at} ${unitId}`}>
            {words.printed(dayAndMonth(dayOf(at), locale), personName, unitName(directory, unitId, say), count)}
          </li>
        ))}
      </ul>
    </section>
  )
}
