import { fromBufferPromise } from 'yauzl'

/** The parts of a file by name, packed as they lie there. */
export async function packedParts(file: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(file), { autoClose: false })
  const parts = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry, { decompress: entry.compressionMethod === 0 ? null : false })
    const pieces: Buffer[] = []
    for await (const piece of stream) pieces.push(piece as Buffer)
    parts.set(entry.fileName, Buffer.concat(pieces).toString('base64'))
  }
  zip.close()
  return parts
}
