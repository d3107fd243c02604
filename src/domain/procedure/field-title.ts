import type { Text } from '../wording/text.ts'
import type { Procedure } from './procedure.ts'

/** What a question is called, wherever it is asked; its name when no form asks it any more. */
export function fieldTitle({ forms }: Procedure, name: string): Text {
  const asked = Object.values(forms).find(({ fields }) => Object.hasOwn(fields, name))
  return asked?.fields[name]?.title ?? { zh: name, en: name }
}
