import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { countText } from '../../client/count-text.ts'
import { useOffice } from '../../client/office.tsx'
import { countsQuery } from '../../client/queries.ts'
import { useWords } from '../../words/words.tsx'
import { arrangeKinds, searchOf } from '../matters/arrange-kinds.ts'
import type { LedgerSearch } from '../matters/ledger-search.ts'

// The router calls every link active whose path fits; here the kinds decide.
const NO_PROPS = {}

/** What the office does, below the ledger: one press away for a post that meets many kinds. */
export function AreaLinks() {
  const { say } = useWords()
  const { kinds, actor } = useOffice()
  const { data: counts } = useQuery(countsQuery())
  const { pathname, search } = useLocation()
  const { procedure, kinds: several } = search as LedgerSearch
  const current = pathname === '/matters' ? (procedure ? [procedure] : (several?.split(',') ?? [])) : []
  const { areas } = arrangeKinds(kinds, counts ?? [], actor.roles, current)
  if (areas.length === 0) return null
  return (
    <div className="nav-areas">
      {areas.map((area) => (
        <Link
          key={area.title.zh}
          to="/matters"
          search={searchOf(area)}
          className={`nav-item${area.isCurrent ? ' is-current' : ''}`}
          activeProps={NO_PROPS}
          aria-current={area.isCurrent ? 'page' : undefined}
        >
          <span>{say(area.title)}</span>
          {counts && (
            <small>
              {countText(
                counts,
                area.kinds.map(({ id }) => id),
              )}
            </small>
          )}
        </Link>
      ))}
    </div>
  )
}
