import { optionsOf } from '../procedure/form.ts'
import type { Procedure } from '../procedure/procedure.ts'
import type { Text } from './text.ts'

/** What a mark says: the option of the question that gives it. */
export const markText = ({ mark, forms }: Procedure, answer: string): Text | undefined =>
  mark && Object.values(forms).flatMap(({ fields }) => optionsOf(fields[mark.field])?.[answer] ?? [])[0]
