const SHOWN = ['all', 'open', 'crossed'] as const
export type Shown = (typeof SHOWN)[number]

/** What the address of the page carries. Without `show` it is those with enough to look at; `unit` means it and those below it. */
export type WarningsSearch = { readonly show?: Shown; readonly unit?: string; readonly kind?: string }

/** Reads the address; what does not fit is left out, because people edit addresses. */
export function readWarningsSearch({ show, unit, kind }: Record<string, unknown>): WarningsSearch {
  return {
    ...(SHOWN.includes(show as Shown) ? { show: show as Shown } : {}),
    ...(isWord(unit) ? { unit } : {}),
    ...(isWord(kind) ? { kind } : {}),
  }
}

const isWord = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 100
