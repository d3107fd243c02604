/**
 * Takes place, device and time out of a photo before it is stored: a reporter's whereabouts are nobody's business.
 * JPEG keeps its orientation (else phone photos lie on their side); PNG and WebP lose their EXIF and text chunks.
 * What cannot be read is left out: a broken picture tells less than a whole one with its place.
 */
export function withoutMetadata(bytes: Uint8Array, type: string): Uint8Array {
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (type === 'image/jpeg') return jpegWithout(input)
  if (type === 'image/png') return pngWithout(input)
  if (type === 'image/webp') return webpWithout(input)
  return bytes
}

/** No camera writes more segments, no program more chunks; millions of four bytes each cost seconds and say nothing. */
const MOST_PIECES = 20_000

/** Notes a piece to keep. @throws RangeError when a picture has more of them than any camera writes */
function keep(kept: Buffer[], piece: Buffer): void {
  if (kept.length >= MOST_PIECES) throw new RangeError('more pieces than any picture has')
  kept.push(piece)
}

const isMetadata = (marker: number) =>
  (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee) || marker === 0xfe

const SCAN = 0xda
const END = Buffer.from([0xff, 0xd9])

/** Restart marks and the like stand alone, without a length. */
const standsAlone = (marker: number) => (marker >= 0xd0 && marker <= 0xd8) || marker <= 0x01

/** What lies between segments and behind the end (a preview with a place of its own, a film) is left out. */
function jpegWithout(input: Buffer): Buffer {
  const kept: Buffer[] = [input.subarray(0, 2)]
  let seen = 0
  for (let at = 2; at + 4 <= input.length; ) {
    const marker = input[at + 1] ?? 0
    if (input[at] !== 0xff || marker === 0xff || standsAlone(marker)) {
      at += 1
      continue
    }
    const length = input.readUInt16BE(at + 2) + 2
    if (marker === END[1] || at + length > input.length) break
    seen += 1
    if (seen > MOST_PIECES) throw new RangeError('more segments than any photo has')
    const segment = input.subarray(at, at + length)
    if (!isMetadata(marker)) keep(kept, segment)
    else if (marker === 0xe1) kept.push(...orientationOnly(segment))
    at += length
    if (marker !== SCAN) continue
    const end = endOfScan(input, at)
    keep(kept, input.subarray(at, end))
    at = end
  }
  return Buffer.concat([...kept, END])
}

/** Where the picture's own bytes end: at the first mark that is neither a restart nor a plain 0xff. */
function endOfScan(input: Buffer, from: number): number {
  for (let at = input.indexOf(0xff, from); at >= 0; at = input.indexOf(0xff, at + 1)) {
    const next = input[at + 1] ?? 0
    if (next !== 0xff && !standsAlone(next)) return at
  }
  return input.length
}

/** An EXIF segment that says nothing but which side is up (tag 0x0112), if the original said it. */
function orientationOnly(segment: Buffer): Buffer[] {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0' || segment.length < 18) return []
  const tiff = segment.subarray(10)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = tiff.length < 8 ? 0 : little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < u16(first); entry += 1) {
    const at = first + 2 + entry * 12
    const value = u16(at + 8)
    if (u16(at) === 0x0112 && value >= 2 && value <= 8) {
      const exif = Buffer.from(
        'ffe1002245786966000049492a000800000001001201030001000000000000000000000000',
        'hex',
      ).subarray(0, 36)
      exif.writeUInt16LE(value, 28)
      return [exif]
    }
  }
  return []
}

const PNG_DROPPED = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']

function pngWithout(input: Buffer): Buffer {
  const kept: Buffer[] = [input.subarray(0, 8)]
  for (let at = 8; at + 12 <= input.length; ) {
    const length = input.readUInt32BE(at) + 12
    if (at + length > input.length) break
    const name = input.toString('latin1', at + 4, at + 8)
    if (!PNG_DROPPED.includes(name)) keep(kept, input.subarray(at, at + length))
    at += length
    if (name === 'IEND') break
  }
  return Buffer.concat(kept)
}

function webpWithout(input: Buffer): Buffer {
  const kept: Buffer[] = []
  for (let at = 12; at + 8 <= input.length; ) {
    const length = 8 + input.readUInt32LE(at + 4) + (input.readUInt32LE(at + 4) & 1)
    const name = input.toString('latin1', at, at + 4)
    const chunk = Buffer.from(input.subarray(at, Math.min(at + length, input.length)))
    // Bits 2 and 3 of the extended header announce XMP and EXIF.
    if (name === 'VP8X' && chunk.length > 8) chunk[8] = (chunk[8] ?? 0) & ~0x0c
    if (name !== 'EXIF' && name !== 'XMP ') keep(kept, chunk)
    at += length
  }
  const body = Buffer.concat(kept)
  const head = Buffer.from(input.subarray(0, 12))
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}
