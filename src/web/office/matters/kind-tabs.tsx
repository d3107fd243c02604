import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { KindCount } from '../../../domain/views/views.ts'
import { useOffice } from '../../client/office.tsx'
import { countsQuery } from '../../client/queries.ts'
import { useWords } from '../../words/words.tsx'
import { filterOf, type LedgerSearch } from './ledger-search.ts'
import '../../parts/shell/tabs.css'

// The router calls every tab active whose path fits; here the kind decides.
const NO_PROPS = {}

/** One tab a kind, with how many there are. Links, so that each has an address. Filters that fit every kind stay. */
export function KindTabs({ search }: { search: LedgerSearch }) {
  const { words, say } = useWords()
  const { rulebook } = useOffice()
  const { procedure: current, state: _, category: __, panel: ___, ...kept } = search
  const { data: counts } = useQuery(countsQuery(filterOf(kept)))
  const kinds = rulebook.procedures.filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index)
  const all = counts?.reduce((sum, { all: count }) => sum + count, 0)
  const more = counts?.some(({ isLimit }) => isLimit)
  return (
    <nav className="tabs kind-tabs" aria-label={words.matters.tabs}>
      <Link
        className={`tab${current ? '' : ' active'}`}
        activeProps={NO_PROPS}
        to="/matters"
        search={kept}
        aria-current={current ? undefined : 'page'}
      >
        {words.all}
        {all !== undefined && <small>{`${all.toLocaleString('en')}${more ? '+' : ''}`}</small>}
      </Link>
      {kinds.map(({ id, short }) => (
        <Link
          key={id}
          className={`tab${current === id ? ' active' : ''}`}
          activeProps={NO_PROPS}
          to="/matters"
          search={{ ...kept, procedure: id }}
          aria-current={current === id ? 'page' : undefined}
        >
          {say(short)}
          {counts && <small>{countText(counts.find(({ procedure }) => procedure === id))}</small>}
        </Link>
      ))}
    </nav>
  )
}

const countText = (count: KindCount | undefined) =>
  count ? `${count.all.toLocaleString('en')}${count.isLimit ? '+' : ''}` : '0'
