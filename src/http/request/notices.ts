import type { Matter } from '../../domain/matter/matter.ts'

/** A matter that was opened or changed, as it was and as it is. */
export type MatterChange = { readonly tenant: string; readonly before?: Matter; readonly matter: Matter }

/** Tells open screens of committed changes, inside this process. */
export function createNotices() {
  const listeners = new Set<(change: MatterChange) => void>()
  return {
    /** Hand this to the write path as `onCommitted`. */
    tell(change: MatterChange): void {
      for (const listener of listeners) listener(change)
    },
    /** Calls back for each change until the returned function is called. */
    listen(listener: (change: MatterChange) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    listenerCount: () => listeners.size,
  }
}

export type Notices = ReturnType<typeof createNotices>
