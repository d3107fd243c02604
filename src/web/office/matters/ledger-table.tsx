import type { MatterRow } from '../../../domain/views/views.ts'
import { useRowKeys } from '../../parts/shell/use-row-keys.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { type Column, columnTitle } from './columns.ts'
import { LedgerRow } from './ledger-row.tsx'
import { SelectionBar } from './selection-bar.tsx'

/** The orders there are: latest opened first, soonest due first. */
type Order = 'opened' | 'due'

/** The rows. The selection bar takes the place of the heads when something is selected. */
export function LedgerTable({
  rows,
  columns,
  current,
  open,
  leave,
  selected,
  select,
  sort,
  sortBy,
}: {
  rows: readonly MatterRow[]
  columns: readonly Column[]
  current: string | undefined
  open: (row: MatterRow) => void
  leave: () => void
  selected: ReadonlySet<string>
  select: (ids: ReadonlySet<string>) => void
  sort: Order
  sortBy: (order: Order) => void
}) {
  const { words } = useWords()
  const toggle = (row: MatterRow) => {
    const next = new Set(selected)
    if (!next.delete(row.id)) next.add(row.id)
    select(next)
  }
  const at = useRowKeys(rows, { open, select: toggle, leave })
  const all = rows.length > 0 && rows.every(({ id }) => selected.has(id))
  const box = (
    <input
      type="checkbox"
      aria-label={words.matters.selectAll}
      checked={all}
      ref={(element) => {
        if (element) element.indeterminate = selected.size > 0 && !all
      }}
      onChange={() => select(all || selected.size > 0 ? new Set() : new Set(rows.map(({ id }) => id)))}
    />
  )
  return (
    <>
      {selected.size > 0 && (
        <SelectionBar box={box} rows={rows.filter(({ id }) => selected.has(id))} clear={() => select(new Set())} />
      )}
      <div className="ledger-scroll">
        <table className="ledger">
          <thead className={selected.size > 0 ? 'hidden' : ''}>
            <tr>
              <th scope="col" className="ledger-box">
                {selected.size === 0 ? box : words.matters.selectAll}
              </th>
              {columns.includes('level') && <th scope="col">{columnTitle('level', words)}</th>}
              <th scope="col">{words.matters.reference}</th>
              <th scope="col" className="ledger-title">
                {words.matters.titleColumn}
              </th>
              {columns
                .filter((column) => column !== 'level')
                .map((column) => (
                  <Head key={column} column={column} sort={sort} sortBy={sortBy} />
                ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <LedgerRow
                key={row.id}
                row={row}
                columns={columns}
                current={current === row.id || (current === undefined && at === row.id)}
                selected={selected.has(row.id)}
                toggle={() => toggle(row)}
                open={() => open(row)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** A heading; one by which the list can be ordered is a button and says whether it is. */
function Head({ column, sort, sortBy }: { column: Column; sort: Order; sortBy: (order: Order) => void }) {
  const { words } = useWords()
  const title = columnTitle(column, words)
  if (column !== 'opened' && column !== 'due') return <th scope="col">{title}</th>
  const order = column === 'due' ? 'ascending' : 'descending'
  return (
    <th scope="col" aria-sort={sort === column ? order : 'none'}>
      <button type="button" className="ledger-sort" title={words.matters.sortBy[column]} onClick={() => sortBy(column)}>
        {title}
        {sort === column && <Icon name={column === 'due' ? 'up' : 'down'} size={14} />}
      </button>
    </th>
  )
}
