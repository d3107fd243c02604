import { useState } from 'react'
import type { AdminUnit } from '../../../domain/views/admin-views.ts'
import { Icon } from '../../theme/icon.tsx'
import { useAdminWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'

type Branch = { readonly unit: AdminUnit; readonly depth: number; readonly children: number }

/** All units as a tree. Branches below the second tier are folded; a search shows what fits, wherever it is. */
export function UnitTree({
  units,
  selected,
  choose,
}: {
  units: readonly AdminUnit[]
  selected: string
  choose: (id: string) => void
}) {
  const { say } = useWords()
  const admin = useAdminWords()
  const [typed, setTyped] = useState('')
  const [withClosed, setWithClosed] = useState(false)
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const shown = withClosed ? units : units.filter(({ closedAt }) => !closedAt)
  const wanted = typed.trim().toLowerCase()
  const opened = new Set([...unfolded, ...ancestorsOf(units, selected)])
  const branches = wanted
    ? shown
        .filter(({ name }) => `${name.zh} ${name.en}`.toLowerCase().includes(wanted))
        .map((unit) => ({ unit, depth: 0, children: 0 }))
    : branchesOf(shown, undefined, 0, opened)
  const toggle = (id: string) =>
    setUnfolded(new Set(unfolded.has(id) ? [...unfolded].filter((one) => one !== id) : [...unfolded, id]))
  return (
    <nav className="card unit-tree" aria-label={admin.tree}>
      <div className="unit-search">
        <Icon name="search" size={16} />
        <input
          type="search"
          placeholder={admin.search}
          aria-label={admin.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <ul>
        {branches.map(({ unit, depth, children }) => (
          <li
            key={unit.id}
            className={`unit-branch${unit.id === selected ? ' is-selected' : ''}`}
            style={{ paddingLeft: 8 + depth * 16 }}
          >
            {children > 0 && depth > 0 ? (
              <button
                type="button"
                className="unit-fold"
                aria-expanded={opened.has(unit.id)}
                aria-label={`${say(unit.name)} ${admin.openUnits(children)}`}
                onClick={() => toggle(unit.id)}
              >
                <Icon name={opened.has(unit.id) ? 'down' : 'forward'} size={14} />
              </button>
            ) : (
              <span className="unit-fold" />
            )}
            <button
              type="button"
              className="unit-name"
              aria-current={unit.id === selected ? 'true' : undefined}
              onClick={() => choose(unit.id)}
            >
              {say(unit.name)}
              {unit.closedAt && <small className="hint"> {admin.closed}</small>}
            </button>
            <small className="count">{unit.openPosts > 0 ? unit.openPosts : ''}</small>
          </li>
        ))}
        {branches.length === 0 && <li className="hint unit-none">{admin.searchNone}</li>}
      </ul>
      <label className="unit-closed">
        <input type="checkbox" checked={withClosed} onChange={(event) => setWithClosed(event.target.checked)} />
        {admin.showClosed}
      </label>
    </nav>
  )
}

/** Units in the order of the tree; below a folded unit none. The root is always open. */
function branchesOf(
  units: readonly AdminUnit[],
  parentId: string | undefined,
  depth: number,
  opened: ReadonlySet<string>,
): Branch[] {
  return units
    .filter((unit) => unit.parentId === parentId)
    .flatMap((unit) => {
      const children = units.filter((child) => child.parentId === unit.id).length
      const below = depth === 0 || opened.has(unit.id) ? branchesOf(units, unit.id, depth + 1, opened) : []
      return [{ unit, depth, children }, ...below]
    })
}

function ancestorsOf(units: readonly AdminUnit[], id: string): string[] {
  const parentId = units.find((unit) => unit.id === id)?.parentId
  return parentId ? [parentId, ...ancestorsOf(units, parentId)] : []
}
