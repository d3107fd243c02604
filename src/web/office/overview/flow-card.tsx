import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type CountRequest, writeCountRequest } from '../../../domain/counts/count-request.ts'
import type { OverviewView } from '../../../domain/overview/overview-view.ts'
import { addDays, type Day } from '../../../domain/time/time.ts'
import { useOffice } from '../../client/office.tsx'
import { Chart } from '../../parts/chart/chart.tsx'
import { shortDay } from '../../words/dates.ts'
import { useOverviewWords } from '../../words/overview/use-overview-words.ts'
import { useWords } from '../../words/words.tsx'
import { Figure, numberText } from './figure.tsx'
import { flowOption } from './flow-option.ts'
import { type Week, weeksOf } from './weeks-of-days.ts'

/** What came in and what went out in the weeks of a year, each beside the same weeks of the year before. */
export function FlowCard({ view }: { view: OverviewView }) {
  const words = useOverviewWords()
  const { today } = useOffice()
  const weeks = useMemo(() => weeksOf(view.days, today()), [view.days, today])
  const most = Math.max(4, ...weeks.flatMap(({ opened, closed, before }) => [opened, closed, ...both(before)]))
  return (
    <section className="card overview-flow" aria-labelledby="overview-flow">
      <header className="card-head">
        <h2 id="overview-flow">{words.flow.title}</h2>
        {!weeks.some(({ before }) => before) && <span className="hint">{words.flow.noBefore}</span>}
      </header>
      <div className="card-body overview-pair">
        <Flow weeks={weeks} what="opened" most={most} unitId={view.unitId} />
        <Flow weeks={weeks} what="closed" most={most} unitId={view.unitId} />
      </div>
    </section>
  )
}

const both = (before: Week['before']) => (before ? [before.opened, before.closed] : [])

type What = 'opened' | 'closed'

function Flow({ weeks, what, most, unitId }: { weeks: readonly Week[]; what: What; most: number; unitId: string }) {
  const words = useOverviewWords()
  const { locale } = useWords()
  const { today } = useOffice()
  const navigate = useNavigate()
  const option = useMemo(
    () => flowOption({ weeks, what, most, words, day: (day) => shortDay(day, today(), locale) }),
    [weeks, what, most, words, locale, today],
  )
  const name = useSaid(weeks, what)
  const request = (monday: Day): CountRequest => ({
    counted: [what],
    from: monday,
    to: addDays(monday, 6),
    unit: unitId,
  })
  const cell = (monday: Day | undefined, count: number | undefined) =>
    monday === undefined || count === undefined
      ? '–'
      : { text: numberText(count), link: <Figure count={count} request={request(monday)} /> }
  return (
    <div className="flow">
      <p className="flow-said">{name}</p>
      <Chart
        name={name}
        option={option}
        height={200}
        print="picture"
        numbers={{
          columns: [words.flow.week, words.flow[what], words.flow.before],
          rows: weeks.map(({ monday, before, ...now }) => [
            monday,
            cell(monday, now[what]),
            cell(before?.monday, before?.[what]),
          ]),
        }}
        pick={({ series, index }) => {
          const week = weeks[index]
          const monday = series === words.flow.before ? week?.before?.monday : week?.monday
          if (monday) void navigate({ to: '/counted', search: writeCountRequest(request(monday)) })
        }}
      />
    </div>
  )
}

/** The picture in a sentence; a year that is only partly on record is compared with nothing. */
function useSaid(weeks: readonly Week[], what: What): string {
  const words = useOverviewWords()
  const now = weeks.reduce((sum, week) => sum + week[what], 0)
  const title = words.flow[what]
  if (!weeks.every(({ before }) => before)) return words.flow.alone(title, numberText(now))
  const before = weeks.reduce((sum, week) => sum + (week.before?.[what] ?? 0), 0)
  if (before === 0) return words.flow.alone(title, numberText(now))
  const percent = Math.round((100 * (now - before)) / before)
  const change = percent === 0 ? words.flow.same : percent > 0 ? words.flow.more(percent) : words.flow.less(-percent)
  return words.flow.said(title, numberText(now), numberText(before), change)
}
