import type { FormValues } from '../form.ts'

/** What one event of a record answered, and as of which version. */
export type Written = { readonly version: number; readonly form: FormValues }

/** What a record said as of a version: the answers of its story up to there. Nothing in a record is sealed. */
export const fieldsAt = (story: readonly Written[], version: number): FormValues =>
  Object.assign({}, ...story.filter((each) => each.version <= version).map(({ form }) => form)) as FormValues
