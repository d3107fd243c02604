/**
 * Films, sound and HEIC photos are boxes in boxes (ISO/IEC 14496-12). What tells place, device and time is blanked in
 * its place, so that every offset in the file stays right.
 */
type Box = { readonly type: string; readonly at: number; readonly body: number; readonly end: number }

/** No player needs deeper ones, or more of them; a file of a million boxes of eight bytes is no film. */
const MOST_BOXES = 20_000

/** Where phones keep the place (©xyz, keys of QuickTime), cameras their name. */
const TELLING = ['udta', 'meta', 'uuid', 'uinf', 'XMP_']
const FREE = Buffer.from('free')

/** Blanks user data in a film or sound. @throws RangeError when it has more boxes than any film */
export function withoutMediaMetadata(input: Buffer): Buffer {
  const bytes = Buffer.from(input)
  const budget = { left: MOST_BOXES }
  for (const box of boxes(bytes, 0, bytes.length, budget)) {
    if (TELLING.includes(box.type)) blank(bytes, box)
    if (box.type === 'moov') blankMovie(bytes, box, budget)
  }
  return bytes
}

/** Movie and its tracks; the times of recording in their headers go too (ISO/IEC 14496-12, 8.2.2 and 8.3.2). */
function blankMovie(bytes: Buffer, movie: Box, budget: { left: number }): void {
  for (const box of boxes(bytes, movie.body, movie.end, budget)) {
    if (TELLING.includes(box.type)) blank(bytes, box)
    else if (['mvhd', 'tkhd', 'mdhd'].includes(box.type)) blankTimes(bytes, box)
    else if (box.type === 'trak' || box.type === 'mdia') blankMovie(bytes, box, budget)
  }
}

/** Version and flags, then creation and modification: 4 bytes each, 8 in version 1. */
function blankTimes(bytes: Buffer, { body, end }: Box): void {
  const width = bytes[body] === 1 ? 16 : 8
  bytes.fill(0, Math.min(body + 4, end), Math.min(body + 4 + width, end))
}

function blank(bytes: Buffer, { at, body, end }: Box): void {
  FREE.copy(bytes, at + 4)
  bytes.fill(0, body, end)
}

/** The boxes that follow each other between two places; a box that claims to be longer ends with its parent. */
function* boxes(bytes: Buffer, from: number, to: number, budget: { left: number }): Generator<Box> {
  for (let at = from; at + 8 <= to; ) {
    budget.left -= 1
    if (budget.left < 0) throw new RangeError('more boxes than any film has')
    const size = bytes.readUInt32BE(at)
    const isLong = size === 1 && at + 16 <= to
    const length = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : size === 0 ? to - at : size
    const body = at + (isLong ? 16 : 8)
    if (length < body - at) return
    const end = Math.min(at + length, to)
    yield { type: bytes.toString('latin1', at + 4, at + 8), at, body, end }
    at = end
  }
}

/** The pieces of the file that hold EXIF and XMP of a HEIC photo, blanked. Which side is up stands elsewhere (irot) and stays. */
export function withoutHeicMetadata(input: Buffer): Buffer {
  const bytes = Buffer.from(input)
  const budget = { left: MOST_BOXES }
  for (const meta of boxes(bytes, 0, bytes.length, budget)) {
    if (meta.type === 'uuid') blank(bytes, meta)
    if (meta.type !== 'meta') continue
    const inner = [...boxes(bytes, meta.body + 4, meta.end, budget)]
    const telling = inner.filter(({ type }) => type === 'iinf').flatMap((box) => tellingItems(bytes, box, budget))
    const data = inner.find(({ type }) => type === 'idat')
    for (const box of inner.filter(({ type }) => type === 'iloc')) blankItems(bytes, box, new Set(telling), data)
  }
  return bytes
}

/** Numbers of the items of type Exif and mime, from the item information (8.11.6): infe of version 2 or 3. */
function tellingItems(bytes: Buffer, { body, end }: Box, budget: { left: number }): number[] {
  const start = body + (bytes[body] === 0 ? 6 : 8)
  return [...boxes(bytes, start, end, budget)].flatMap((entry) => {
    const isWide = bytes[entry.body] === 3
    const typeAt = entry.body + (isWide ? 10 : 8)
    if (entry.type !== 'infe' || typeAt + 4 > entry.end) return []
    const number = isWide ? bytes.readUInt32BE(entry.body + 4) : bytes.readUInt16BE(entry.body + 4)
    return ['Exif', 'mime', 'uri '].includes(bytes.toString('latin1', typeAt, typeAt + 4)) ? [number] : []
  })
}

/** Blanks the extents that the item location box (8.11.3) gives for the numbered items. */
function blankItems(bytes: Buffer, { body, end }: Box, items: ReadonlySet<number>, data: Box | undefined): void {
  const version = bytes[body] ?? 0
  let at = body + 4
  const read = (width: number): number => {
    if (at + width > end) throw new RangeError('an item location box that is cut short')
    const value = width === 0 ? 0 : width === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, width)
    at += width
    return value
  }
  const [sizes, more] = [read(1), read(1)]
  const [offsetSize, lengthSize, baseSize, indexSize] = [sizes >> 4, sizes & 15, more >> 4, version > 0 ? more & 15 : 0]
  for (let left = read(version < 2 ? 2 : 4); left > 0; left -= 1) {
    const item = read(version < 2 ? 2 : 4)
    const method = version > 0 ? read(2) & 15 : 0
    read(2) // which file: always this one
    const base = read(baseSize) + (method === 1 ? (data?.body ?? 0) : 0)
    for (let extents = read(2); extents > 0; extents -= 1) {
      read(indexSize)
      const start = base + read(offsetSize)
      const length = read(lengthSize)
      if (items.has(item)) bytes.fill(0, Math.min(start, bytes.length), Math.min(start + length, bytes.length))
    }
  }
}
