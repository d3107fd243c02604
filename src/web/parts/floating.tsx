import { type ReactNode, useEffect, useRef } from 'react'
import './floating.css'

/** A panel below its trigger. Escape and a press outside close it and give the focus back. The parent is `position: relative`. */
export function Floating({ label, align, children, close, className }: {
  label: string
  align: 'left' | 'right'
  children: ReactNode
  close: () => void
  className?: string
}) {
  const panel = useRef<HTMLDivElement>(null)
  // The latest `close` without listening anew on each render.
  const closing = useRef(close)
  closing.current = close
  useEffect(() => {
    const before = document.activeElement
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      closing.current()
      if (before instanceof HTMLElement) before.focus()
    }
    const onPress = (event: PointerEvent) => {
      const place = panel.current?.parentElement
      if (place && event.target instanceof Node && !place.contains(event.target)) closing.current()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPress)
    }
  }, [])
  return (
    <div ref={panel} className={`floating is-${align} ${className ?? ''}`} role="dialog" aria-label={label}>
      {children}
    </div>
  )
}
