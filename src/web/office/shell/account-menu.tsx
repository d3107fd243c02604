import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { switchPost } from '../../client/api.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { sessionQuery } from '../../client/queries.ts'
import { useTheme } from '../../client/use-theme.ts'
import { Floating } from '../../parts/shell/floating.tsx'
import { Icon } from '../../theme/icon.tsx'
import { untilText } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { ChangePassword } from './change-password.tsx'
import { leave } from './leave.ts'

/** Who one is, in which post; another post, appearance, password, sign-out. */
export function AccountMenu() {
  const { words, say, locale } = useWords()
  const { session, directory, today } = useOffice()
  const [open, setOpen] = useState(false)
  const [changing, setChanging] = useState(false)
  const [theme, setTheme] = useTheme()
  const client = useQueryClient()
  const { person, post, posts } = session
  const seat = ({ unitId, title }: { unitId: string; title: typeof post.title }) =>
    `${unitName(directory, unitId, say)} ${say(title)}`
  const act = async (postId: string) => {
    setOpen(false)
    client.setQueryData(sessionQuery.queryKey, await switchPost(postId))
    await client.invalidateQueries()
  }
  return (
    <div className="floating-place">
      <button
        type="button"
        className="avatar"
        aria-expanded={open}
        aria-label={`${words.nav.account}${words.colon}${person.name}`}
        onClick={() => setOpen(!open)}
      >
        {person.name.slice(0, 1)}
      </button>
      {open && (
        <Floating label={words.nav.account} align="right" close={() => setOpen(false)} className="account">
          <div className="menu">
            <p className="menu-head">
              <b>{person.name}</b>
              <br />
              {seat(post)}
            </p>
            {posts.length > 1 && <p className="menu-head">{words.nav.switchPost}</p>}
            {posts.length > 1 &&
              posts.map((other) => (
                <button
                  key={other.id}
                  type="button"
                  className="menu-item"
                  aria-current={other.id === post.id}
                  onClick={() => void act(other.id)}
                >
                  <Icon name={other.id === post.id ? 'check' : 'swap'} size={16} />
                  {seat(other)}
                  {other.standsIn && (
                    <span className="hint">
                      {words.team.standsInUntil(untilText(other.standsIn.until, today(), locale))}
                    </span>
                  )}
                </button>
              ))}
            <hr className="menu-line" />
            <button type="button" className="menu-item" onClick={() => setTheme(theme === 'light' ? 'dark' : 'light')}>
              <Icon name="moon" size={16} />
              {words.nav.theme}
              <span className="hint">{theme === 'light' ? words.nav.light : words.nav.dark}</span>
            </button>
            <button
              type="button"
              className="menu-item"
              onClick={() => {
                setOpen(false)
                setChanging(true)
              }}
            >
              <Icon name="key" size={16} />
              {words.nav.changePassword}
            </button>
            <Link to="/account" className="menu-item" onClick={() => setOpen(false)}>
              <Icon name="shield" size={16} />
              {words.nav.ownAccount}
            </Link>
            <Link to="/readings" className="menu-item" onClick={() => setOpen(false)}>
              <Icon name="eye" size={16} />
              {words.nav.myReadings}
            </Link>
            <button type="button" className="menu-item" onClick={leave}>
              <Icon name="leave" size={16} />
              {words.nav.signOut}
            </button>
          </div>
        </Floating>
      )}
      {changing && <ChangePassword close={() => setChanging(false)} />}
    </div>
  )
}
