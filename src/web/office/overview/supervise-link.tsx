import { Link } from '@tanstack/react-router'
import { roleOf } from '../../../domain/procedure/taker.ts'
import type { MatterRow } from '../../../domain/views/views.ts'
import { SUPERVISED } from '../../../procedures/supervised.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { useOverviewWords } from '../../words/overview/use-overview-words.ts'
import type { RegisterSearch } from '../register/register-search.ts'

/** Whether this post may have something done by a supervised task. */
export function useMaySupervise(): boolean {
  const { kinds, actor } = useOffice()
  return kinds.find(({ id }) => id === SUPERVISED)?.by.some((role) => actor.roles.includes(role)) ?? false
}

/** To a supervised task about a matter: by the step of its own that sends one, else by a task that names it. */
export function SuperviseMatter({ row }: { row: MatterRow }) {
  const words = useOverviewWords()
  const { rulebook, actor } = useOffice()
  const may = useMaySupervise()
  const procedure = procedureOf(rulebook, row.procedure, row.procedureVersion)
  const [step] =
    Object.entries(procedure?.steps ?? {}).find(
      ([, { by, opens }]) =>
        opens?.some((spawn) => spawn.procedure === SUPERVISED && !spawn.each && !spawn.when) &&
        by.map(roleOf).some((role) => actor.roles.includes(role)),
    ) ?? []
  const label = `${words.supervise.button} ${row.reference}`
  if (step)
    return (
      <Link
        to="/matters/$id"
        params={{ id: row.id }}
        search={{ step }}
        className="button is-small is-outline"
        aria-label={label}
      >
        {words.supervise.button}
      </Link>
    )
  if (!may) return null
  const search = { title: words.supervise.about(row.title), unit: row.unitId, text: `${row.reference} ${row.title}` }
  return <Task search={search} label={label} />
}

/** To a task with what is known of it. */
export function Task({ search, label }: { search: RegisterSearch; label: string }) {
  const words = useOverviewWords()
  return (
    <Link
      to="/matters/new/$procedure"
      params={{ procedure: SUPERVISED }}
      search={search}
      className="button is-small is-outline"
      aria-label={label}
    >
      {words.supervise.button}
    </Link>
  )
}
