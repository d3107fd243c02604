import type { Due } from '../../../domain/procedure/deadline.ts'
import { dayOf } from '../../../domain/time/time.ts'
import type { RecountPreview } from '../../../domain/views/admin-views.ts'
import { unitName } from '../../client/names.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { shortDay } from '../../words/dates.ts'
import { useOwnOfficeWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'

/** Matters by number, kind and unit, with the days that change: who administers need not know what they are about. */
export function RecountList({ preview: { matters, first } }: { preview: RecountPreview }) {
  const { say: inWords, locale } = useWords()
  const say = useOwnOfficeWords()
  const { rulebook, directory, today } = useOffice()
  const dayText = ({ dueOn, dueAt, provisional }: Due) =>
    shortDay(dueOn ?? dayOf(dueAt), today(), locale) + (provisional ? say.recountProvisional : '')
  return (
    <ul className="recount-list">
      {first.map(({ reference, procedure, procedureVersion, unitId, clocks }) => {
        const rules = procedureOf(rulebook, procedure, procedureVersion)?.deadlines
        return (
          <li key={reference}>
            {reference} <span className="hint">{unitName(directory, unitId, inWords)}</span>
            {clocks.map(({ deadline, from, to }) => {
              const title = rules?.[deadline]?.title
              return (
                <div key={deadline}>
                  {say.recountLine(title ? inWords(title) : deadline, dayText(from), dayText(to))}
                </div>
              )
            })}
          </li>
        )
      })}
      {matters > first.length && <li className="hint">{say.recountMore(matters - first.length)}</li>}
    </ul>
  )
}
