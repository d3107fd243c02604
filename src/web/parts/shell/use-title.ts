import { useEffect } from 'react'
import { useWords } from '../../words/words.tsx'

/** Names the page in the browser's tab. */
export function useTitle(title: string): void {
  const { words } = useWords()
  useEffect(() => {
    document.title = `${title} · ${words.name}`
  }, [title, words])
}
