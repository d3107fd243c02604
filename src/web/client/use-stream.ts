import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Bursts of changes (an import) ask again once, this long after the last notice. */
const QUIET_MS = 400

/** Keeps lists and open matters fresh: the server says that something changed, and what is on screen is asked for again. */
export function useStream(): void {
  const client = useQueryClient()
  useEffect(() => {
    const stream = new EventSource('/api/stream')
    const changed = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      for (const id of changed) void client.invalidateQueries({ queryKey: ['matter', id] })
      changed.clear()
      for (const list of ['today', 'counts', 'matters', 'inbox']) void client.invalidateQueries({ queryKey: [list] })
    }
    stream.addEventListener('matters', (message) => {
      const { id }: { readonly id?: unknown } = JSON.parse(message.data)
      if (typeof id === 'string') changed.add(id)
      clearTimeout(timer)
      timer = setTimeout(refresh, QUIET_MS)
    })
    return () => {
      clearTimeout(timer)
      stream.close()
    }
  }, [client])
}
