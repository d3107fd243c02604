import { createHash } from 'node:crypto'
import { FILE_KINDS } from '../../domain/procedure/file-kinds.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { withoutMetadata } from './clean/image-metadata.ts'
import { withoutHeicMetadata, withoutMediaMetadata } from './clean/media-metadata.ts'
import { withoutMp3Metadata } from './clean/mp3-metadata.ts'
import { sniff } from './sniff.ts'

/** A file that may be stored: what it is, and its bytes without what tells on people. */
export type Examined = {
  readonly type: string
  readonly sha256: string
  readonly bytes: Uint8Array
  /** False when author, device or place may still be in it. */
  readonly cleaned: boolean
}

/**
 * Looks at a file by its bytes. Costs time and memory that its sender chooses: run it where both are bounded (`createExaminer`).
 * @throws AnlanError file-refused, rule type, macros or unreadable
 */
export async function examine(bytes: Buffer): Promise<Examined> {
  const type = await sniff(bytes)
  const clean = await cleaned(bytes, type)
  const kept = clean ?? bytes
  const sha256 = createHash('sha256').update(kept).digest('hex')
  return { type, sha256, bytes: kept, cleaned: clean !== undefined && FILE_KINDS[type]?.cleaned === true }
}

async function cleaned(bytes: Buffer, type: string): Promise<Buffer | undefined> {
  try {
    if (type === 'image/heic') return withoutHeicMetadata(bytes)
    if (type.startsWith('image/')) return Buffer.from(withoutMetadata(bytes, type))
    if (type === 'application/pdf') {
      // A second to load, and most files are photos.
      const { withoutPdfMetadata } = await import('./clean/pdf-metadata.ts')
      return await withoutPdfMetadata(bytes)
    }
    if (type === 'audio/mpeg') return withoutMp3Metadata(bytes)
    if (/^video\/|^audio\/mp4$/.test(type)) return withoutMediaMetadata(bytes)
    return bytes
  } catch (cause) {
    // Built to be read for ever, or broken: either way nobody can look at it.
    if (cause instanceof RangeError) throw new AnlanError('file-refused', { rule: 'unreadable' })
    throw cause
  }
}
