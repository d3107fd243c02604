import { type ReactNode, useSyncExternalStore } from 'react'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import './notices.css'

type Notice = { readonly id: number; readonly title: string; readonly body?: ReactNode }

const SHOWN_MS = 8_000
/** Quick work leaves one notice after the other; the oldest make room. */
const MOST = 2

// One list for the whole office: what was done outlives the drawer it was done in.
let notices: readonly Notice[] = []
let lastId = 0
const listeners = new Set<() => void>()

const put = (next: readonly Notice[]) => {
  notices = next
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const drop = (id: number) => put(notices.filter((notice) => notice.id !== id))

/** Says that something worked, for a while, at the foot of the page. */
export function notify(title: string, body?: ReactNode): void {
  lastId += 1
  const id = lastId
  put([...notices.slice(1 - MOST), { id, title, body }])
  setTimeout(() => drop(id), SHOWN_MS)
}

/** Where notices appear; read out as they come. */
export function Notices() {
  const { words } = useWords()
  const shown = useSyncExternalStore(subscribe, () => notices)
  return (
    <div className="notices no-print" role="status">
      {shown.map(({ id, title, body }) => (
        <div key={id} className="notice">
          <Icon name="check" />
          <b>{title}</b>
          {body}
          <button type="button" className="icon-button" aria-label={words.close} onClick={() => drop(id)}>
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </div>
  )
}
