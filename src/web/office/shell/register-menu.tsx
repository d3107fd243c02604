import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { KindName } from '../../../domain/views/views.ts'
import { useOffice } from '../../client/office.tsx'
import { Floating } from '../../parts/shell/floating.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'

/** What this post may register, one kind a line: matters, then the ledgers that matters point to. */
export function RegisterMenu() {
  const { words, say } = useWords()
  const { kinds: all, actor } = useOffice()
  const [open, setOpen] = useState(false)
  const kinds = all.filter(({ by }) => by.some((role) => actor.roles.includes(role)))
  if (kinds.length === 0) return null
  const matters = kinds.filter(({ isRecord }) => !isRecord)
  const records = kinds.filter(({ isRecord }) => isRecord)
  const item = ({ id, title, prefix }: KindName) => (
    <Link
      key={id}
      className="menu-item"
      to="/matters/new/$procedure"
      params={{ procedure: id }}
      onClick={() => setOpen(false)}
    >
      {say(title)}
      <span className="hint">{prefix}</span>
    </Link>
  )
  return (
    <div className="floating-place">
      <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="plus" size={16} />
        {words.nav.register}
      </button>
      {open && (
        <Floating label={words.nav.registerWhat} align="right" close={() => setOpen(false)}>
          <div className="menu">
            {matters.length > 0 && <p className="menu-head">{words.nav.matters}</p>}
            {matters.map(item)}
            {matters.length > 0 && records.length > 0 && <hr className="menu-line" />}
            {records.length > 0 && <p className="menu-head">{words.nav.records}</p>}
            {records.map(item)}
          </div>
        </Floating>
      )}
    </div>
  )
}
