import type { Calendar } from '../../../domain/time/calendar.ts'
import { addDays, type Day } from '../../../domain/time/time.ts'
import { dayInfo } from '../../../engine/time/calendar.ts'
import { weekdayOf } from '../../words/dates.ts'
import type { Speech } from './rule-words.ts'

/** Twelve months with their days off and weekend workdays. For eyes; the list beside it says the same in words. */
export function YearCalendar({
  calendar,
  year,
  today,
  speech,
}: {
  calendar: Calendar
  year: number
  today: Day
  speech: Speech
}) {
  const say = speech.rules.calendarText
  return (
    <div className="year" aria-hidden="true">
      {Array.from({ length: 12 }, (_, index) => index + 1).map((month) => (
        <div key={month} className="month">
          <p className="month-name">{say.month(month)}</p>
          <div className="month-days">
            {speech.words.derivation.week.map((name) => (
              <span key={name} className="month-weekday">
                {name}
              </span>
            ))}
            {daysOfMonth(year, month).map((day, index) => (
              <MonthDay
                key={day}
                day={day}
                calendar={calendar}
                today={today}
                say={say}
                column={index === 0 ? columnOf(day) : undefined}
              />
            ))}
          </div>
        </div>
      ))}
      <p className="year-legend">
        <span>
          <i className="month-day is-off" />
          {say.legendOff}
        </span>
        <span>
          <i className="month-day is-weekend" />
          {say.legendWeekend}
        </span>
        <span>
          <i className="month-day is-work" />
          {say.legendWork}
        </span>
      </p>
    </div>
  )
}

/** Monday is 1. */
const columnOf = (day: Day) => ((weekdayOf(day) + 6) % 7) + 1

function daysOfMonth(year: number, month: number): Day[] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  return Array.from({ length: 31 }, (_, index) => addDays(first, index)).filter(
    (day) => day.slice(0, 7) === first.slice(0, 7),
  )
}

function MonthDay({
  day,
  calendar,
  today,
  say,
  column,
}: {
  day: Day
  calendar: Calendar
  today: Day
  say: Speech['rules']['calendarText']
  column: number | undefined
}) {
  const { off, makeUp, name } = dayInfo(calendar, day)
  const kind = makeUp ? 'is-work' : off && name ? 'is-off' : off ? 'is-weekend' : ''
  return (
    <span
      className={`month-day ${kind}${day === today ? ' is-today' : ''}`}
      style={column === undefined ? undefined : { gridColumnStart: column }}
      title={name && (say.holidays[name] ?? name)}
    >
      {Number(day.slice(8))}
      {makeUp && <i>{say.work}</i>}
    </span>
  )
}
