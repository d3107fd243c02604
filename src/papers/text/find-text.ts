import type { Matter } from '../../domain/matter/matter.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { PAPER_TEXTS } from '../texts/all.ts'
import { defaultText } from './default-text.ts'
import type { MatterForm, PaperText, Served } from './paper-text.ts'

/** The text of a document of this kind: its own, else one made from the definition. */
export const textOf = (procedure: Procedure, document: string): PaperText =>
  PAPER_TEXTS.find(({ serves }) =>
    serves.some((each) => each.procedure === procedure.id && each.document === document),
  ) ?? defaultText(procedure, document)

type OwnForm = Pick<Served, 'document'> & { readonly form: MatterForm }

/** The forms of a kind that nobody issues. */
const formsOf = (procedure: string): OwnForm[] =>
  PAPER_TEXTS.flatMap(({ serves }) =>
    serves.flatMap(({ procedure: kind, document, form }) => (kind === procedure && form ? [{ document, form }] : [])),
  )

/** Those that can be made of a matter as it stands. */
export const formsNow = ({ procedure, state, fields }: Pick<Matter, 'procedure' | 'state' | 'fields'>): OwnForm[] =>
  formsOf(procedure).filter(
    ({ form: { states, needs = {} } }) =>
      states.includes(state) && Object.entries(needs).every(([name, words]) => words.includes(String(fields[name]))),
  )

/** A paper as an office's list shows it. */
export type Listed = { readonly text: PaperText; readonly procedures: readonly Procedure[] }

/** Every paper of the newest versions of these kinds, and every form of their matters, each once, with its kinds. */
export function listPapers(procedures: readonly Procedure[]): Listed[] {
  const papers = new Map<string, { text: PaperText; procedures: Procedure[] }>()
  for (const procedure of newestOf(procedures)) {
    const forms = formsOf(procedure.id).map(({ document }) => document)
    for (const document of [...Object.keys(procedure.documents), ...forms]) {
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
