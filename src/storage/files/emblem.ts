import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Emblem } from '../tenants/office-settings.ts'
import { withoutMetadata } from './clean/image-metadata.ts'

/** An emblem is on every page: 256 KiB at most. */
const MAX_EMBLEM_BYTES = 256 * 1024
const TYPES = ['image/png', 'image/jpeg']

/** A picture as an emblem, by its bytes and without what a camera wrote into it. @throws AnlanError file-refused */
export async function emblemOf(bytes: Uint8Array): Promise<Emblem> {
  if (bytes.length > MAX_EMBLEM_BYTES) throw notAnEmblem()
  const { mime: type = '' } = (await fileTypeFromBuffer(bytes)) ?? {}
  if (!TYPES.includes(type)) throw notAnEmblem()
  const clean = Buffer.from(withoutMetadata(bytes, type))
  return { type, bytes: clean, sha256: createHash('sha256').update(clean).digest('hex') }
}

const notAnEmblem = () => new AnlanError('file-refused', { rule: 'emblem' })
