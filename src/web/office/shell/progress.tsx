import { useRouterState } from '@tanstack/react-router'
import { useWords } from '../../words/words.tsx'
import '../../parts/shell/connection.css'

/** A line at the top while the next page is on its way; shown after a moment. */
export function Progress() {
  const { words } = useWords()
  const isLoading = useRouterState({ select: (state) => state.isLoading })
  if (!isLoading) return null
  return <div className="progress no-print" role="progressbar" aria-label={words.loading} />
}
