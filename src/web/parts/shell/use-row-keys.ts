import { useEffect, useRef, useState } from 'react'
import { isTyping } from '../../office/shell/use-keys.ts'

type Keyed = { readonly id: string }
type Handlers<Row> = {
  readonly open: (row: Row) => void
  readonly select?: (row: Row) => void
  readonly leave?: () => void
}

/**
 * `j` and `k` move through a list, Enter opens, `x` selects, Escape leaves. Rows carry `data-row` with their id.
 * @returns the id of the row one stands on
 */
export function useRowKeys<Row extends Keyed>(rows: readonly Row[], handlers: Handlers<Row>): string | undefined {
  const [current, setCurrent] = useState<string>()
  const latest = useRef({ rows, handlers, current })
  latest.current = { rows, handlers, current }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      const { rows: list, handlers: act, current: at } = latest.current
      const index = list.findIndex(({ id }) => id === at)
      const row = list[index]
      if (event.key === 'j' || event.key === 'k') {
        const next = list[Math.max(0, Math.min(list.length - 1, index + (event.key === 'j' ? 1 : -1)))]
        if (!next) return
        setCurrent(next.id)
        stepOnto(next.id)
      } else if (event.key === 'Enter' && row && !onControl(event)) act.open(row)
      else if (event.key === 'x' && row) act.select?.(row)
      else if (event.key === 'Escape') act.leave?.()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return current
}

/** The focus goes along, so that it is read out, and Tab goes on from here. */
function stepOnto(id: string): void {
  const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
  if (!row) return
  row.tabIndex = -1
  row.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'nearest' })
}

/** Enter on a focused link or button belongs to it. */
const onControl = ({ target }: KeyboardEvent) => target instanceof Element && target.closest('a, button') !== null
