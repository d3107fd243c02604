import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dayOf } from '../../../domain/time/time.ts'
import type { MatterRow } from '../../../domain/views/views.ts'
import { holderName, ownNumber, placeName, unitName } from '../../client/names.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { RowDue } from '../../parts/due/row-due.tsx'
import { LevelTag } from '../../parts/matter/level-tag.tsx'
import { StateTag } from '../../parts/matter/state-tag.tsx'
import { ExerciseMark } from '../../parts/tags/exercise-mark.tsx'
import { MarkTag } from '../../parts/tags/mark-tag.tsx'
import { useWords } from '../../words/words.tsx'
import type { Column } from './columns.ts'

/** One matter. A press on the row opens the panel, a second one the page; the title is a link of its own. */
export function LedgerRow({
  row,
  columns,
  current,
  selected,
  toggle,
  open,
}: {
  row: MatterRow
  columns: readonly Column[]
  current: boolean
  selected: boolean
  toggle: () => void
  open: () => void
}) {
  const { words } = useWords()
  const { rulebook } = useOffice()
  const procedure = procedureOf(rulebook, row.procedure, row.procedureVersion)
  const number = ownNumber(row, procedure)
  const cells = useCells(row)
  return (
    <tr
      data-row={row.id}
      className={`${current ? 'is-current' : ''}${selected ? ' is-selected' : ''}`}
      onClick={(event) => isPlain(event.target) && open()}
    >
      <td className="ledger-box">
        <input type="checkbox" aria-label={words.matters.select(row.reference)} checked={selected} onChange={toggle} />
      </td>
      {columns.includes('level') && (
        <td className="ledger-level">{row.level && <LevelTag level={row.level} of={row.procedure} />}</td>
      )}
      <td className="ledger-reference">
        {row.reference}
        {number && <small className="ledger-number">{number}</small>}
      </td>
      <td className="ledger-title">
        <ExerciseMark of={row} />
        <Link to="/matters/$id" params={{ id: row.id }} title={row.title}>
          {row.title}
        </Link>
        {row.mark && (
          <>
            {' '}
            <MarkTag mark={row.mark} procedure={procedure} />
          </>
        )}
      </td>
      {columns
        .filter((column) => column !== 'level')
        .map((column) => (
          <td key={column} className={`ledger-${column}`}>
            {cells[column]()}
          </td>
        ))}
    </tr>
  )
}

/** A press on a control belongs to the control. */
const isPlain = (target: EventTarget) =>
  target instanceof Element && target.closest('a, button, input, .floating') === null

function useCells(row: MatterRow): Record<Column, () => ReactNode> {
  const { words, say } = useWords()
  const { directory, rulebook } = useOffice()
  const procedure = procedureOf(rulebook, row.procedure, row.procedureVersion)
  return {
    level: () => null,
    kind: () => (procedure ? say(procedure.short) : row.procedure),
    category: () => {
      const title = row.category ? procedure?.categories[row.category] : undefined
      return title ? say(title) : (row.category ?? '')
    },
    place: () => placeName(directory, row.placeUnitId, say) || row.place || '',
    unit: () => unitName(directory, row.unitId, say),
    owner: () => holderName(directory, row.ownerPostId, say),
    channel: () => words.channel[row.channel],
    state: () => (
      <StateTag
        group={row.group}
        title={procedure?.states[row.state] ? say(procedure.states[row.state]?.title ?? { zh: '', en: '' }) : row.state}
      />
    ),
    opened: () => dayOf(row.openedAt),
    closed: () => (row.closedAt ? dayOf(row.closedAt) : ''),
    due: () => row.clock && <RowDue matterId={row.id} clock={row.clock} size="short" />,
  }
}
