import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { KindCount, KindName } from '../../../domain/views/views.ts'
import { useOffice } from '../../client/office.tsx'
import { countsQuery } from '../../client/queries.ts'
import { Floating } from '../../parts/shell/floating.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { arrangeKinds } from './arrange-kinds.ts'
import { filterOf, type LedgerSearch } from './ledger-search.ts'
import '../../parts/shell/tabs.css'

// The router calls every tab active whose path fits; here the kind decides.
const NO_PROPS = {}

/**
 * The kinds that this post meets most, one tab each with how many there are; the others behind one button. Links, so that
 * each has an address. Filters that fit every kind stay.
 */
export function KindTabs({ search }: { search: LedgerSearch }) {
  const { words, say } = useWords()
  const { kinds, actor } = useOffice()
  const { procedure: current, state: _, category: __, panel: ___, view: ____, ...kept } = search
  const { data: counts } = useQuery(countsQuery(filterOf(kept)))
  // Without filters: else tabs would come and go while one filters.
  const { data: everything } = useQuery(countsQuery())
  const { shown, met, unmet } = arrangeKinds(kinds, everything ?? [], actor.roles, current)
  const all = counts?.reduce((sum, { all: count }) => sum + count, 0)
  const isLimit = counts?.some((count) => count.isLimit)
  const tab = ({ id, short }: KindName) => (
    <Link
      key={id}
      className={`tab${current === id ? ' active' : ''}`}
      activeProps={NO_PROPS}
      to="/matters"
      search={{ ...kept, procedure: id }}
      aria-current={current === id ? 'page' : undefined}
    >
      {say(short)}
      {counts && <small>{countText(countOf(counts, id))}</small>}
    </Link>
  )
  return (
    <div className="kind-row">
      <nav className="tabs kind-tabs" aria-label={words.matters.tabs}>
        <Link
          className={`tab${current ? '' : ' active'}`}
          activeProps={NO_PROPS}
          to="/matters"
          search={kept}
          aria-current={current ? undefined : 'page'}
        >
          {words.all}
          {all !== undefined && <small>{`${all.toLocaleString('en')}${isLimit ? '+' : ''}`}</small>}
        </Link>
        {shown.map(tab)}
      </nav>
      {met.length + unmet.length > 0 && <MoreKinds met={met} unmet={unmet} counts={counts} kept={kept} />}
    </div>
  )
}

type MoreProps = {
  readonly met: readonly KindName[]
  readonly unmet: readonly KindName[]
  readonly counts: readonly KindCount[] | undefined
  readonly kept: LedgerSearch
}

/** The kinds that have no tab: those with matters, then those without. */
function MoreKinds({ met, unmet, counts, kept }: MoreProps) {
  const { words, say } = useWords()
  const [open, setOpen] = useState(false)
  const item = ({ id, title }: KindName) => (
    <Link
      key={id}
      className="menu-item"
      activeProps={NO_PROPS}
      to="/matters"
      search={{ ...kept, procedure: id }}
      onClick={() => setOpen(false)}
    >
      {say(title)}
      {counts && <span className="hint">{countText(countOf(counts, id))}</span>}
    </Link>
  )
  return (
    <div className="floating-place kind-more">
      <button type="button" className="tab" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.matters.moreKinds(met.length + unmet.length)}
        <Icon name="down" size={14} />
      </button>
      {open && (
        <Floating label={words.matters.otherKinds} align="right" close={() => setOpen(false)} className="filter-list">
          <nav className="menu" aria-label={words.matters.otherKinds}>
            {met.map(item)}
            {met.length > 0 && unmet.length > 0 && <hr className="menu-line" />}
            {unmet.length > 0 && <p className="menu-head">{words.matters.kindsWithout}</p>}
            {unmet.map(item)}
          </nav>
        </Floating>
      )}
    </div>
  )
}

const countOf = (counts: readonly KindCount[], id: string) => counts.find(({ procedure }) => procedure === id)

const countText = (count: KindCount | undefined) =>
  count ? `${count.all.toLocaleString('en')}${count.isLimit ? '+' : ''}` : '0'
