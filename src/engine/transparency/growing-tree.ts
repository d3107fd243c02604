import { foldRanges, type HashBytes, nodeHash } from './tree.ts'

/** A tree that only grows: its size and the roots of its perfect subtrees, from the left. Memory is the logarithm of its size. */
export type GrowingTree = { size: number; readonly peaks: { readonly width: number; readonly root: Uint8Array }[] }

/** A tree without leaves. */
export const newTree = (): GrowingTree => ({ size: 0, peaks: [] })

/** Puts a leaf at the end; `onNode` is told each perfect subtree that it completes. */
export function addLeaf(
  tree: GrowingTree,
  leaf: Uint8Array,
  hash: HashBytes,
  onNode?: (width: number, root: Uint8Array) => void,
): void {
  let [width, root] = [1, leaf]
  for (let last = tree.peaks.at(-1); last?.width === width; last = tree.peaks.at(-1)) {
    tree.peaks.pop()
    root = nodeHash(last.root, root, hash)
    width *= 2
    onNode?.(width, root)
  }
  tree.peaks.push({ width, root })
  tree.size += 1
}

/** The root as the tree stands. */
export const rootOf = ({ peaks }: GrowingTree, hash: HashBytes): Uint8Array =>
  foldRanges(
    peaks.map(({ root }) => root),
    hash,
  )
