import './tabs.css'

export type Tab = { readonly id: string; readonly title: string; readonly count?: number }

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
