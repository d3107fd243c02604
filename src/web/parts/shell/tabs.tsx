import './tabs.css'

export type Tab = { readonly id: string; readonly title: string; readonly count?: number }

/** Moves the row, never the page. */
const bringIntoView = (tab: HTMLElement | null) => {
  const row = tab?.parentElement
  if (!row) return
  const beyond = tab.getBoundingClientRect().right - row.getBoundingClientRect().right
  if (beyond > 0) row.scrollLeft += beyond
}

/** Tabs by the ARIA pattern: one stop for Tab, arrows move between them. */
export function Tabs({
  tabs,
  current,
  choose,
  label,
  panel,
}: {
  tabs: readonly Tab[]
  current: string
  choose: (id: string) => void
  label: string
  panel: string
}) {
  const move = (by: number) => {
    const at = tabs.findIndex(({ id }) => id === current)
    const next = tabs[(at + by + tabs.length) % tabs.length]
    if (!next) return
    choose(next.id)
    document.getElementById(`${panel}-${next.id}`)?.focus()
  }
  return (
    <div
      className="tabs"
      role="tablist"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') move(1)
        if (event.key === 'ArrowLeft') move(-1)
      }}
    >
      {tabs.map(({ id, title, count }) => (
        <button
          key={id}
          id={`${panel}-${id}`}
          type="button"
          role="tab"
          className="tab"
          // On a phone the row is wider than the page.
          ref={id === current ? bringIntoView : undefined}
          aria-selected={id === current}
          aria-controls={panel}
          tabIndex={id === current ? 0 : -1}
          onClick={() => choose(id)}
        >
          {title}
          {count !== undefined && <small>{count.toLocaleString('en')}</small>}
        </button>
      ))}
    </div>
  )
}
