import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { Parts } from '../../papers/fill/check-parts.ts'
import type { TemplateFault } from '../../papers/fill/template-fault.ts'

/** A template has some twenty parts. */
const MOST_PARTS = 200
/** What a part, and all of them, may unpack to, in bytes. The library refuses parts that unpack to more than they say. */
const MOST_OF_PART = 8_000_000
const MOST_OF_ALL = 20_000_000

/** The parts of a sent .docx, unpacked within bounds, or why there are none. */
export async function readParts(bytes: Buffer): Promise<Parts | TemplateFault> {
  const zip = await fromBufferPromise(bytes, { validateEntrySizes: true, strictFileNames: true }).catch(() => undefined)
  if (!zip) return { rule: 'no-docx' }
  if (zip.entryCount > MOST_PARTS) return { rule: 'too-large' }
  try {
    return await partsOf(zip)
  } catch {
    return { rule: 'no-docx' }
  }
}

async function partsOf(zip: ZipFile): Promise<Parts | TemplateFault> {
  const parts = new Map<string, Uint8Array>()
  let all = 0
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
    const { fileName, uncompressedSize } = entry
    all += uncompressedSize
    if (uncompressedSize > MOST_OF_PART || all > MOST_OF_ALL) return { rule: 'too-large' }
    // Of two parts of one name programs read different ones.
    if (entry.isEncrypted() || parts.has(fileName)) return { rule: 'no-docx' }
    if (!fileName.endsWith('/')) parts.set(fileName, await bytesOf(zip, entry))
  }
  return parts
}

async function bytesOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry)
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
