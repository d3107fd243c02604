import { canonicalJson } from './canonical-json.ts'
import type { EventPlace } from './stored-event.ts'

/** SHA-256 of a text's UTF-8 as lower-case hex; comes in as a value, because browsers and Node each have their own. */
export type Sha256 = (text: string) => string

/**
 * The hash of an event: over the name of the way, the hash before it (empty for the first), what its row says of it, and its stored
 * JSON in the one spelling. The name goes into every hash, so that another way cannot be passed off as this one.
 */
export const linkHash = (previous: string, place: EventPlace, json: string, sha256: Sha256): string =>
  sha256(
    `sha256-jcs-2\n${previous}\n${place.tenant}\n${place.matterId}\n${place.version}\n${place.type}\n${place.at}\n${json}`,
  )

/** How events were hashed that hold all of it in their JSON: over the JSON alone. */
export const wholeLinkHash = (previous: string, json: string, sha256: Sha256): string =>
  sha256(`sha256-jcs-1\n${previous}\n${json}`)

/** An event as its row holds it. `json` is the text of its JSON, `event` what that says. */
export type Link = EventPlace & { readonly json: string; readonly event: unknown; readonly hash: string }

/** Whether all of an event is in its JSON, as it was before rows left out what they say beside it. */
const isWhole = (event: unknown) => typeof event === 'object' && event !== null && 'type' in event

function hashOf(previous: string, link: Link, sha256: Sha256): string {
  const { json, event } = link
  return isWhole(event) ? wholeLinkHash(previous, canonicalJson(event), sha256) : linkHash(previous, link, json, sha256)
}

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
  for (const [index, link] of links.entries()) {
    if (hashOf(previous, link, sha256) !== link.hash) return { ok: false, index, reason: 'changed' }
    previous = link.hash
  }
  if (head !== undefined && head !== previous) return { ok: false, index: links.length, reason: 'cut-short' }
  return { ok: true }
}
