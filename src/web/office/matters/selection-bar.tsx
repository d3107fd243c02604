import { type ReactNode, useState } from 'react'
import type { MatterRow } from '../../../domain/views/views.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { UrgeDrawer } from './urge-drawer.tsx'

/** What can be done with several at once. What cannot apply is locked and says why. */
export function SelectionBar({ box, rows, clear }: { box: ReactNode; rows: readonly MatterRow[]; clear: () => void }) {
  const { words } = useWords()
  const [urging, setUrging] = useState(false)
  const locked = rows.some(({ group }) => group === 'done')
  return (
    <div className="selection-bar">
      {box}
      <b>{words.matters.selected(rows.length)}</b>
      <button
        type="button"
        className="button is-small"
        aria-disabled={locked}
        aria-describedby={locked ? 'urge-lock' : undefined}
        onClick={() => !locked && setUrging(true)}
      >
        {locked && <Icon name="lock" size={14} />}
        {words.matters.bulkUrge}
      </button>
      {locked && <span id="urge-lock">{words.matters.noUrge}</span>}
      <button type="button" className="link-button" onClick={clear}>
        {words.matters.unselect}
      </button>
      {urging && <UrgeDrawer rows={rows} close={() => setUrging(false)} done={clear} />}
    </div>
  )
}
