import type { Context } from 'hono'
import { AnlanError } from '../../domain/errors.ts'
import type { FileRef } from '../../domain/form.ts'
import type { Env } from '../env.ts'

/** What a form brought: texts by name, and the files that were really chosen. */
export type Posted = { readonly values: Readonly<Record<string, string>>; readonly files: readonly File[] }

/** The most a form with photos may weigh. */
export const FORM_BYTES = 64 * 1024 * 1024
export const MOST_PHOTOS = 6
const LARGEST_PHOTO_BYTES = 10 * 1024 * 1024

/** Reads a form of either encoding. An empty file field comes as a file without name and bytes. */
export async function readPosted(c: Context<Env>): Promise<Posted> {
  const body = await c.req.parseBody({ all: true })
  const values: Record<string, string> = {}
  const files: File[] = []
  for (const [name, value] of Object.entries(body)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string') values[name] ??= one.trim()
      else if (one.size > 0 || one.name) files.push(one)
    }
  }
  return { values, files }
}

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
