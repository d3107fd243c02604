import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { DueReturn } from '../../../domain/returns/return-views.ts'
import { mayKeepReturns, maySignReturns } from '../../../domain/returns/who-returns.ts'
import { useOffice } from '../../client/office.tsx'
import { dueReturnsQuery } from '../../client/returns/returns-api.ts'
import { Icon } from '../../theme/icon.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'

/** Forms that this post has to fill before a day, and those that wait for its signature. */
export function ReturnNotice() {
  const { actor } = useOffice()
  return mayKeepReturns(actor) || maySignReturns(actor) ? <Due /> : null
}

function Due() {
  const { data } = useQuery(dueReturnsQuery)
  if (!data || data.length === 0) return null
  return (
    <ul className="watch-notice return-notice" role="status">
      {data.map((due) => (
        <DueItem key={due.formId} due={due} />
      ))}
    </ul>
  )
}

function DueItem({ due: { formId, name, superior, period, dueOn, overdue, fill } }: { due: DueReturn }) {
  const { words, say, locale } = useWords()
  const { actor } = useOffice()
  const { returns } = words
  const day = dueOn && dayAndMonth(dueOn, locale)
  const signs = fill?.state === 'checked' && maySignReturns(actor)
  const next = signs ? returns.sign : fill?.state === 'checked' ? returns.look : fill ? returns.check : returns.write
  return (
    <li className={overdue ? 'is-overdue' : ''}>
      <Icon name={overdue ? 'alert' : 'file'} size={16} />
      <span>
        {returns.due(superior, name, say(period.title))}
        {day && <b className={overdue ? 'alarm' : ''}> {overdue ? returns.overdue(day) : returns.before(day)}</b>}
        {fill?.state === 'checked' && !signs && <small className="hint"> {returns.waitsSign}</small>}
      </span>
      <Link to="/returns" search={fill ? { fill: fill.id } : { form: formId }} className="button">
        {next}
      </Link>
    </li>
  )
}
