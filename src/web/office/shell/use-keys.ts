import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

export const SEARCH_ID = 'search'

/** A second key of a combination counts within this time. */
const COMBINATION_MS = 1200

/** Whether a key press belongs to somebody who types or to an open dialog. */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  event.isComposing ||
  (event.target instanceof Element &&
    event.target.closest('input, textarea, select, dialog, [contenteditable], [role=listbox], [role=combobox]') !==
      null)

/** `/` to the search, `g t` to Today, `g m` to Matters, `?` for help. */
export function useKeys({ help }: { help: () => void }): void {
  const navigate = useNavigate()
  const openHelp = useRef(help)
  openHelp.current = help
  useEffect(() => {
    let startedAt = Number.NEGATIVE_INFINITY
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      const second = event.timeStamp - startedAt < COMBINATION_MS
      startedAt = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      if (event.key === '/') document.getElementById(SEARCH_ID)?.focus()
      else if (event.key === '?') openHelp.current()
      else if (second && event.key === 't') void navigate({ to: '/' })
      else if (second && event.key === 'm') void navigate({ to: '/matters' })
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [navigate])
}
