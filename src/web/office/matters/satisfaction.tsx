import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LedgerFilter } from '../../../domain/views/ledger-filter.ts'
import type { ToldCount } from '../../../domain/views/small-counts.ts'
import { wilsonInterval } from '../../../statistics/wilson-interval.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { satisfactionQuery } from '../../client/queries.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'

type Asked = Pick<LedgerFilter, 'openedFrom' | 'openedTo'> & { readonly procedure: string }

/** What reporters said of the answers, unit by unit; not in an order that makes a league of them. */
export function SatisfactionButton(asked: Asked) {
  const { words } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="check" size={16} />
        {words.matters.satisfaction}
      </button>
      {open && (
        <Drawer
          title={words.matters.satisfaction}
          under={words.matters.satisfactionLead}
          close={() => setOpen(false)}
          width={760}
        >
          <Totals {...asked} />
        </Drawer>
      )}
    </>
  )
}

function Totals(asked: Asked) {
  const { words, say } = useWords()
  const { directory } = useOffice()
  const { data, error, refetch } = useQuery(satisfactionQuery(asked))
  if (error) return <ErrorCard error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={4} height={40} />
  if (data.units.length === 0) return <p className="hint">{words.matters.satisfactionNone}</p>
  const told = (count: ToldCount) =>
    typeof count === 'number' ? count.toLocaleString('en') : count === 'few' ? words.matters.few : '—'
  const { rated, satisfied, dissatisfied, unrated, satisfiedShare, ratedShare } = words.matters
  return (
    <table className="ledger sheet">
      <caption className="hidden">{words.matters.satisfaction}</caption>
      <thead>
        <tr>
          {[words.matters.unit, rated, satisfied, dissatisfied, satisfiedShare, unrated, ratedShare].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.units.map((unit) => (
          <tr key={unit.unitId}>
            <th scope="row">{unitName(directory, unit.unitId, say)}</th>
            <td>{told(unit.rated)}</td>
            <td>{told(unit.satisfied)}</td>
            <td>{told(unit.dissatisfied)}</td>
            <td>{shareText(unit.satisfied, unit.rated)}</td>
            <td>{told(unit.unrated)}</td>
            <td>{responseText(unit.rated, unit.unrated)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const percent = (share: number) => `${Math.round(100 * share)}%`

/** The share of those who rated, with what chance leaves open; nothing where a count may not be told. */
function shareText(satisfied: ToldCount, rated: ToldCount): string {
  if (typeof satisfied !== 'number' || typeof rated !== 'number') return '—'
  const [lower, upper] = wilsonInterval(satisfied, rated)
  return `${percent(satisfied / rated)}（${percent(lower)}–${percent(upper)}）`
}

/** How many of those who were asked said anything: what the others think is not known. */
const responseText = (rated: ToldCount, unrated: ToldCount): string =>
  typeof rated === 'number' && typeof unrated === 'number' ? percent(rated / (rated + unrated)) : '—'
