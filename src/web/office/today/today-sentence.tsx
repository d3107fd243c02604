import { Fragment, type ReactNode } from 'react'
import { dayOf } from '../../../domain/time/time.ts'
import type { TodayView } from '../../../domain/views/views.ts'
import { useOffice } from '../../client/office.tsx'
import { dayAndMonth, weekdayText } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { groupWork, makeUpDays, nextRest } from './group-work.ts'

/** The whole day in one sentence: how many, what is late, what falls before the holiday. */
export function TodaySentence({ view }: { view: TodayView }) {
  const { words, locale } = useWords()
  const { rulebook } = useOffice()
  const { calendar } = rulebook
  const today = dayOf(view.now)
  const counts = Object.fromEntries(
    groupWork(view.work, view.now, calendar).map(({ name, rows }) => [name, rows.length]),
  )
  const rest = nextRest(calendar, today)
  const makeUps = makeUpDays(calendar, today)
  const pieces = [
    counts['overdue'] ? (
      <b key="overdue" className="alarm">
        {words.today.overdue(counts['overdue'])}
      </b>
    ) : undefined,
    counts['today'] ? <b key="today">{words.today.dueToday(counts['today'])}</b> : undefined,
    counts['beforeRest'] ? words.today.beforeRest(counts['beforeRest']) : undefined,
  ].filter((piece) => piece !== undefined)
  const calendarPieces = [
    ...(rest ? [words.today.rest(dayAndMonth(rest.first, locale), rest.days)] : []),
    ...makeUps.map((day) => words.today.makeUp(dayAndMonth(day, locale), weekdayText(day, locale))),
  ]
  return (
    <p className="today-sentence">
      {view.workCount > 0 ? words.today.sentence(view.workCount) : words.today.nothing}
      {pieces.length > 0 && words.colon}
      <Joined pieces={pieces} by={words.comma} />
      {words.stop}
      {calendarPieces.length > 0 && ` ${calendarPieces.join(words.comma)}${words.stop}`}
    </p>
  )
}

function Joined({ pieces, by }: { pieces: readonly ReactNode[]; by: string }) {
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence
    <Fragment key={index}>
      {index > 0 && by}
      {piece}
    </Fragment>
  ))
}
