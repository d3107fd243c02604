import { procedureOf, useOffice } from '../../client/office.tsx'
import { useTextsWords } from '../../words/told/use-texts-words.ts'
import { useWords } from '../../words/words.tsx'

type For = { readonly procedure?: string; readonly category?: string }

/** Says for which kind of matter and category some words are. */
export function useKindText() {
  const { say } = useWords()
  const texts = useTextsWords()
  const { kinds, rulebook } = useOffice()
  return ({ procedure, category }: For): string => {
    const kind = kinds.find(({ id }) => id === procedure)
    if (!kind) return texts.anyKind
    const title = category ? procedureOf(rulebook, kind.id)?.categories[category] : undefined
    return title ? `${say(kind.title)} · ${say(title)}` : say(kind.title)
  }
}
