import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fragment, useEffect, useRef } from 'react'
import { looksOver } from '../../../domain/overview/who-looks.ts'
import { useOffice } from '../../client/office.tsx'
import { countsQuery, todayQuery } from '../../client/queries.ts'
import { Icon } from '../../theme/icon.tsx'
import { Mark } from '../../theme/mark.tsx'
import { useWords } from '../../words/words.tsx'
import { AreaLinks } from './area-links.tsx'
import { SECTIONS } from './sections.ts'

/** The side bar: where one is, and how much there is. */
export function Sider({ openHelp }: { openHelp: () => void }) {
  const { words } = useWords()
  return (
    <aside className="sider no-print" aria-label={words.name}>
      <SiderContent openHelp={openHelp} />
    </aside>
  )
}

/** The same on phones, from the left. */
export function SiderDrawer({ close, openHelp }: { close: () => void; openHelp: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { words } = useWords()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own; a press on a link or beside it closes
    <dialog ref={dialog} className="sider-drawer" aria-label={words.nav.menu} onClose={close} onClick={close}>
      <SiderContent openHelp={openHelp} />
    </dialog>
  )
}

function SiderContent({ openHelp }: { openHelp: () => void }) {
  const { words, say, locale, setLocale } = useWords()
  const { session, directory } = useOffice()
  const { emblem } = session.office
  const counts = useSectionCounts()
  const overseer = looksOver(session.post, Object.values(directory.units))
  const sections = SECTIONS.filter(
    ({ roles, forOverseers }) =>
      (!roles || roles.some((role) => session.post.roles.includes(role))) && (!forOverseers || overseer),
  )
  return (
    <>
      <Link to="/" className="brand">
        {emblem ? (
          <img src={`/public/emblem?v=${emblem.slice(0, 10)}`} alt="" width={28} height={28} />
        ) : (
          <Mark size={28} />
        )}
        <span>
          <b>{words.name}</b>
          <small>{say(session.tenant.name)}</small>
        </span>
      </Link>
      <nav aria-label={words.nav.label}>
        {sections.map(({ to, icon, name, count, gap }) => (
          <Fragment key={to}>
            <Link
              to={to}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              className={`nav-item ${gap ? 'has-gap' : ''}`}
              title={name(words)}
            >
              <Icon name={icon} />
              <span>{name(words)}</span>
              {count && counts[count] !== undefined && <small>{counts[count].toLocaleString('en')}</small>}
            </Link>
            {count === 'matters' && <AreaLinks />}
          </Fragment>
        ))}
      </nav>
      <div className="sider-foot">
        {overseer && (
          <Link to="/wall" className="nav-item" title={words.nav.wall}>
            <Icon name="wall" />
            <span>{words.nav.wall}</span>
          </Link>
        )}
        <button
          type="button"
          className="nav-item"
          lang={locale === 'zh' ? 'en' : 'zh-CN'}
          title={words.otherLanguage}
          onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
        >
          <Icon name="globe" />
          <span>{words.otherLanguage}</span>
        </button>
        <button type="button" className="nav-item" title={words.nav.help} onClick={openHelp}>
          <Icon name="help" />
          <span>{words.nav.help}</span>
          <kbd>?</kbd>
        </button>
      </div>
    </>
  )
}

/** The kind of matter that says that there are more than usual: what is open of it waits for somebody's judgement. */
const WARNING = 'warning'

function useSectionCounts(): Partial<Record<'today' | 'matters' | 'warnings', number>> {
  const { data: today } = useQuery(todayQuery)
  const { data: counts } = useQuery(countsQuery())
  const warnings = counts?.find(({ procedure }) => procedure === WARNING)?.open
  return {
    ...(today ? { today: today.workCount } : {}),
    ...(counts ? { matters: counts.reduce((sum, { all }) => sum + all, 0) } : {}),
    ...(warnings ? { warnings } : {}),
  }
}
