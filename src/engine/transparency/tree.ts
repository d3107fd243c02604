/** SHA-256 of bytes; comes in as a value, because browsers and Node each have their own. */
export type HashBytes = (bytes: Uint8Array) => Uint8Array

/** The leaves from `from` up to, but not with, `to`. */
export type Range = { readonly from: number; readonly to: number }

const [LEAF, NODE] = [0, 1]

/** Hash of a leaf (RFC 9162, 2.1.1). The first byte keeps a leaf from being passed off as a node. */
export const leafHash = (entry: Uint8Array, hash: HashBytes): Uint8Array => hash(joined(LEAF, entry))

/** Hash of a node over two others (RFC 9162, 2.1.1). */
export const nodeHash = (left: Uint8Array, right: Uint8Array, hash: HashBytes): Uint8Array =>
  hash(joined(NODE, left, right))

/** Root of a tree without leaves: the hash of nothing. */
export const emptyRoot = (hash: HashBytes): Uint8Array => hash(new Uint8Array(0))

function joined(first: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 1))
  bytes[0] = first
  let at = 1
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** The largest power of two below `size`: where the RFC splits a tree. */
export function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** The perfect subtrees that a range that begins at a split consists of, from the left. */
export function perfectRanges({ from, to }: Range): Range[] {
  const found: Range[] = []
  for (let at = from; at < to; ) {
    let width = 1
    while (width * 2 <= to - at && at % (width * 2) === 0) width *= 2
    found.push({ from: at, to: at + width })
    at += width
  }
  return found
}

/** The hash of a range out of those of its perfect subtrees, as `perfectRanges` orders them. */
export function foldRanges(hashes: readonly Uint8Array[], hash: HashBytes): Uint8Array {
  const last = hashes.at(-1)
  if (!last) return emptyRoot(hash)
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right, hash), last)
}

/** Which subtrees prove that the leaf is in the tree of this size, from the leaf upwards (RFC 9162, 2.1.3.1). */
export function inclusionRanges(index: number, size: number): Range[] {
  const path: Range[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    if (index < middle) {
      path.push({ from: middle, to })
      to = middle
    } else {
      path.push({ from, to: middle })
      from = middle
    }
  }
  return path.reverse()
}

/** Which subtrees prove that a tree of `before` leaves is the beginning of one of `size` (RFC 9162, 2.1.4.1). */
export function consistencyRanges(before: number, size: number): Range[] {
  if (before === 0 || before === size) return []
  const path: Range[] = []
  let [from, to, whole] = [0, size, true]
  while (before !== to) {
    const middle = from + splitOf(to - from)
    if (before <= middle) {
      path.push({ from: middle, to })
      to = middle
    } else {
      path.push({ from, to: middle })
      from = middle
      whole = false
    }
  }
  return (whole ? path : [...path, { from, to }]).reverse()
}
