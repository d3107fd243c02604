import { Link } from '@tanstack/react-router'
import { daysOverdue } from '../../../domain/bulletins/figures.ts'
import type { CountRequest } from '../../../domain/counts/count-request.ts'
import type { OverviewView, UnitLine } from '../../../domain/overview/overview-view.ts'
import { addDays, dayOf } from '../../../domain/time/time.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { longDay } from '../../words/dates.ts'
import { useOverviewWords } from '../../words/overview/use-overview-words.ts'
import { useWords } from '../../words/words.tsx'
import { Figure } from './figure.tsx'
import { Task, useMaySupervise } from './supervise-link.tsx'
import { useRequests } from './use-requests.ts'

/** Days that a task about a unit begins with; whoever sends it may set another. */
const TASK_DAYS = 15

/** Unit by unit, in the order of the administration: what is red there, and the way to have it done. */
export function UnitTable({ view }: { view: OverviewView }) {
  const words = useOverviewWords()
  const loud = view.units.filter(({ open, opened, closed }) => open + opened + closed > 0)
  const quiet = view.units.length - loud.length
  const { columns } = words
  return (
    <section className="card" aria-labelledby="overview-units">
      <header className="card-head">
        <h2 id="overview-units">{words.units.title}</h2>
        <span className="hint">{words.units.order}</span>
      </header>
      <table className="overview-table">
        <thead>
          <tr>
            <th scope="col">{words.units.unit}</th>
            <th scope="col">{columns.open}</th>
            <th scope="col">{columns.overdue}</th>
            <th scope="col">{words.units.longest}</th>
            <th scope="col">{columns.major}</th>
            <th scope="col">{columns.opened}</th>
            <th scope="col">{columns.closed}</th>
            <td className="no-print" />
          </tr>
        </thead>
        <tbody>
          {loud.map((line) => (
            <UnitRow key={line.unitId} line={line} view={view} />
          ))}
        </tbody>
      </table>
      {quiet > 0 && <p className="card-body hint">{words.units.quiet(quiet)}</p>}
    </section>
  )
}

function UnitRow({ line, view }: { line: UnitLine; view: OverviewView }) {
  const { say, locale } = useWords()
  const words = useOverviewWords()
  const { directory } = useOffice()
  const may = useMaySupervise()
  const request = useRequests(view)
  const unit = unitName(directory, line.unitId, say)
  const of: Partial<CountRequest> = line.own ? { key: { unit: line.unitId } } : { unit: line.unitId }
  const days = line.overdueSince ? daysOverdue(line, { at: view.now }) : 0
  const figure = (sum: 'open' | 'overdue' | 'major' | 'opened' | 'closed') => (
    <td data-label={words.columns[sum]}>
      <Figure count={line[sum]} request={request(sum, of)} {...(sum === 'overdue' ? { className: 'is-late' } : {})} />
    </td>
  )
  const today = dayOf(view.now)
  const task = {
    title: words.supervise.unitTitle(unit),
    unit: line.unitId,
    text: words.supervise.unitText(longDay(today, locale), unit, line.open, line.overdue, days, line.major),
    due: addDays(today, TASK_DAYS),
  }
  const hasBelow = !line.own && Object.values(directory.units).some(({ parentId }) => parentId === line.unitId)
  return (
    <tr>
      <th scope="row">
        {hasBelow ? (
          <Link to="/overview" search={{ unit: line.unitId }}>
            {unit}
          </Link>
        ) : line.own ? (
          words.units.own(unit)
        ) : (
          unit
        )}
      </th>
      {figure('open')}
      {figure('overdue')}
      <td data-label={words.units.longest} className={days > 0 ? '' : 'is-empty'}>
        {days > 0 ? words.units.days(days) : <span className="figure-none">–</span>}
      </td>
      {figure('major')}
      {figure('opened')}
      {figure('closed')}
      <td className="overview-do no-print">
        {may && !line.own && <Task search={task} label={`${words.supervise.button} ${unit}`} />}
      </td>
    </tr>
  )
}
