import { hash as digest } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { isConsistent, isIncluded } from './check-proof.ts'
import { addLeaf, newTree, rootOf } from './growing-tree.ts'
import { hashRanges, hashUp, partOfTile, readTilePath, TILE_WIDTH, tileIn, tilePath } from './tiles.ts'
import { consistencyRanges, emptyRoot, type HashBytes, inclusionRanges, leafHash, nodeHash } from './tree.ts'

const hash: HashBytes = (bytes) => digest('sha256', bytes, 'buffer')

/** The tests of the Certificate Transparency project for this tree: eight entries and the root after each. */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

/** The definition of the RFC, word for word: slow, and so plain that it can be read. */
function slowRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return emptyRoot(hash)
  if (leaves.length === 1) return leaves[0] as Uint8Array
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return nodeHash(slowRoot(leaves.slice(0, split)), slowRoot(leaves.slice(split)), hash)
}

const leavesOf = (count: number) => Array.from({ length: count }, (_, at) => leafHash(Buffer.from(`leaf ${at}`), hash))
const MANY = leavesOf(700)
/** A tile read straight from the leaves. */
const read = async (level: number, n: number) => {
  const unit = TILE_WIDTH ** level
  const found: Uint8Array[] = []
  for (let at = n * TILE_WIDTH; at < (n + 1) * TILE_WIDTH && (at + 1) * unit <= MANY.length; at += 1)
    found.push(hashUp(MANY.slice(at * unit, (at + 1) * unit), hash))
  return found
}
const head = (size: number) => ({ size, root: slowRoot(MANY.slice(0, size)) })
const inclusion = (index: number, size: number) => hashRanges(inclusionRanges(index, size), read, hash)
const consistency = (before: number, size: number) => hashRanges(consistencyRanges(before, size), read, hash)
const sizes = fc.integer({ min: 1, max: MANY.length })

describe('the tree of RFC 9162', () => {
  test('has the published roots', () => {
    const tree = newTree()
    const roots = ENTRIES.map((entry) => {
      addLeaf(tree, leafHash(Buffer.from(entry, 'hex'), hash), hash)
      return toHex(rootOf(tree, hash))
    })
    expect(roots).toEqual(ROOTS)
    expect(toHex(rootOf(newTree(), hash))).toBe(digest('sha256', ''))
  })

  test('is the same leaf by leaf as by the definition', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const tree = newTree()
        for (const leaf of MANY.slice(0, size)) addLeaf(tree, leaf, hash)
        expect(toHex(rootOf(tree, hash))).toBe(toHex(head(size).root))
      }),
      { numRuns: 25 },
    )
  })

  test('proves every leaf, and no other leaf, place or size', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, some, other) => {
        const index = some % size
        const leaf = MANY[index] as Uint8Array
        const proof = await inclusion(index, size)
        expect(isIncluded(leaf, index, head(size), proof, hash)).toBe(true)
        const wrong = other % size
        if (wrong !== index) {
          expect(isIncluded(leaf, wrong, head(size), proof, hash)).toBe(false)
          expect(isIncluded(MANY[wrong] as Uint8Array, index, head(size), proof, hash)).toBe(false)
        }
        expect(isIncluded(leaf, index, { ...head(size), size: size + 1 }, [...proof, leaf], hash)).toBe(false)
        if (proof.length > 0) {
          expect(isIncluded(leaf, index, head(size), proof.slice(1), hash)).toBe(false)
          expect(isIncluded(leaf, index, head(size), proof.toReversed().concat(leaf), hash)).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('proves that an earlier tree is its beginning, and that no other tree is', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, sizes, async (one, two) => {
        const [before, after] = [Math.min(one, two), Math.max(one, two)]
        const proof = await consistency(before, after)
        expect(isConsistent(head(before), head(after), proof, hash)).toBe(true)
        const forged = { size: before, root: leafHash(head(before).root, hash) }
        expect(isConsistent(forged, head(after), proof, hash)).toBe(false)
        expect(isConsistent(head(before), { size: after, root: forged.root }, proof, hash)).toBe(false)
        expect(isConsistent(head(before), head(after), [...proof, forged.root], hash)).toBe(false)
        if (before < after) expect(isConsistent(head(after), head(before), proof, hash)).toBe(false)
        if (proof.length > 0) expect(isConsistent(head(before), head(after), proof.slice(0, -1), hash)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  test('an empty tree is the beginning of every tree, without proof', () => {
    const empty = { size: 0, root: emptyRoot(hash) }
    expect(isConsistent(empty, head(5), [], hash)).toBe(true)
    expect(isConsistent(empty, head(5), [head(5).root], hash)).toBe(false)
    expect(isConsistent({ size: 0, root: head(1).root }, head(5), [], hash)).toBe(false)
  })
})

describe('tiles', () => {
  test('are spelt as the specification says, and in no other way', () => {
    expect(tilePath(1_234_067, TILE_WIDTH)).toBe('x001/x234/067')
    expect(tilePath(0, 112)).toBe('000.p/112')
    expect(readTilePath('x001/x234/067')).toEqual({ n: 1_234_067, width: 256 })
    expect(readTilePath('000.p/112')).toEqual({ n: 0, width: 112 })
    for (const path of [
      '0',
      '0000',
      'x000/001',
      '001/002',
      '000.p/0',
      '000.p/256',
      '000.p/012',
      '../000',
      'x001/x23/067',
      '',
    ])
      expect(readTilePath(path)).toBeUndefined()
  })

  test('of 70,000 leaves are as many as the specification counts', () => {
    const widths = [0, 1, 2, 3].map((level) => {
      const found = Array.from({ length: 300 }, (_, n) => tileIn(70_000, level, n)?.width ?? 0)
      return [found.filter((width) => width === 256).length, found.find((width) => width > 0 && width < 256) ?? 0]
    })
    expect(widths).toEqual([
      [273, 112],
      [1, 17],
      [0, 1],
      [0, 0],
    ])
  })

  test('hold every perfect subtree', () => {
    expect(partOfTile({ from: 0, to: 1 })).toEqual({ level: 0, n: 0, from: 0, to: 1 })
    expect(partOfTile({ from: 256, to: 512 })).toEqual({ level: 1, n: 0, from: 1, to: 2 })
    expect(partOfTile({ from: 384, to: 512 })).toEqual({ level: 0, n: 1, from: 128, to: 256 })
    expect(partOfTile({ from: 65_536, to: 131_072 })).toEqual({ level: 2, n: 0, from: 1, to: 2 })
  })
})
