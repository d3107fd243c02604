import type { Text } from '../wording/text.ts'

/** On what ground a kind of matter asks what is personal (Personal Information Protection Law art. 13), and whether by consent. */
export type LegalBasis = { readonly article: Text; readonly consent?: true }

/** The ground of each kind, by its id. */
export type LegalBases = Readonly<Record<string, LegalBasis>>
