/** What the address of the page of set words carries: for which kind, and what is looked for. */
export type TextsSearch = { readonly kind?: string; readonly find?: string }

/** Reads the address; what does not fit is left out, because people edit addresses. */
export const readTextsSearch = ({ kind, find }: Record<string, unknown>): TextsSearch => ({
  ...(typeof kind === 'string' && kind ? { kind } : {}),
  ...(typeof find === 'string' && find ? { find: find.slice(0, 60) } : {}),
})
