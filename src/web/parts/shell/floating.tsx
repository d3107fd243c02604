import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { HAS_TOP_LAYER } from './top-layer.ts'
import './floating.css'

const GAP = 8
const ITEM = '.menu-item'
const CURRENT_ITEM = '.menu-item[aria-current="true"], .menu-item[aria-checked="true"]'

/**
 * A panel at its trigger, in the browser's top layer so that no scrolling box cuts it off.
 * Escape and a press outside close it; Escape gives the focus back. The parent is `floating-place` and holds the trigger.
 * What carries `data-focus` gets the focus, else the item that is chosen, else the first; arrows go from item to item.
 */
export function Floating({
  label,
  align,
  children,
  close,
  className,
}: {
  label: string
  align: 'left' | 'right'
  children: ReactNode
  close: () => void
  className?: string
}) {
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = panel.current
    const place = element?.parentElement
    if (!element || !place) return
    if (HAS_TOP_LAYER) element.showPopover()
    // React's autoFocus comes while the panel is still hidden.
    const first = element.querySelector<HTMLElement>('[data-focus]') ?? element.querySelector<HTMLElement>(CURRENT_ITEM)
    ;(first ?? element.querySelector<HTMLElement>(ITEM))?.focus()
    const settle = () => settleAt(element, place.getBoundingClientRect(), align)
    settle()
    const observer = new ResizeObserver(settle)
    observer.observe(element)
    window.addEventListener('scroll', settle, true)
    window.addEventListener('resize', settle)
    return () => {
      // What was chosen goes with the panel; the focus must not fall out of the page with it.
      if (element.contains(document.activeElement)) place.querySelector<HTMLElement>('button')?.focus()
      observer.disconnect()
      window.removeEventListener('scroll', settle, true)
      window.removeEventListener('resize', settle)
    }
  }, [align])
  useClosing(panel, close)
  return (
    <div
      ref={panel}
      {...(HAS_TOP_LAYER ? { popover: 'manual' } : {})}
      className={`floating ${className ?? ''}`}
      role="dialog"
      aria-label={label}
      onKeyDown={moveAlong}
    >
      {children}
    </div>
  )
}

/** Arrows, Home and End go through the items of a menu. */
function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const items = Array.from(event.currentTarget.querySelectorAll<HTMLElement>(ITEM))
  const at = items.findIndex((item) => item.matches(':focus'))
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at < 0 ? items.length : at + items.length - 1) % items.length,
    ...(at < 0 ? {} : { Home: 0, End: items.length - 1 }),
  }
  const goal = goals[event.key]
  if (goal === undefined || items.length === 0) return
  event.preventDefault()
  items[goal]?.focus()
}

/** Under the trigger, or above it where there is more room; never outside the window. */
function settleAt(element: HTMLElement, anchor: DOMRect, align: 'left' | 'right'): void {
  const { offsetWidth: width, scrollHeight: height } = element
  const below = window.innerHeight - anchor.bottom - 2 * GAP
  const above = anchor.top - 2 * GAP
  const under = height <= below || below >= above
  const wished = align === 'left' ? anchor.left : anchor.right - width
  element.style.left = `${Math.max(GAP, Math.min(wished, window.innerWidth - width - GAP))}px`
  element.style.maxHeight = `${Math.max(120, under ? below : above)}px`
  element.style.top = under
    ? `${anchor.bottom + GAP}px`
    : `${Math.max(GAP, anchor.top - GAP - Math.min(height + 2, above))}px`
}

function useClosing(panel: React.RefObject<HTMLElement | null>, close: () => void): void {
  // The latest `close` without listening anew on each render.
  const closing = useRef(close)
  closing.current = close
  useEffect(() => {
    const place = panel.current?.parentElement
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      event.preventDefault()
      closing.current()
      place?.querySelector('button')?.focus()
    }
    const onPress = (event: PointerEvent) => {
      if (place && event.target instanceof Node && !place.contains(event.target)) closing.current()
    }
    document.addEventListener('keydown', onKey, true)
    document.addEventListener('pointerdown', onPress)
    return () => {
      document.removeEventListener('keydown', onKey, true)
      document.removeEventListener('pointerdown', onPress)
    }
  }, [panel])
}
