import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { KindName } from '../../../domain/views/views.ts'
import { countText } from '../../client/count-text.ts'
import { useOffice } from '../../client/office.tsx'
import { countsQuery } from '../../client/queries.ts'
import { useWords } from '../../words/words.tsx'
import { arrangeKinds, searchOf } from './arrange-kinds.ts'
import { filterOf, type LedgerSearch } from './ledger-search.ts'
import '../../parts/shell/tabs.css'

// The router calls every tab active whose path fits; here the kind decides.
const NO_PROPS = {}

/**
 * The kinds that this post meets, one tab each with how many there are; more than fit stand under what the office does with
 * them. Links, so that each has an address. Filters that fit every kind stay.
 */
export function KindTabs({ search }: { search: LedgerSearch }) {
  const { words, say } = useWords()
  const { kinds: all, actor } = useOffice()
  const { procedure, kinds, state: _, category: __, panel: ___, view: ____, ...kept } = search
  const { data: counts } = useQuery(countsQuery(filterOf(kept)))
  // Without filters: else tabs would come and go while one filters.
  const { data: everything } = useQuery(countsQuery())
  const current = procedure ? [procedure] : (kinds?.split(',') ?? [])
  const { areas, shown } = arrangeKinds(all, everything ?? [], actor.roles, current)
  const kindTab = ({ id, short }: KindName) => (
    <TabLink
      key={id}
      to={{ ...kept, procedure: id }}
      isCurrent={procedure === id}
      count={counts && countText(counts, [id])}
    >
      {say(short)}
    </TabLink>
  )
  return (
    <div className="kind-rows">
      <nav className="tabs kind-tabs" aria-label={words.matters.tabs}>
        <TabLink to={kept} isCurrent={current.length === 0} count={counts && countText(counts, idsOf(all))}>
          {words.all}
        </TabLink>
        {areas.map((area) => (
          <TabLink
            key={area.title.zh}
            to={{ ...kept, ...searchOf(area) }}
            isCurrent={area.isCurrent}
            count={counts && countText(counts, idsOf(area.kinds))}
          >
            {say(area.title)}
          </TabLink>
        ))}
        {areas.length === 0 && shown.map(kindTab)}
      </nav>
      {areas.length > 0 && shown.length > 0 && (
        <nav className="kind-pills" aria-label={words.matters.kindsOfArea}>
          {shown.map(kindTab)}
        </nav>
      )}
    </div>
  )
}

type TabProps = {
  readonly to: LedgerSearch
  readonly isCurrent: boolean
  readonly count: string | undefined
  readonly children: string
}

function TabLink({ to, isCurrent, count, children }: TabProps) {
  return (
    <Link
      className={`tab${isCurrent ? ' active' : ''}`}
      activeProps={NO_PROPS}
      to="/matters"
      search={to}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {children}
      {count !== undefined && <small>{count}</small>}
    </Link>
  )
}

const idsOf = (kinds: readonly KindName[]) => kinds.map(({ id }) => id)
