import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useOffice } from '../../client/office.tsx'
import { Floating } from '../../parts/shell/floating.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'

/** What this post may register, one kind a line. */
export function RegisterMenu() {
  const { words, say } = useWords()
  const { kinds: all, actor } = useOffice()
  const [open, setOpen] = useState(false)
  const kinds = all.filter(({ by }) => by.some((role) => actor.roles.includes(role)))
  if (kinds.length === 0) return null
  return (
    <div className="floating-place">
      <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="plus" size={16} />
        {words.nav.register}
      </button>
      {open && (
        <Floating label={words.nav.registerWhat} align="right" close={() => setOpen(false)}>
          <div className="menu">
            <p className="menu-head">{words.nav.registerWhat}</p>
            {kinds.map(({ id, title, prefix }) => (
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
            ))}
          </div>
        </Floating>
      )}
    </div>
  )
}
