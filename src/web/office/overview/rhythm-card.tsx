import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { mondayOf } from '../../../domain/counts/count-query.ts'
import { type CountRequest, writeCountRequest } from '../../../domain/counts/count-request.ts'
import { type OverviewView, YEAR_WEEKS } from '../../../domain/overview/overview-view.ts'
import { addDays, type Day, daysBetween } from '../../../domain/time/time.ts'
import { dayInfo } from '../../../engine/time/calendar.ts'
import { useOffice } from '../../client/office.tsx'
import { Chart } from '../../parts/chart/chart.tsx'
import { useIsPhone } from '../../parts/shell/use-is-phone.ts'
import { longDay, shortDay } from '../../words/dates.ts'
import { useOverviewWords } from '../../words/overview/use-overview-words.ts'
import { useWords } from '../../words/words.tsx'
import { Figure, numberText } from './figure.tsx'
import { type RhythmDay, rhythmOption } from './rhythm-option.ts'

/** Half a year is what a phone has room for. */
const PHONE_WEEKS = 26

/** A year as weeks of seven days, the busier the darker, with holidays and the days worked in exchange. */
export function RhythmCard({ view }: { view: OverviewView }) {
  const words = useOverviewWords()
  const { locale } = useWords()
  const { today } = useOffice()
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const days = useDays(view, isPhone ? PHONE_WEEKS : YEAR_WEEKS)
  const option = useMemo(
    () => rhythmOption({ days, words, locale, dayText: (day) => longDay(day, locale) }),
    [days, words, locale],
  )
  const request = (day: Day): CountRequest => ({ counted: ['opened'], from: day, to: day, unit: view.unitId })
  const open = (day: Day) => void navigate({ to: '/counted', search: writeCountRequest(request(day)) })
  const mondays = days.filter((_, at) => at % 7 === 0)
  const [first, last] = [days[0]?.day ?? view.from, days.at(-1)?.day ?? view.from]
  return (
    <section className="card overview-rhythm" aria-labelledby="overview-rhythm">
      <header className="card-head">
        <h2 id="overview-rhythm">{words.rhythm.title}</h2>
        <span className="hint">{useSaid(days)}</span>
      </header>
      <div className="card-body">
        <Chart
          name={words.rhythm.name(longDay(first, locale), longDay(last, locale))}
          option={option}
          height={168}
          print="picture"
          numbers={{
            columns: [words.rhythm.week, ...words.rhythm.weekdayNames],
            rows: mondays.map(({ day: monday }, week) => [
              shortDay(monday, today(), locale),
              ...days.slice(7 * week, 7 * week + 7).map(({ day, count }) => ({
                text: numberText(count),
                link: <Figure count={count} request={request(day)} />,
              })),
            ]),
          }}
          pick={({ index }) => {
            const day = days[index]
            if (day && day.count > 0) open(day.day)
          }}
        />
        <p className="hint">{words.rhythm.legend}</p>
      </div>
    </section>
  )
}

/** Every day from the Monday so many weeks back to today. */
function useDays({ days }: OverviewView, weeks: number): RhythmDay[] {
  const { today, rulebook } = useOffice()
  const { calendar } = rulebook
  const last = today()
  return useMemo(() => {
    const first = addDays(mondayOf(last), -7 * weeks)
    const counts = new Map(days.map(({ day, opened }) => [day, opened]))
    return Array.from({ length: daysBetween(first, last) + 1 }, (_, at) => {
      const day = addDays(first, at)
      const { off, makeUp, name } = dayInfo(calendar, day)
      // A weekend is off without anybody saying so; a holiday has a name.
      return { day, count: counts.get(day) ?? 0, makeUp, ...(off && name ? { holiday: name } : {}) }
    })
  }, [days, last, weeks, calendar])
}

/** Which weekday is busiest on average, and which is quietest. */
function useSaid(days: readonly RhythmDay[]): string {
  const words = useOverviewWords()
  const sums = words.rhythm.weekdayNames.map((name, weekday) => {
    const of = days.filter((_, at) => at % 7 === weekday)
    return { name, mean: of.reduce((sum, { count }) => sum + count, 0) / Math.max(1, of.length) }
  })
  const sorted = [...sums].sort((one, other) => other.mean - one.mean)
  return words.rhythm.said(sorted[0]?.name ?? '', sorted.at(-1)?.name ?? '')
}
