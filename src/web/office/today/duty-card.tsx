import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { oversees } from '../../../domain/unit/role.ts'
import type { DutyView, OnDuty } from '../../../domain/views/duty-view.ts'
import { dutyQuery } from '../../client/duty.ts'
import { holderName, unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { Icon } from '../../theme/icon.tsx'
import { momentText } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'

const MOST_GAPS = 3

/** Who is on duty now in this line, and where nobody is planned in the days ahead. */
export function DutyCard() {
  const { words } = useWords()
  const { data } = useQuery(dutyQuery())
  const gaps = useGaps(data)
  if (!data || data.line.length === 0) return null
  return (
    <section className="card duty-card" aria-labelledby="duty-now">
      <h2 id="duty-now">{words.duty.now}</h2>
      <ul>
        {data.line.map(({ deskId, unitId, on }) => (
          <DeskNow key={deskId} unitId={unitId} on={on} />
        ))}
        {gaps.slice(0, MOST_GAPS).map(({ key, text }) => (
          <li key={key} className="alarm">
            <Icon name="alert" size={14} /> {text}
          </li>
        ))}
        {gaps.length > MOST_GAPS && <li className="alarm">{words.duty.more(gaps.length - MOST_GAPS)}</li>}
      </ul>
      <Link to="/duty">{words.duty.look}</Link>
    </section>
  )
}

function DeskNow({ unitId, on }: { unitId: string; on: OnDuty | undefined }) {
  const { words, say, locale } = useWords()
  const { directory, today } = useOffice()
  const name = (postId: string) => holderName(directory, postId, say)
  return (
    <li>
      <strong>{unitName(directory, unitId, say)}</strong>{' '}
      {on ? (
        <>
          {on.postIds.map(name).join(words.listComma)}
          {on.phone && <span className="duty-phone"> {on.phone}</span>}
          <small className="hint">
            {' '}
            {words.duty.until(momentText(on.until, today(), locale))}
            {on.leaderPostId && ` · ${words.duty.leader} ${name(on.leaderPostId)}`}
          </small>
        </>
      ) : (
        <span className="alarm">
          <Icon name="alert" size={14} /> {words.duty.nobody}
        </span>
      )}
    </li>
  )
}

/** Gaps of the own unit; of those below it too for whoever oversees them. */
function useGaps(view: DutyView | undefined) {
  const { words, say, locale } = useWords()
  const { directory, today, actor } = useOffice()
  const all = actor.roles.some(oversees)
  const at = (moment: string) => momentText(moment, today(), locale)
  return (view?.desks ?? [])
    .filter(({ unitId, shifts }) => (all || unitId === actor.unitId) && shifts.length > 0)
    .flatMap(({ deskId, unitId, gaps }) =>
      gaps.map(({ from, until }) => ({
        key: `${deskId} ${from}`,
        text: `${unitName(directory, unitId, say)} ${words.duty.gap(at(from), at(until))}`,
      })),
    )
}
