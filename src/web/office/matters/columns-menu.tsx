import { useState } from 'react'
import { Floating } from '../../parts/shell/floating.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { COLUMNS, type Column, columnTitle } from './columns.ts'

/** Which columns to show. */
export function ColumnsMenu({ chosen, toggle }: { chosen: readonly Column[]; toggle: (column: Column) => void }) {
  const { words } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <span className="floating-place columns-menu">
      <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="columns" size={16} />
        {words.matters.columns}
      </button>
      {open && (
        <Floating label={words.matters.columnsTitle} align="right" close={() => setOpen(false)}>
          <div className="menu">
            <p className="menu-head">{words.matters.columnsTitle}</p>
            {COLUMNS.map((column) => (
              <label key={column} className="menu-item">
                <input type="checkbox" checked={chosen.includes(column)} onChange={() => toggle(column)} />
                {columnTitle(column, words)}
              </label>
            ))}
          </div>
        </Floating>
      )}
    </span>
  )
}
