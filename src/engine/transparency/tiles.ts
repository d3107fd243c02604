import { foldRanges, type HashBytes, nodeHash, perfectRanges, type Range } from './tree.ts'

/** Hashes in a full tile (C2SP tlog-tiles). */
export const TILE_WIDTH = 256

/** A tile: its level, its place in the level, and how many hashes it holds. */
export type Tile = { readonly level: number; readonly n: number; readonly width: number }

/** How many hashes a level has in a tree of this size. */
export const widthOfLevel = (size: number, level: number): number => Math.floor(size / TILE_WIDTH ** level)

/** The tile of a level at a place, as wide as it is in a tree of this size; undefined when it would be empty. */
export function tileIn(size: number, level: number, n: number): Tile | undefined {
  const width = Math.min(TILE_WIDTH, widthOfLevel(size, level) - n * TILE_WIDTH)
  return width > 0 ? { level, n, width } : undefined
}

/** `x001/x234/067`, and `.p/17` behind it for a tile that is not full. */
export function tilePath(n: number, width: number): string {
  const digits = String(n)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const parts = padded.match(/\d{3}/g) ?? []
  const place = parts.map((part, at) => (at < parts.length - 1 ? `x${part}` : part)).join('/')
  return width === TILE_WIDTH ? place : `${place}.p/${width}`
}

const PLACE = /^((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/

/** Place and width out of a path, or undefined for anything that is not spelt as it must be. */
export function readTilePath(path: string): Pick<Tile, 'n' | 'width'> | undefined {
  const [, place = '', partial] = PLACE.exec(path) ?? []
  const n = Number(place.replace(/[x/]/g, '') || Number.NaN)
  const width = partial === undefined ? TILE_WIDTH : Number(partial)
  if (!Number.isSafeInteger(n) || width > TILE_WIDTH || (partial !== undefined && width === TILE_WIDTH))
    return undefined
  return tilePath(n, width) === path ? { n, width } : undefined
}

/** Which hashes of which tile a perfect subtree is made of. */
export function partOfTile({ from, to }: Range): { readonly level: number; readonly n: number } & Range {
  let level = 0
  while (TILE_WIDTH ** (level + 1) <= to - from) level += 1
  const unit = TILE_WIDTH ** level
  const [first, end] = [from / unit, to / unit]
  const n = Math.floor(first / TILE_WIDTH)
  return { level, n, from: first - n * TILE_WIDTH, to: end - n * TILE_WIDTH }
}

/** The hash over neighbours, pair by pair; their number is a power of two. */
export function hashUp(hashes: readonly Uint8Array[], hash: HashBytes): Uint8Array {
  let row = hashes
  while (row.length > 1) {
    const above: Uint8Array[] = []
    for (let at = 0; at < row.length; at += 2)
      above.push(nodeHash(row[at] as Uint8Array, row[at + 1] as Uint8Array, hash))
    row = above
  }
  return row[0] as Uint8Array
}

/** Gives the hashes of a tile; each tile is asked for once. */
export type ReadTile = (level: number, n: number) => Promise<readonly Uint8Array[]>

/** The hashes of ranges of one tree, read from its tiles, one after the other: a database connection answers one question at a time. */
export async function hashRanges(ranges: readonly Range[], read: ReadTile, hash: HashBytes): Promise<Uint8Array[]> {
  const known = new Map<string, readonly Uint8Array[]>()
  const perfect = async (range: Range) => {
    const { level, n, from, to } = partOfTile(range)
    const tile = known.get(`${level}/${n}`) ?? (await read(level, n))
    known.set(`${level}/${n}`, tile)
    const hashes = tile.slice(from, to)
    if (hashes.length !== to - from) throw new Error(`tile ${level}/${n} has no hash ${to - 1}`)
    return hashUp(hashes, hash)
  }
  const found: Uint8Array[] = []
  for (const range of ranges) {
    const parts: Uint8Array[] = []
    for (const part of perfectRanges(range)) parts.push(await perfect(part))
    found.push(foldRanges(parts, hash))
  }
  return found
}
