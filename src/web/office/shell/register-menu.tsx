import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { KindName } from '../../../domain/views/views.ts'
import { inAreas } from '../../../procedures/areas.ts'
import { useOffice } from '../../client/office.tsx'
import { Floating } from '../../parts/shell/floating.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'

/** More than this stand in two columns, where there is room. */
const TALL = 10

/** What this post may register, one kind a line, under what the office does with it. */
export function RegisterMenu() {
  const { words, say } = useWords()
  const { kinds: all, actor } = useOffice()
  const [open, setOpen] = useState(false)
  const kinds = all.filter(({ by }) => by.some((role) => actor.roles.includes(role)))
  if (kinds.length === 0) return null
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
          <div className={`menu${kinds.length > TALL ? ' in-columns' : ''}`}>
            {inAreas(kinds).map(({ title, kinds: some }) => (
              <section key={title.zh} aria-label={say(title)}>
                <p className="menu-head">{say(title)}</p>
                {some.map(item)}
              </section>
            ))}
          </div>
        </Floating>
      )}
    </div>
  )
}
