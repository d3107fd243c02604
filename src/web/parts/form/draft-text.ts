import type { Form } from '../../../domain/procedure/form.ts'
import type { Words } from '../../words/zh.ts'
import { isPersonal } from './draft.ts'

/** Where the draft of a form is, and how long. */
export const draftText = ({ fields }: Form, words: Words): string =>
  Object.values(fields).some(isPersonal)
    ? `${words.form.draftKept}${words.semicolon}${words.form.draftPersonal}`
    : words.form.draftKept
