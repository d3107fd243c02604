/** What the address of the page carries: one form, one filling, or what all of them cost. */
export type ReturnsSearch = { readonly form?: string; readonly fill?: string; readonly show?: 'burden' }

const ID = /^[0-9a-f-]{36}$/
const idIn = (value: unknown): value is string => typeof value === 'string' && ID.test(value)

/** Reads the address; what does not fit is left out, because people edit addresses. */
export function readReturnsSearch({ form, fill, show }: Record<string, unknown>): ReturnsSearch {
  if (idIn(fill)) return { fill }
  if (idIn(form)) return { form }
  return show === 'burden' ? { show } : {}
}
