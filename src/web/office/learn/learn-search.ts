const SHOWN = ['back', 'late', 'open', 'done'] as const
export type Shown = (typeof SHOWN)[number]

/** What the address of the page carries. Without `show` it is all of them; `unit` means the unit that decided, and those below it. */
export type LearnSearch = { readonly show?: Shown; readonly unit?: string }

/** Reads the address; what does not fit is left out, because people edit addresses. */
export function readLearnSearch({ show, unit }: Record<string, unknown>): LearnSearch {
  return {
    ...(SHOWN.includes(show as Shown) ? { show: show as Shown } : {}),
    ...(typeof unit === 'string' && unit.length > 0 && unit.length <= 100 ? { unit } : {}),
  }
}
