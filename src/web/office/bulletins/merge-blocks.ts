import type { Block } from '../../../domain/bulletins/bulletin.ts'

/** A part that both changed: mine stands in the text, theirs beside it until somebody chooses. */
export type BlockConflict = { readonly id: string; readonly theirs: Block | undefined }
export type Merged = { readonly blocks: readonly Block[]; readonly conflicts: readonly BlockConflict[] }

/**
 * What two people wrote since both saw `base`, part by part: what one of them changed is taken, what both changed alike as well;
 * where they differ mine stays and theirs is named. The order is mine when I moved something, else theirs.
 */
export function mergeBlocks(base: readonly Block[], mine: readonly Block[], theirs: readonly Block[]): Merged {
  const was = byId(base)
  const own = byId(mine)
  const other = byId(theirs)
  const conflicts: BlockConflict[] = []
  const chosen = (id: string): Block | undefined => {
    const [b, m, t] = [was.get(id), own.get(id), other.get(id)]
    if (isSame(m, b)) return t
    if (!isSame(t, b) && !isSame(m, t)) conflicts.push({ id, theirs: t })
    // What I took away and they changed comes back: nothing of theirs is lost.
    return m ?? (isSame(t, b) ? undefined : t)
  }
  const moved = order(mine, was) !== order(base, own)
  const [first, second] = moved ? [mine, theirs] : [theirs, mine]
  const ids = [...new Set([...first, ...second].map(({ id }) => id))]
  const blocks = ids.flatMap((id) => chosen(id) ?? [])
  return { blocks, conflicts }
}

const byId = (blocks: readonly Block[]) => new Map(blocks.map((block) => [block.id, block]))
const isSame = (a: Block | undefined, b: Block | undefined) => JSON.stringify(a) === JSON.stringify(b)
const order = (blocks: readonly Block[], known: ReadonlyMap<string, Block>) =>
  blocks.flatMap(({ id }) => (known.has(id) ? [id] : [])).join(' ')
