import type { WallView } from '../../../domain/overview/wall-view.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { dayInfo } from '../../../engine/time/calendar.ts'
import { useOffice } from '../../client/office.tsx'
import { Mark } from '../../theme/mark.tsx'
import { longDay, timeOf, weekdayText } from '../../words/dates.ts'
import { useWallWords } from '../../words/wall/use-wall-words.ts'
import { useWords } from '../../words/words.tsx'

/** Whose wall it is, what falls due in the days ahead, and what time it is. */
export function WallHead({ view, now }: { view: WallView; now: number }) {
  const { say, locale } = useWords()
  const words = useWallWords()
  const { session } = useOffice()
  const instant = new Date(now).toISOString()
  return (
    <header className="wall-head">
      <Mark size={48} />
      <div className="wall-name">
        <h1>{say(session.tenant.name)}</h1>
        <p>{words.under}</p>
      </div>
      <ol className="wall-strip" aria-label={words.ahead}>
        {view.due.map((due) => (
          <Day key={due.day} {...due} isToday={due.day === dayOf(view.now)} />
        ))}
      </ol>
      <p className="wall-clock">
        <b>{timeOf(instant)}</b>
        {longDay(dayOf(instant), locale)}
      </p>
    </header>
  )
}

function Day({ day, count, isToday }: WallView['due'][number] & { isToday: boolean }) {
  const { locale } = useWords()
  const words = useWallWords()
  const { rulebook } = useOffice()
  const { off, makeUp } = dayInfo(rulebook.calendar, day)
  const looks = ['wall-day', isToday && 'is-today', off && 'is-off', makeUp && 'is-make-up']
  const word = isToday ? words.today : makeUp ? words.makeUp : weekdayText(day, locale)
  return (
    <li className={looks.filter(Boolean).join(' ')}>
      <span>
        {Number(day.slice(8))} {word}
      </span>
      <b>{count > 0 ? count : ''}</b>
    </li>
  )
}
