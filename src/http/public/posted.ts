import { MIMEType } from 'node:util'
import type { Context } from 'hono'
import type { FileRef } from '../../domain/procedure/form.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Env } from '../request/env.ts'

/** What a form brought: texts by name, and the files that were really chosen. */
export type Posted = { readonly values: Readonly<Record<string, string>>; readonly files: readonly File[] }

/** The most a form with photos may weigh. */
export const FORM_BYTES = 64 * 1024 * 1024
export const MOST_PHOTOS = 6
const LARGEST_PHOTO_BYTES = 10 * 1024 * 1024

/** All that is typed into the longest of our forms, in characters, with room to spare. */
const MOST_TEXT = 50_000
/** The same without photos, percent-encoded, in bytes. */
const MOST_ENCODED = 500_000
/** Parts of the longest form with all its photos, with room to spare. */
const MOST_PARTS = 60

/**
 * Reads a form of either encoding. An empty file field comes as a file without name and bytes.
 * @throws AnlanError request-invalid for what no browser sends with our forms: reading a million parts, or a title made from
 * sixty megabytes of text, would keep everybody else waiting
 */
export async function readPosted(c: Context<Env>): Promise<Posted> {
  const values: Record<string, string> = {}
  const files: File[] = []
  let typed = 0
  for (const [name, one] of await parse(c)) {
    if (typeof one !== 'string') {
      if (one.size > 0 || one.name) files.push(one)
      continue
    }
    typed += one.length
    if (typed > MOST_TEXT) throw refused('too-large')
    values[name] ??= one.trim()
  }
  return { values, files }
}

async function parse(c: Context<Env>): Promise<FormData> {
  const type = c.req.header('content-type') ?? ''
  const bytes = Buffer.from(await c.req.arrayBuffer())
  if (partsOf(bytes, type) > MOST_PARTS) throw refused('too-large')
  return new Response(bytes, { headers: { 'content-type': type } }).formData().catch((cause: Error) => {
    if (cause instanceof TypeError) throw refused('wrong-form')
    throw cause
  })
}

/** How many parts a form may have at most, before it is read; a form without parts counts as one, or too many when too long. */
function partsOf(bytes: Buffer, type: string): number {
  const boundary = boundaryOf(type)
  if (!boundary) return bytes.length > MOST_ENCODED ? Number.POSITIVE_INFINITY : 1
  let count = 0
  for (let at = bytes.indexOf(`--${boundary}`); at >= 0; at = bytes.indexOf(`--${boundary}`, at + 1)) {
    count += 1
    if (count > MOST_PARTS) return count
  }
  return count
}

function boundaryOf(type: string): string | null {
  try {
    return new MIMEType(type).params.get('boundary')
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    return null
  }
}

const refused = (rule: 'too-large' | 'wrong-form') =>
  new AnlanError('request-invalid', { issues: [{ field: 'body', rule }] })

export type PhotoProblem = 'file-type' | 'file-size' | 'file-count'

/** Keeps the photos of a form; says which rule they broke instead of throwing, so that the form can be shown again. */
export async function keepPhotos(c: Context<Env>, files: readonly File[]): Promise<readonly FileRef[] | PhotoProblem> {
  const { deps, now } = c.var
  if (files.length > MOST_PHOTOS) return 'file-count'
  if (files.some(({ size }) => size > LARGEST_PHOTO_BYTES)) return 'file-size'
  const kept: FileRef[] = []
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const ref = await deps.files.put(deps.publicTenant, file.name, bytes, now).catch((cause: Error) => {
      if (cause instanceof AnlanError && cause.code === 'file-refused') return undefined
      throw cause
    })
    if (!ref || !(ref.type.startsWith('image/') || ref.type === 'application/pdf')) return 'file-type'
    kept.push(ref)
  }
  return kept
}
