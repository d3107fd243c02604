import { createContext } from 'react'
import type { PlaceholderFacts } from '../../../domain/answer-texts/fill.ts'

/** For which matter a form is filled in, as far as kept words ask: which of them fit, and what stands in their braces. */
export type TextsAbout = {
  readonly procedure: string
  readonly category?: string
  readonly facts: PlaceholderFacts
}

/** Without it no form offers kept words. */
export const TextsContext = createContext<TextsAbout | undefined>(undefined)
