import { addDays, type Day } from '../../../domain/time/time.ts'
import { dayInfo } from '../../../engine/time/calendar.ts'
import { useOffice } from '../../client/office.tsx'
import { daysFrom, longDay, shortDay, weekdayText } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { STRIP_DAYS } from './group-work.ts'
import './day-strip.css'

/** The days ahead as cells: how much falls due on which, and why there is a gap. A press shows only that day. */
export function DayStrip({
  counts,
  chosen,
  choose,
}: {
  counts: Readonly<Record<Day, number>>
  chosen: Day | undefined
  choose: (day: Day | undefined) => void
}) {
  const { words } = useWords()
  const { today } = useOffice()
  return (
    <ol className="day-strip" aria-label={words.today.strip}>
      {daysFrom(today(), STRIP_DAYS).map((day) => (
        <DayCell key={day} day={day} count={counts[day] ?? 0} chosen={chosen === day} choose={choose} />
      ))}
    </ol>
  )
}

function DayCell({
  day,
  count,
  chosen,
  choose,
}: {
  day: Day
  count: number
  chosen: boolean
  choose: (day: Day | undefined) => void
}) {
  const { words, locale } = useWords()
  const { today, rulebook } = useOffice()
  const { off, makeUp } = dayInfo(rulebook.calendar, day)
  const isToday = day === today()
  const className = `day-cell${isToday ? ' is-today' : ''}${off ? ' is-off' : ''}${makeUp ? ' is-make-up' : ''}${chosen ? ' is-chosen' : ''}`
  const body = (
    <>
      <span className="day-date" aria-hidden="true">
        {dateLabel(day, today(), locale)}{' '}
        <span className="day-word">
          <DayWord day={day} />
        </span>
      </span>
      <span className="hidden">{`${longDay(day, locale)} ${off ? words.today.off : ''}`}</span>
      {count > 0 && (
        <span className="day-count">
          <b>{count}</b> {words.today.due}
        </span>
      )}
      {count === 0 && makeUp && (
        <span className="day-work">
          <i>{words.today.work}</i>
          <span className="day-wide">{locale === 'zh' ? words.today.countsAsWorkday : ''}</span>
        </span>
      )}
      {count === 0 && !off && !makeUp && <span className="day-none">{words.today.noneDue}</span>}
    </>
  )
  if (count === 0) return <li className={className}>{body}</li>
  return (
    <li>
      <button
        type="button"
        className={className}
        aria-pressed={chosen}
        onClick={() => choose(chosen ? undefined : day)}
      >
        {body}
      </button>
    </li>
  )
}

/** What kind of day: today, the holiday's name on its first day, off, or the weekday. */
function DayWord({ day }: { day: Day }) {
  const { words, locale } = useWords()
  const { today, rulebook } = useOffice()
  const { off, name } = dayInfo(rulebook.calendar, day)
  if (day === today()) return words.today.today
  if (!off) return weekdayText(day, locale)
  const begins = dayInfo(rulebook.calendar, addDays(day, -1)).name !== name
  return locale === 'zh' && name && begins ? name.replace(/节$/, '') : name ? words.today.off : weekdayText(day, locale)
}

/** English cells carry the month only where it turns. */
const dateLabel = (day: Day, today: Day, locale: 'zh' | 'en') =>
  locale === 'zh' || day.endsWith('-01') ? shortDay(day, today, locale) : String(Number(day.slice(8)))
