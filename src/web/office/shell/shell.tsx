import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useStream } from '../../client/use-stream.ts'
import { useTheme } from '../../client/use-theme.ts'
import { Notices } from '../../parts/shell/notices.tsx'
import { useWords } from '../../words/words.tsx'
import { ActingBar } from './acting-bar.tsx'
import { Header } from './header.tsx'
import { KeysHelp } from './keys-help.tsx'
import { Sider, SiderDrawer } from './sider.tsx'
import { useKeys } from './use-keys.ts'
import './shell.css'

/** The frame around every page: side bar, header, content. */
export function Shell() {
  const { words } = useWords()
  const [menuOpen, setMenuOpen] = useState(false)
  const [helpOpen, setHelpOpen] = useState(false)
  const main = useRef<HTMLElement>(null)
  useTheme()
  useStream()
  useKeys({ help: () => setHelpOpen(true) })
  useFocusOnNewPage(main)
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <Sider openHelp={() => setHelpOpen(true)} />
      <Header openMenu={() => setMenuOpen(true)} />
      <main id="content" ref={main} tabIndex={-1}>
        <ActingBar />
        <Outlet />
      </main>
      <Notices />
      {menuOpen && <SiderDrawer close={() => setMenuOpen(false)} openHelp={() => setHelpOpen(true)} />}
      {helpOpen && <KeysHelp close={() => setHelpOpen(false)} />}
    </div>
  )
}

/** A new page is announced from its beginning, as a full load would be. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>) {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const first = useRef(true)
  useEffect(() => {
    if (path === undefined) return
    if (first.current) first.current = false
    // A page that begins in a form has put it there already.
    else if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
  }, [path, main])
}
