import { type ReactNode, useId, useRef } from 'react'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { useModal } from './use-modal.ts'
import './drawer.css'

/** A panel from the right (the whole screen on phones). The browser's own modal dialog keeps the focus inside. */
export function Drawer({
  title,
  under,
  children,
  foot,
  close,
  width,
}: {
  title: string
  under?: ReactNode
  children: ReactNode
  foot?: ReactNode
  close: () => void
  width: number
}) {
  const { words } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useModal(dialog)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own; the press is on the veil beside it
    <dialog
      ref={dialog}
      className="drawer"
      style={{ width: `min(${width}px, 100vw)` }}
      aria-labelledby={titleId}
      // A list or calendar that is open in the drawer is what Escape closes first.
      onKeyDownCapture={(event) => event.key === 'Escape' && hasOpenList(event.currentTarget) && event.preventDefault()}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className="drawer-frame">
        <header className="drawer-head">
          <div>
            <h2 id={titleId}>{title}</h2>
            {under && <p className="hint">{under}</p>}
          </div>
          <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <div className="drawer-body" tabIndex={0}>
          {children}
        </div>
        {foot && <footer className="drawer-foot">{foot}</footer>}
      </div>
    </dialog>
  )
}

/** Lists and calendars of antd mark themselves hidden and stay in the page; one that is sliding away is closed already. */
const hasOpenList = (place: Element): boolean =>
  Array.from(place.querySelectorAll('.ant-picker-dropdown, .ant-select-dropdown')).some(
    ({ className }) => !/-dropdown-hidden|-leave/.test(className),
  )
