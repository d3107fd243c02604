import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { dayOf } from '../../../domain/time/time.ts'
import type { DeskView } from '../../../domain/views/duty-view.ts'
import { holderName, unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { Icon } from '../../theme/icon.tsx'
import { dayAndMonth, timeOf, weekdayText } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'

/** 值班表: a month of one desk as it hangs on the wall. */
export function RotaSheet({ desk, procedure }: { desk: DeskView; procedure: Procedure | undefined }) {
  const { words, say, locale } = useWords()
  const { directory } = useOffice()
  const name = (postId: string) => holderName(directory, postId, say)
  const title = directory.posts[desk.deskId]?.title
  return (
    <section className="card duty-sheet">
      <header className="card-head">
        <h2>{title ? say(title) : unitName(directory, desk.unitId, say)}</h2>
        <button type="button" className="button is-small no-print" onClick={() => window.print()}>
          <Icon name="print" size={16} /> {words.duty.print}
        </button>
      </header>
      <div className="duty-sheet-scroll">
        <table>
          <thead>
            <tr>
              {words.duty.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {desk.shifts.map((shift) => (
              <tr key={shift.id}>
                <td>
                  {dayAndMonth(dayOf(shift.from), locale)} {weekdayText(dayOf(shift.from), locale)}
                </td>
                <td>
                  {timeOf(shift.from)}–{timeOf(shift.until)}
                </td>
                <td>{shift.leaderPostId && name(shift.leaderPostId)}</td>
                <td>{shift.officers.map(name).join(words.listComma)}</td>
                <td>{shift.phone}</td>
                <td>{shift.place}</td>
                <td>{say(procedure?.states[shift.state]?.title ?? { zh: shift.state, en: shift.state })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
