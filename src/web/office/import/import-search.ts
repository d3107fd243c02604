/** What the address carries: the ledger that was sent in, so that one may leave and come back; or the import that was asked for. */
export type ImportSearch = { readonly upload?: string; readonly batch?: string }

/** Reads the address; what does not fit is left out. */
export function readImportSearch({ upload, batch }: Record<string, unknown>): ImportSearch {
  return {
    ...(typeof upload === 'string' ? { upload } : {}),
    ...(typeof batch === 'string' ? { batch } : {}),
  }
}
