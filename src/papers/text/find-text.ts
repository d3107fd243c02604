import type { Procedure } from '../../domain/procedure/procedure.ts'
import { PAPER_TEXTS } from '../texts/all.ts'
import { defaultText } from './default-text.ts'
import type { PaperText } from './paper-text.ts'

/** The text of a document of this kind: its own, else one made from the definition. */
export const textOf = (procedure: Procedure, document: string): PaperText =>
  PAPER_TEXTS.find(({ serves }) =>
    serves.some((each) => each.procedure === procedure.id && each.document === document),
  ) ?? defaultText(procedure, document)
