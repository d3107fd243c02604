import { useMemo } from 'react'
import { useRulesWords } from '../../words/use-rules-words.ts'
import { useWords } from '../../words/words.tsx'
import type { Speech } from './rule-words.ts'

/** What it takes to put a rule into the reader's words. */
export function useSpeech(): Speech {
  const { words, locale, say } = useWords()
  const rules = useRulesWords()
  return useMemo(() => ({ words, rules, locale, say }), [words, rules, locale, say])
}
