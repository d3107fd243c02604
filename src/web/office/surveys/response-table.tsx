import type { SurveyView } from '../../../domain/surveys/survey-view.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { WideTable } from '../../parts/shell/wide-table.tsx'
import { useSurveysWords } from '../../words/surveys/use-surveys-words.ts'
import { useWords } from '../../words/words.tsx'

/** Who was asked and who answered, unit by unit: non-response stands beside every result. */
export function ResponseTable({ view: { strata, content, state } }: { view: SurveyView }) {
  const words = useSurveysWords()
  const { say } = useWords()
  const { directory } = useOffice()
  const households = new Map(content.strata.map((each) => [each.unitId, each.households]))
  const isOpen = state === 'open'
  return (
    <section className="card" aria-label={words.came}>
      <WideTable label={words.came} className="survey-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.unit}</th>
              <th scope="col">{words.households}</th>
              <th scope="col">{words.sent}</th>
              <th scope="col">{words.came}</th>
              <th scope="col">{words.rate}</th>
              <th scope="col">{isOpen ? words.left : words.weight}</th>
            </tr>
          </thead>
          <tbody>
            {strata.map(({ unitId, asked, answered, left, weight }) => (
              <tr key={unitId}>
                <th scope="row">{unitName(directory, unitId, say)}</th>
                <td>{households.get(unitId)?.toLocaleString('en')}</td>
                <td>{asked}</td>
                <td>{answered}</td>
                <td>{asked > 0 ? `${Math.round((100 * answered) / asked)}%` : '–'}</td>
                <td>{isOpen ? left : (weight ?? '–')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  )
}
