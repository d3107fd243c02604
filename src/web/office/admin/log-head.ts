import { queryOptions } from '@tanstack/react-query'
import { readCheckpointText, readNote } from '../../../engine/transparency/note.ts'
import { watchedFetch } from '../../client/connection.ts'

export type LogHead = { readonly size: number; readonly witnesses: readonly string[] }

/** The newest signed head as anybody may have it; null before the log has begun. */
export const logHeadQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['admin', 'log-head', tenant],
    queryFn: async (): Promise<LogHead | null> => {
      const answer = await watchedFetch(`/tlog/${tenant}/checkpoint`)
      return answer.ok ? readHead(await answer.text()) : null
    },
  })

/** Below the log's own signature stand those of the witnesses. */
function readHead(text: string): LogHead | null {
  const note = readNote(text)
  const said = note && readCheckpointText(note.text)
  if (!note || !said) return null
  const names = note.signatures.map(({ name }) => name).filter((name) => name !== said.origin)
  return { size: said.size, witnesses: [...new Set(names)] }
}
