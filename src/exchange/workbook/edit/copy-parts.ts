import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'
import type { Entry } from 'yauzl'
import { openArchive } from '../package.ts'
import { workbookFault } from '../workbook-fault.ts'

const packed = promisify(deflateRaw)

/** What fits a file whose places are counted in 32 bits; no form of an office comes near. */
const MOST = 0xffff_fffe

/** Bit 3: sizes stand behind the bytes instead of before them. */
const SIZES_BEHIND = 0x0008

/**
 * An Office file with some parts changed, added, or (null) taken out. Every other part is copied with its own header as it lies there, byte by byte, and in
 * the same order; only the list at the end is written anew, because places moved.
 * @throws AnlanError import-refused, rule damaged or too-large
 */
export async function copyParts(
  file: Uint8Array,
  changed: ReadonlyMap<string, Uint8Array | null>,
): Promise<Uint8Array> {
  const { entries, listAt } = await entriesOf(file)
  const waiting = new Map(changed)
  const pieces: Uint8Array[] = []
  const list: Uint8Array[] = []
  let at = 0
  const put = async (entry: Entry | undefined, name: Buffer, end: number, bytes: Uint8Array | undefined) => {
    const piece = bytes
      ? await freshPiece(name, entry, bytes)
      : { ...entry, bytes: file.subarray(entry?.relativeOffsetOfLocalHeader, end) }
    list.push(listed(name, entry, piece, at))
    pieces.push(piece.bytes)
    at += piece.bytes.length
    if (at > MOST) throw workbookFault('too-large')
  }
  for (const [index, entry] of entries.entries()) {
    const end = entries[index + 1]?.relativeOffsetOfLocalHeader ?? listAt
    // Two parts over the same bytes are how small files become large.
    if (end < entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize || end > listAt)
      throw workbookFault('damaged')
    const bytes = waiting.get(entry.fileName)
    if (bytes !== null) await put(entry, entry.fileNameRaw, end, bytes)
    waiting.delete(entry.fileName)
  }
  for (const [name, bytes] of waiting) if (bytes) await put(undefined, Buffer.from(name), 0, bytes)
  const size = list.reduce((sum, { length }) => sum + length, 0)
  if (at + size > MOST || list.length > 0xfffe) throw workbookFault('too-large')
  return Buffer.concat([...pieces, ...list, ended(list.length, size, at)])
}

async function entriesOf(file: Uint8Array): Promise<{ readonly entries: readonly Entry[]; readonly listAt: number }> {
  const zip = await openArchive(file)
  if (!zip) throw workbookFault('damaged')
  // Where its list begins is where the next entry is read from; the types of the library call it a boolean.
  const listAt = Number(zip.readEntryCursor)
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry)
  } catch {
    throw workbookFault('damaged')
  } finally {
    zip.close()
  }
  return { entries: entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader), listAt }
}

type Piece = Partial<
  Pick<Entry, 'crc32' | 'compressedSize' | 'uncompressedSize' | 'generalPurposeBitFlag' | 'compressionMethod'>
> & {
  readonly bytes: Uint8Array
}

const UTF8_NAME = 0x0800
const DEFLATED = 8
/** 1 January 1980: a part that is new has no other day, so that the same changes make the same file. */
const NO_DAY = 0x21

async function freshPiece(name: Buffer, entry: Entry | undefined, bytes: Uint8Array): Promise<Piece> {
  const data = await packed(bytes)
  const flags = entry ? entry.generalPurposeBitFlag & ~SIZES_BEHIND : UTF8_NAME
  const [sum, compressedSize, uncompressedSize] = [crc32(bytes), data.length, bytes.length]
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(DEFLATED, 8)
  head.writeUInt16LE(entry?.lastModFileTime ?? 0, 10)
  head.writeUInt16LE(entry?.lastModFileDate ?? NO_DAY, 12)
  head.writeUInt32LE(sum, 14)
  head.writeUInt32LE(compressedSize, 18)
  head.writeUInt32LE(uncompressedSize, 22)
  head.writeUInt16LE(name.length, 26)
  return {
    bytes: Buffer.concat([head, name, data]),
    crc32: sum,
    compressedSize,
    uncompressedSize,
    generalPurposeBitFlag: flags,
    compressionMethod: DEFLATED,
  }
}

/** An entry of the list at the end. Sizes in 64 bits are not needed below four gigabytes and left out. */
function listed(name: Buffer, entry: Entry | undefined, piece: Piece, at: number): Buffer {
  const extra = Buffer.concat(
    (entry?.extraFields ?? [])
      .filter(({ id }) => id !== 1)
      .map(({ id, data }) => Buffer.concat([Buffer.from(Uint16Array.of(id, data.length).buffer), data])),
  )
  const comment = entry?.fileCommentRaw ?? Buffer.alloc(0)
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(entry?.versionMadeBy ?? 20, 4)
  head.writeUInt16LE(entry?.versionNeededToExtract ?? 20, 6)
  head.writeUInt16LE(piece.generalPurposeBitFlag ?? 0, 8)
  head.writeUInt16LE(piece.compressionMethod ?? 0, 10)
  head.writeUInt16LE(entry?.lastModFileTime ?? 0, 12)
  head.writeUInt16LE(entry?.lastModFileDate ?? NO_DAY, 14)
  head.writeUInt32LE(piece.crc32 ?? 0, 16)
  head.writeUInt32LE(piece.compressedSize ?? 0, 20)
  head.writeUInt32LE(piece.uncompressedSize ?? 0, 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt16LE(extra.length, 30)
  head.writeUInt16LE(comment.length, 32)
  head.writeUInt16LE(entry?.internalFileAttributes ?? 0, 36)
  head.writeUInt32LE(entry?.externalFileAttributes ?? 0, 38)
  head.writeUInt32LE(at, 42)
  return Buffer.concat([head, name, extra, comment])
}

function ended(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return end
}
