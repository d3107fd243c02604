import { dayOf } from '../../../domain/time/time.ts'
import type { Derivation } from '../../../engine/why/derivation.ts'
import { useOffice } from '../../client/office.tsx'
import { longDay, momentText } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'

/** The due day, how it moved, and what it would be without the pause. */
export function WhyResult({ derivation }: { derivation: Derivation }) {
  const { words, locale } = useWords()
  const { today, rulebook } = useOffice()
  const say = words.derivation
  const { roll, targetOn, withoutPauses, leftWhenResumed, provisional, dueOn, dueAt } = derivation
  const dueYear = Number((dueOn ?? dayOf(dueAt)).slice(0, 4))
  const unit = derivation.unit ?? 'calendarDay'
  const extras = [
    roll &&
      say.rolledNext(
        longDay(roll.from, locale),
        locale === 'zh' && roll.name ? roll.name : roll.name ? say.off : say.weekend,
      ),
    targetOn && leftWhenResumed === undefined && say.target(longDay(targetOn, locale)),
    withoutPauses && say.withoutPauses(longDay(withoutPauses, locale)),
    // The last days of December wait for the notice of the next year.
    provisional && say.provisional(rulebook.calendar.publishedYears.includes(dueYear) ? dueYear + 1 : dueYear),
  ].filter((extra) => typeof extra === 'string')
  return (
    <>
      <p>
        {leftWhenResumed === undefined ? (
          <DueLine derivation={derivation} today={today()} />
        ) : (
          <b>{say.resumed(words.period[unit](leftWhenResumed))}</b>
        )}
      </p>
      {extras.map((extra) => (
        <p key={extra} className="hint">
          {extra}
        </p>
      ))}
    </>
  )
}

function DueLine({ derivation, today }: { derivation: Derivation; today: string }) {
  const { words, locale } = useWords()
  const say = words.derivation
  const { dueOn, dueAt, unit, cells, roll } = derivation
  if (!dueOn || !unit) return <b>{say.resultExact(momentText(dueAt, today, locale))}</b>
  const day = longDay(dueOn, locale)
  const ordinal = cells.find(({ kind }) => kind === 'due')?.ordinal
  if (ordinal === undefined || roll) return <b>{say.resultSet(day)}</b>
  const name = unit === 'workingDay' ? words.period.workingDayUnit : words.period.calendarDayUnit
  return <b>{say.resultLine(say.nth(ordinal, name), day)}</b>
}
