/** What the address carries: the ledger that was brought back, so that one may leave and come back. */
export type BringBackSearch = { readonly file?: string }

/** Reads the address; what does not fit is left out. */
export const readBringBackSearch = ({ file }: Record<string, unknown>): BringBackSearch =>
  typeof file === 'string' ? { file } : {}
