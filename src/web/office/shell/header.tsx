import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { MOST_UNREAD } from '../../../domain/views/notice-view.ts'
import { useOffice } from '../../client/office.tsx'
import { unreadQuery } from '../../client/queries.ts'
import { Icon } from '../../theme/icon.tsx'
import { longDay } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { AccountMenu } from './account-menu.tsx'
import { RegisterMenu } from './register-menu.tsx'
import { SEARCH_ID } from './use-keys.ts'

/** Search, the day, notices, registering, and who one is. */
export function Header({ openMenu }: { openMenu: () => void }) {
  const { words, locale } = useWords()
  const { today } = useOffice()
  return (
    <header className="header no-print">
      <button type="button" className="icon-button header-menu" aria-label={words.nav.menu} onClick={openMenu}>
        <Icon name="menu" />
      </button>
      <Search />
      <span className="header-day">{longDay(today(), locale)}</span>
      <HelpContact />
      <Bell />
      <RegisterMenu />
      <AccountMenu />
    </header>
  )
}

/** The way to the inbox, and how much there is unread. */
function Bell() {
  const { words } = useWords()
  const { data } = useQuery(unreadQuery)
  const count = data?.unread ?? 0
  return (
    <Link
      to="/inbox"
      className="icon-button bell"
      aria-label={count > 0 ? `${words.nav.inbox}${words.colon}${words.nav.unread(count)}` : words.nav.inbox}
    >
      <Icon name="bell" />
      {count > 0 && <small aria-hidden="true">{count > MOST_UNREAD ? `${MOST_UNREAD}+` : count}</small>}
    </Link>
  )
}

/** Whom to ask about this system, as the office has set it. */
function HelpContact() {
  const { words } = useWords()
  const { help } = useOffice().session.office.contact
  if (!help) return null
  const text = `${words.nav.helpContact}${words.colon}${help}`
  return (
    <span className="header-help">{/^https?:/.test(help) ? <a href={help}>{words.nav.helpContact}</a> : text}</span>
  )
}

function Search() {
  const { words } = useWords()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  return (
    // biome-ignore lint/a11y/useSemanticElements: older screen readers know the role and not yet the search element
    <form
      className="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        void navigate({ to: '/matters', search: text.trim() ? { text: text.trim() } : {} })
        // From here j and k go through what was found, and do not write on in the box.
        document.getElementById('content')?.focus()
      }}
    >
      <Icon name="search" size={16} />
      <input
        id={SEARCH_ID}
        type="search"
        aria-label={words.nav.searchLabel}
        placeholder={words.nav.search}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <kbd>/</kbd>
    </form>
  )
}
