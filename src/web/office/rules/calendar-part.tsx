import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Calendar, CalendarDay } from '../../../domain/time/calendar.ts'
import { addDays } from '../../../domain/time/time.ts'
import { workingDaysBetween } from '../../../engine/time/calendar.ts'
import { useOffice } from '../../client/office.tsx'
import { Icon } from '../../theme/icon.tsx'
import { dayAndMonth, weekdayText } from '../../words/dates.ts'
import { DueCalculator } from './due-calculator.tsx'
import type { Speech } from './rule-words.ts'
import { YearCalendar } from './year-calendar.tsx'
import './calendar.css'

const FIRST_YEAR = 2007
/** How far ahead one may look; nothing is published so far, so only weekends are off. */
const YEARS_AHEAD = 5

/** The days off and make-up days of a year, and a calculator for due days. */
export function CalendarPart({ speech }: { speech: Speech }) {
  const { rules } = speech
  const { rulebook, today } = useOffice()
  const { calendar } = rulebook
  const search = useSearch({ from: '/rules' })
  const navigate = useNavigate({ from: '/rules' })
  const thisYear = Number(today().slice(0, 4))
  const year = Math.min(thisYear + YEARS_AHEAD, Math.max(FIRST_YEAR, search.year ?? thisYear))
  const show = (next: number) =>
    void navigate({ search: (before) => ({ ...before, year: next }), replace: true, resetScroll: false })
  const say = rules.calendarText
  return (
    <>
      <p className="muted">{say.lead(yearRange(calendar))}</p>
      <div className="calendar-columns">
        <section className="card" aria-labelledby="year-title">
          <header className="card-head year-head">
            <button
              type="button"
              className="icon-button"
              aria-label={say.previous}
              disabled={year <= FIRST_YEAR}
              onClick={() => show(year - 1)}
            >
              <Icon name="back" />
            </button>
            <h2 id="year-title" aria-live="polite">
              {year}
            </h2>
            <button
              type="button"
              className="icon-button"
              aria-label={say.next}
              disabled={year >= thisYear + YEARS_AHEAD}
              onClick={() => show(year + 1)}
            >
              <Icon name="forward" />
            </button>
            <YearFacts calendar={calendar} year={year} speech={speech} />
          </header>
          <YearCalendar calendar={calendar} year={year} today={today()} speech={speech} />
        </section>
        <div className="calendar-aside">
          <DueCalculator speech={speech} />
          <ListedDays calendar={calendar} year={year} speech={speech} />
        </div>
      </div>
    </>
  )
}

const yearRange = ({ publishedYears }: Calendar) => `${Math.min(...publishedYears)}–${Math.max(...publishedYears)}`

function listedIn({ days }: Calendar, year: number): CalendarDay[] {
  return Object.values(days)
    .filter(({ date }) => date.startsWith(`${year}-`))
    .sort((a, b) => a.date.localeCompare(b.date))
}

function YearFacts({ calendar, year, speech: { rules, words } }: { calendar: Calendar; year: number; speech: Speech }) {
  const say = rules.calendarText
  const listed = listedIn(calendar, year)
  const working = workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`)
  const off = listed.filter((day) => day.off).length
  const facts = [say.workingDays(working), say.offDays(off), say.workDays(listed.length - off)]
  if (calendar.publishedYears.includes(year)) return <span className="hint year-facts">{facts.join(words.comma)}</span>
  return (
    <span className="hint year-facts">
      <b className="provisional-tag">{say.provisional}</b> {say.provisionalText}
    </span>
  )
}

/** The listed days in words, neighbours taken together, with the notice each comes from. */
function ListedDays({ calendar, year, speech }: { calendar: Calendar; year: number; speech: Speech }) {
  const { session } = useOffice()
  const say = speech.rules.calendarText
  const own = new Set(session.calendarDays.map(({ date }) => date))
  const listed = listedIn(calendar, year)
  return (
    <section className="card" aria-labelledby="listed-title">
      <header className="card-head">
        <h2 id="listed-title">{say.list}</h2>
        <span className="count">{listed.length}</span>
      </header>
      {listed.length === 0 && <p className="card-body muted">{say.none}</p>}
      <ul className="listed-days">
        {runsOf(listed).map((run) => {
          const [first] = run
          if (!first) return null
          return (
            <li key={first.date}>
              <span>{runText(run, speech)}</span>
              <span>
                {first.off ? say.off : <i className="work-badge">{say.work}</i>}{' '}
                {say.holidays[first.name] ?? first.name}
                {own.has(first.date) && <small className="hint"> {say.own}</small>}
              </span>
            </li>
          )
        })}
      </ul>
      {[...new Set(listed.map(({ source }) => source))].map((source) => (
        <p key={source} className="hint listed-source" lang="zh-CN">
          {source}
        </p>
      ))}
    </section>
  )
}

/** Days that follow each other and are alike. */
function runsOf(days: readonly CalendarDay[]): CalendarDay[][] {
  const runs: CalendarDay[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && addDays(last.date, 1) === day.date && last.off === day.off && last.name === day.name)
      run.push(day)
    else runs.push([day])
  }
  return runs
}

/** 10月1日 周四至10月7日 周三. */
function runText(run: readonly CalendarDay[], { rules, locale }: Speech): string {
  const text = ({ date }: CalendarDay) =>
    locale === 'zh'
      ? `${dayAndMonth(date, locale)} ${weekdayText(date, locale)}`
      : `${weekdayText(date, locale)} ${dayAndMonth(date, locale)}`
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return ''
  return first === last ? text(first) : rules.calendarText.range(text(first), text(last))
}
