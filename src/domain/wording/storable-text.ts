/** NUL cannot be stored by PostgreSQL, half of a surrogate pair cannot be written as UTF-8. */
const UNSTORABLE = /[\0\p{Surrogate}]/u

/** Whether a text can be stored as it is. */
export const isStorable = (text: string): boolean => !UNSTORABLE.test(text)
