import { emptyRoot, type HashBytes, nodeHash } from './tree.ts'

/** Sizes beyond this lose their last digits in a number; no log of ours comes near it. */
const LARGEST = Number.MAX_SAFE_INTEGER

/** What two trees are compared by. */
export type TreeHead = { readonly size: number; readonly root: Uint8Array }

/** Whether two hashes are the same bytes. */
export const sameHash = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])

const half = (count: number) => Math.floor(count / 2)
const isOdd = (count: number) => count % 2 === 1

/** Whether a leaf is at this place in the tree (RFC 9162, 2.1.3.2). */
export function isIncluded(
  leaf: Uint8Array,
  index: number,
  { size, root }: TreeHead,
  proof: readonly Uint8Array[],
  hash: HashBytes,
): boolean {
  if (!(index >= 0 && index < size && size <= LARGEST)) return false
  let [at, last, found] = [index, size - 1, leaf]
  for (const other of proof) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      found = nodeHash(other, found, hash)
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)]
    } else found = nodeHash(found, other, hash)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameHash(found, root)
}

/** Whether one tree is the beginning of another (RFC 9162, 2.1.4.2). An empty tree is the beginning of every tree. */
export function isConsistent(
  before: TreeHead,
  after: TreeHead,
  proof: readonly Uint8Array[],
  hash: HashBytes,
): boolean {
  if (!(before.size >= 0 && before.size <= after.size && after.size <= LARGEST)) return false
  if (before.size === 0) return proof.length === 0 && sameHash(before.root, emptyRoot(hash))
  if (before.size === after.size) return proof.length === 0 && sameHash(before.root, after.root)
  let [at, last] = [before.size - 1, after.size - 1]
  while (isOdd(at)) [at, last] = [half(at), half(last)]
  const [first, ...rest] = at === 0 ? [before.root, ...proof] : proof
  if (!first) return false
  let [old, young] = [first, first]
  for (const other of rest) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      old = nodeHash(other, old, hash)
      young = nodeHash(other, young, hash)
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)]
    } else young = nodeHash(young, other, hash)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameHash(old, before.root) && sameHash(young, after.root)
}
