import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { DueReturn, ReturnRow, ReturnsView } from '../../../domain/returns/return-views.ts'
import { begunPeriods, dueDayOf } from '../../../engine/returns/return-periods.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { Icon } from '../../theme/icon.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { useReturnsWords } from '../../words/returns/use-returns-words.ts'
import { useWords } from '../../words/words.tsx'

/** The forms in use with what is owed now. */
export function FormsList({ view: { forms, mayKeep }, add }: { view: ReturnsView; add: ReactNode }) {
  const words = useReturnsWords()
  if (forms.length === 0)
    return (
      <div className="card">
        <Empty title={words.empty} text={mayKeep ? words.emptyText : words.emptySign} action={add} />
      </div>
    )
  return (
    <div className="card">
      <ul>
        {forms.map((form) => (
          <FormItem key={form.id} form={form} />
        ))}
      </ul>
    </div>
  )
}

function FormItem({ form }: { form: ReturnRow }) {
  const { say } = useWords()
  const words = useReturnsWords()
  const { directory, actor } = useOffice()
  const { id, name, superior, cycle, dueDay, mapped, unitId, due } = form
  return (
    <li className="returns-item">
      <div>
        <Link to="/returns" search={{ form: id }} className="returns-name">
          {name}
        </Link>
        <p className="hint">
          {superior}
          {unitId !== actor.unitId && ` · ${words.of(unitName(directory, unitId, say))}`}
        </p>
      </div>
      <p>
        {words.cycles[cycle]}
        {dueDay !== undefined && <small className="hint">{words.dueRule(dueDay)}</small>}
      </p>
      <p className="returns-cells">{mapped > 0 ? words.mapped(mapped) : words.unmapped}</p>
      {due ? <DueLine due={due} /> : <NextLine form={form} />}
    </li>
  )
}

/** The period that is owed: what was done for it, and by which day it goes up. */
function DueLine({ due }: { due: DueReturn }) {
  const { say, locale } = useWords()
  const words = useReturnsWords()
  const { period, dueOn, overdue, fill } = due
  const day = dueOn && dayAndMonth(dueOn, locale)
  return (
    <div className="returns-due">
      <p>
        {say(period.title)}{' '}
        {fill ? (
          <Link to="/returns" search={{ fill: fill.id }}>
            {words.states[fill.state]}
          </Link>
        ) : (
          words.unfilled
        )}
      </p>
      {day && fill?.state !== 'signed' && (
        <small className={overdue ? 'alarm' : 'hint'}>
          {overdue && <Icon name="alert" size={14} />} {overdue ? words.overdueSince(day) : words.dueOn(day)}
        </small>
      )}
    </div>
  )
}

/** Nothing is owed: the period that runs, and by which day it goes up. */
function NextLine({ form }: { form: ReturnRow }) {
  const { say, locale } = useWords()
  const words = useReturnsWords()
  const { today, rulebook } = useOffice()
  const [running] = begunPeriods(form.cycle, today(), 1)
  const day = running && dueDayOf(form, running, rulebook.calendar)
  if (!running || !day) return <p className="hint">{words.nothingDue}</p>
  return (
    <div className="returns-due">
      <p className="muted">{say(running.title)}</p>
      <small className="hint">{words.dueOn(dayAndMonth(day, locale))}</small>
    </div>
  )
}
