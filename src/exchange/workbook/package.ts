import { open } from 'node:fs/promises'
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import { workbookFault } from './workbook-fault.ts'

/** The parts of an Office file, read one at a time and never as a whole. Names are compared without regard to case, as Office does. */
export type Package = {
  readonly has: (part: string) => boolean
  /** A part's name as the file itself writes it. */
  readonly nameOf: (part: string) => string
  /** Bytes of the file that stand for one unpacked byte of a part. */
  readonly share: (part: string) => number
  /** The bytes of a part, unpacked. */
  readonly open: (part: string) => AsyncGenerator<Buffer>
  readonly close: () => void
}

/** A ledger has a dozen parts; thousands are no workbook of an office. */
const MOST_PARTS = 5_000

/** What one part may unpack to, in bytes: a million rows of twenty cells. A file that promises more is refused unread. */
const MOST_BYTES = 1_000_000_000

/** Sheets of an office unpack to ten or twenty times their packed size, empty ones with borders to fifty. */
const MOST_RATIO = 200
/** Parts smaller than this may be as repetitive as they like. */
const SMALL = 20_000_000

/**
 * Opens an Office file. The library refuses parts that unpack to more than they say, so that what a part says can be believed.
 * @throws AnlanError import-refused, rule damaged or too-large
 */
export async function openPackage(source: string | Uint8Array): Promise<Package> {
  const zip = await openArchive(source)
  if (!zip) throw workbookFault((await isArchive(source)) ? 'damaged' : 'no-workbook')
  try {
    const parts = await partsOf(zip)
    return {
      has: (part) => parts.has(known(part)),
      nameOf: (part) => parts.get(known(part))?.fileName ?? part,
      share: (part) => shareOf(parts.get(known(part))),
      open: (part) => bytesOf(zip, parts.get(known(part))),
      close: () => zip.close(),
    }
  } catch (cause) {
    zip.close()
    throw cause
  }
}

/** Opens the archive at a path or in memory; undefined when it is none. Its entries are unpacked to no more than they say. */
export const openArchive = (source: string | Uint8Array): Promise<ZipFile | undefined> => {
  const options = { autoClose: false, validateEntrySizes: true }
  const zip =
    typeof source === 'string'
      ? openPromise(source, options)
      : fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options)
  return zip.catch(() => undefined)
}

/** Whether it begins as a zip archive does: old workbooks and those with a password are containers of another kind. */
async function isArchive(source: string | Uint8Array): Promise<boolean> {
  if (typeof source !== 'string') return source[0] === 0x50 && source[1] === 0x4b
  const file = await open(source)
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.toString('latin1', 0, 2) === 'PK'
  } finally {
    await file.close()
  }
}

const shareOf = (entry: Entry | undefined): number =>
  entry?.uncompressedSize ? entry.compressedSize / entry.uncompressedSize : 1

const known = (part: string): string => part.replace(/^\//, '').toLowerCase()

async function partsOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > MOST_PARTS) throw workbookFault('too-large')
  const parts = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      const name = known(entry.fileName)
      // Of two parts of one name programs read different ones: what was looked at is not what comes in.
      if (parts.has(name) || entry.isEncrypted()) throw workbookFault('damaged')
      parts.set(name, entry)
    }
  } catch {
    throw workbookFault('damaged')
  }
  if (isBomb([...parts.values()])) throw workbookFault('packed-bomb')
  return parts
}

/** Whether parts share their bytes (a thousand names for one that is large), or unpack to what no program would pack so small. */
function isBomb(parts: readonly Entry[]): boolean {
  let end = 0
  return [...parts]
    .sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
    .some(({ relativeOffsetOfLocalHeader: start, compressedSize, uncompressedSize }) => {
      const overlaps = start < end
      end = start + compressedSize
      return overlaps || (uncompressedSize > SMALL && uncompressedSize > MOST_RATIO * compressedSize)
    })
}

async function* bytesOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw workbookFault('damaged')
  if (entry.uncompressedSize > MOST_BYTES) throw workbookFault('too-large')
  const stream = await zip.openReadStreamPromise(entry).catch(() => undefined)
  if (!stream) throw workbookFault('damaged')
  try {
    for await (const bytes of stream) yield bytes as Buffer
  } catch {
    throw workbookFault('damaged')
  } finally {
    stream.destroy()
  }
}
