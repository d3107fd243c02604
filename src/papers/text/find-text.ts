import type { Procedure } from '../../domain/procedure/procedure.ts'
import { PAPER_TEXTS } from '../texts/all.ts'
import { defaultText } from './default-text.ts'
import type { PaperText } from './paper-text.ts'

/** The text of a document of this kind: its own, else one made from the definition. */
export const textOf = (procedure: Procedure, document: string): PaperText =>
  PAPER_TEXTS.find(({ serves }) =>
    serves.some((each) => each.procedure === procedure.id && each.document === document),
  ) ?? defaultText(procedure, document)

/** A paper as an office's list shows it. */
export type Listed = { readonly text: PaperText; readonly procedures: readonly Procedure[] }

/** Every paper that the newest versions of these kinds issue, each once, with the kinds that issue it. */
export function listPapers(procedures: readonly Procedure[]): Listed[] {
  const papers = new Map<string, { text: PaperText; procedures: Procedure[] }>()
  for (const procedure of newestOf(procedures)) {
    for (const document of Object.keys(procedure.documents)) {
      const text = textOf(procedure, document)
      const listed = papers.get(text.id) ?? { text, procedures: [] }
      papers.set(text.id, listed)
      if (!listed.procedures.includes(procedure)) listed.procedures.push(procedure)
    }
  }
  return [...papers.values()]
}

const newestOf = (procedures: readonly Procedure[]): Procedure[] => [
  ...new Map(procedures.map((procedure) => [procedure.id, procedure])).values(),
]
