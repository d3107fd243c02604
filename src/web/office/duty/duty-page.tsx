import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { addDays, type Day } from '../../../domain/time/time.ts'
import { rotaQuery } from '../../client/duty.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { DeskCalendar } from './desk-calendar.tsx'
import type { DutySearch } from './duty-search.ts'
import { PlanPanel } from './plan-panel.tsx'
import { RotaSheet } from './rota-sheet.tsx'
import './duty.css'

const lastOfMonth = (day: Day): Day => addDays(`${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1)

function timeOf({ from, show }: DutySearch, today: Day): { from: Day; to: Day } {
  if (!show) {
    const first = from ?? today
    return { from: first, to: addDays(first, 6) }
  }
  const first = `${(from ?? today).slice(0, 7)}-01`
  return { from: first, to: lastOfMonth(first) }
}

/** The rota of the own unit and those below it, by week or month, with its gaps; planned, published and printed here. */
export function DutyPage() {
  const { words } = useWords()
  const { today, rulebook, actor } = useOffice()
  const search = useSearch({ from: '/duty' })
  const time = timeOf(search, today())
  const { data, error, refetch } = useQuery(rotaQuery(time))
  useTitle(words.duty.title)
  const procedure = data?.kind ? procedureOf(rulebook, data.kind) : undefined
  const mayPlan = procedure?.opening.by.some((role) => actor.roles.includes(role))
  return (
    <div className="page duty">
      <header className="inbox-head no-print">
        <h1>{words.duty.title}</h1>
        <span className="muted">{words.duty.lead}</span>
      </header>
      <Turner search={search} time={time} />
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={8} height={56} />
      ) : data.desks.length === 0 ? (
        <Empty title={words.duty.title} text={words.duty.none} />
      ) : search.show === 'sheet' ? (
        data.desks.map((desk) => <RotaSheet key={desk.deskId} desk={desk} procedure={procedure} />)
      ) : (
        <>
          {procedure && mayPlan && <PlanPanel procedure={procedure} desks={data.desks} />}
          {data.desks.map((desk) => (
            <DeskCalendar key={desk.deskId} desk={desk} time={time} procedure={procedure} />
          ))}
        </>
      )}
    </div>
  )
}

function Turner({ search: { show }, time }: { search: DutySearch; time: { from: Day; to: Day } }) {
  const { words } = useWords()
  const shown = show ? { show } : {}
  return (
    <nav className="duty-turn no-print" aria-label={words.duty.title}>
      <Link
        to="/duty"
        search={{ ...shown, from: addDays(time.from, show ? -1 : -7) }}
        className="button is-outline is-small"
      >
        <Icon name="back" size={16} /> {words.duty.before}
      </Link>
      <strong>
        {time.from} — {time.to}
      </strong>
      <Link to="/duty" search={{ ...shown, from: addDays(time.to, 1) }} className="button is-outline is-small">
        {words.duty.after} <Icon name="forward" size={16} />
      </Link>
      <Link to="/duty" search={{ from: time.from }} className="button is-small">
        {words.duty.week}
      </Link>
      <Link to="/duty" search={{ from: time.from, show: 'month' }} className="button is-small">
        {words.duty.month}
      </Link>
      <Link to="/duty" search={{ from: time.from, show: 'sheet' }} className="button is-small">
        {words.duty.table}
      </Link>
    </nav>
  )
}
