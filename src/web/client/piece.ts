import { connected } from './connection.ts'

/**
 * Loads a part of the pages. While the server is away it waits, and what is on screen stays. A part that is gone though the
 * server is there belongs to an older build: the page starts anew; what was typed is in the drafts.
 */
export const piece =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    try {
      return await load()
    } catch {
      await connected()
      return load().catch(() => {
        location.reload()
        return new Promise<never>(() => {})
      })
    }
  }
