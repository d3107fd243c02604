import { canonicalJson } from './canonical-json.ts'

/** Name of the way hashes are made; goes into every hash, so that a later way cannot be passed off as this one. */
export const CHAIN_ALG = 'sha256-jcs-1'

/** SHA-256 of a text's UTF-8 as lower-case hex; comes in as a value, because browsers and Node each have their own. */
export type Sha256 = (text: string) => string

/** The hash of an event: over the name of the way, the hash before it (empty for the first) and its canonical JSON. */
export const linkHash = (previous: string, event: unknown, sha256: Sha256): string =>
  linkHashOfJson(previous, canonicalJson(event), sha256)

/** As `linkHash`, for who has the canonical JSON already. */
export const linkHashOfJson = (previous: string, canonical: string, sha256: Sha256): string =>
  sha256(`${CHAIN_ALG}\n${previous}\n${canonical}`)

export type Link = { readonly event: unknown; readonly hash: string }

/** `index` counts from 0. `changed`: this event or its place is not what was recorded. `cut-short`: later ones are missing. */
export type ChainResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly index: number; readonly reason: 'changed' | 'cut-short' }

/**
 * Checks a history from its first event. Finds any changed, dropped, added or reordered event.
 * Events missing at the end show only against `head`, the hash that is kept apart from the events.
 */
export function verifyChain(links: readonly Link[], sha256: Sha256, head?: string): ChainResult {
  let previous = ''
  for (const [index, { event, hash }] of links.entries()) {
    if (linkHash(previous, event, sha256) !== hash) return { ok: false, index, reason: 'changed' }
    previous = hash
  }
  if (head !== undefined && head !== previous) return { ok: false, index: links.length, reason: 'cut-short' }
  return { ok: true }
}
