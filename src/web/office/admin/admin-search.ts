const PARTS = [
  'office',
  'people',
  'papers',
  'outlets',
  'signIn',
  'waiting',
  'imports',
  'jobs',
  'personal',
  'changes',
  'security',
] as const

/** What the address of the administrator's pages carries; without `part` it is units and posts. */
export type AdminSearch = { readonly part?: (typeof PARTS)[number]; readonly unit?: string }

/** Reads the address; what does not fit is left out, because people edit addresses. */
export function readAdminSearch(given: Record<string, unknown>): AdminSearch {
  const part = PARTS.find((one) => one === given['part'])
  return { ...(part ? { part } : {}), ...(typeof given['unit'] === 'string' ? { unit: given['unit'] } : {}) }
}
