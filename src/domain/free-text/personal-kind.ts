/** What tells who somebody is and has no place in a text that many read and that is searched. */
export const PERSONAL_KINDS = ['identity', 'phone', 'bankCard', 'name', 'email', 'plate', 'passport'] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

/** Where it stands: UTF-16 units of the text, end exclusive. */
export type Span = { readonly start: number; readonly end: number; readonly kind: PersonalKind }
