import { useState } from 'react'
import { dayOf } from '../../../domain/time/time.ts'
import { standing } from '../../../engine/time/standing.ts'
import type { DayCell } from '../../../engine/why/day-cells.ts'
import { derive } from '../../../engine/why/derivation.ts'
import { useOffice } from '../../client/office.tsx'
import { Pie } from '../../parts/due/due-chip.tsx'
import { dueText } from '../../parts/due/due-text.ts'
import { WhyPanel } from '../../parts/why/why-panel.tsx'
import { Icon } from '../../theme/icon.tsx'
import { dayAndMonth, longDay } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { headClock, type SectionProps } from './sections.ts'

/** More cells than this cannot be told apart on a phone. */
const MOST_CELLS = 45

/** The due day with its strip in one line; a press opens the whole derivation. */
export function DueCard({ view, procedure }: SectionProps) {
  const { words, locale } = useWords()
  const { now, rulebook } = useOffice()
  const [open, setOpen] = useState(false)
  const clock = headClock(view)
  if (!clock) return null
  const due = standing(clock, now(), rulebook.calendar)
  const { main, rest } = dueText(due, { words, locale, now: now() }, clock.endedAt, clock.period)
  const { cells, unit } = derive(clock, rulebook.calendar, now())
  const inside = cells.filter(({ kind }) => kind !== 'outside' && kind !== 'start')
  return (
    <>
      <button type="button" className={`due-card is-${due.kind}`} onClick={() => setOpen(true)}>
        <span className="due-card-line">
          <Pie share={due.shareUsed} size={24} />
          <span className="due-card-text">
            <b>{due.dueOn && due.kind !== 'paused' ? longDay(due.dueOn, locale) : main}</b>
            <span className={due.kind === 'overdue' ? 'alarm' : ''}>{rest}</span>
          </span>
          <span className="due-card-why">
            {words.due.whyShort}
            <Icon name="forward" size={16} />
          </span>
        </span>
        {inside.length > 0 && inside.length <= MOST_CELLS && (
          <Strip cells={inside} today={dayOf(now())} inWorkingDays={unit === 'workingDay'} />
        )}
      </button>
      {open && (
        <WhyPanel clock={clock} procedure={procedure.id} version={procedure.version} close={() => setOpen(false)} />
      )}
    </>
  )
}

type StripProps = { readonly cells: readonly DayCell[]; readonly today: string; readonly inWorkingDays: boolean }

function Strip({ cells, today, inWorkingDays }: StripProps) {
  const { words, locale } = useWords()
  const dayUnit = inWorkingDays ? words.period.workingDayUnit : words.period.calendarDayUnit
  const at = cells.find(({ date }) => date === today)
  return (
    <span aria-hidden="true">
      <span className="mini-strip">
        {cells.map(({ date, kind, off, makeUp, today: isToday }) => (
          <i
            key={date}
            className={`is-${kind}${off ? ' is-off' : ''}${makeUp ? ' is-make-up' : ''}${isToday ? ' is-today' : ''}${date < today ? ' is-past' : ''}`}
          />
        ))}
      </span>
      <span className="mini-strip-ends">
        <span>{dayAndMonth(cells[0]?.date ?? today, locale)}</span>
        {at && (
          <span>
            {words.today.today}
            {at.ordinal !== undefined && `${words.comma}${words.derivation.nth(at.ordinal, dayUnit)}`}
          </span>
        )}
        <span>{dayAndMonth(cells.at(-1)?.date ?? today, locale)}</span>
      </span>
    </span>
  )
}
