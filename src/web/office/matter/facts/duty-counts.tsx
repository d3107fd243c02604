import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FieldValue } from '../../../../domain/procedure/form.ts'
import type { LedgerFilter } from '../../../../domain/views/ledger-filter.ts'
import { countText } from '../../../client/count-text.ts'
import { countsQuery } from '../../../client/queries.ts'
import { useWords } from '../../../words/words.tsx'

type Props = { readonly unitId: string; readonly kind: FieldValue | undefined; readonly post: FieldValue | undefined }

/** What the unit really had of this kind, how much of it lay with the post, and what is late and still open: each number opens its list. */
export function DutyCounts({ unitId, kind, post }: Props) {
  const { words } = useWords()
  if (typeof kind !== 'string' || kind === '') return <span className="muted">{words.matter.noKindNamed}</span>
  const all: LedgerFilter = { procedure: kind, unit: unitId }
  return (
    <span className="duty-counts">
      <Figure label={words.matter.ofUnit} kind={kind} filter={all} />
      {typeof post === 'string' && post !== '' && (
        <Figure label={words.matter.ofPost} kind={kind} filter={{ ...all, owner: post }} />
      )}
      <Figure label={words.matter.lateNow} kind={kind} filter={{ ...all, overdue: 'true', group: 'notDone' }} />
    </span>
  )
}

function Figure({ label, kind, filter }: { label: string; kind: string; filter: LedgerFilter }) {
  const { data } = useQuery(countsQuery(filter))
  return (
    <Link to="/matters" search={filter} className="duty-figure">
      {label} <b>{data ? countText(data, [kind]) : '…'}</b>
    </Link>
  )
}
