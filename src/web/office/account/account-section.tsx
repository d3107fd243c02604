import { type FocusEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'

type Props = {
  readonly id: string
  readonly title: string
  readonly side?: ReactNode
  /** It came in the place of what was pressed: reading goes on at its heading. */
  readonly begins?: boolean
  readonly children: ReactNode
}

/** One card of the account. When the button that was pressed goes away, the keyboard goes on at the heading and not at the top. */
export function AccountSection({ id, title, side, begins = false, children }: Props) {
  const place = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const kept = useKeptFocus(place, heading)
  useEffect(() => {
    if (begins) heading.current?.focus()
  }, [begins])
  return (
    <section ref={place} className="card" aria-labelledby={`account-${id}`} {...kept}>
      <header className="card-head">
        <h2 id={`account-${id}`} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {side}
      </header>
      <div className="card-body account-body">{children}</div>
    </section>
  )
}

function useKeptFocus(place: RefObject<HTMLElement | null>, heading: RefObject<HTMLElement | null>) {
  const isInside = useRef(false)
  useEffect(() => {
    if (!place.current) return
    const watcher = new MutationObserver(() => {
      if (isInside.current && document.activeElement === document.body) heading.current?.focus()
    })
    watcher.observe(place.current, { childList: true, subtree: true })
    return () => watcher.disconnect()
  }, [place, heading])
  return {
    onFocus: () => {
      isInside.current = true
    },
    // What is taken away while it has the focus is not left by anybody.
    onBlur: ({ target }: FocusEvent) => {
      if (target.isConnected) isInside.current = false
    },
  }
}
