import { once } from 'node:events'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import type { Context } from 'hono'
import type { FileRef } from '../../domain/procedure/form.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { bodyPieces } from '../request/body.ts'
import type { Env } from '../request/env.ts'
import { readFormToken } from './form-token.ts'

type PostedFile = { readonly name: string; readonly bytes: Uint8Array }

/** What a form brought: texts by name, the files that were really chosen, and why some of them were not read. */
export type Posted = {
  readonly values: Readonly<Record<string, string>>
  readonly files: readonly PostedFile[]
  readonly unread?: PhotoProblem | 'busy'
}

export type PhotoProblem = 'file-type' | 'file-size' | 'file-count' | 'file-quota' | 'file-macros'

/** The most a form with photos may weigh. */
const FORM_BYTES = 64 * 1024 * 1024
export const MOST_PHOTOS = 6
const LARGEST_PHOTO_BYTES = 10 * 1024 * 1024

/** All that is typed into the longest of our forms, in characters, with room to spare. */
const MOST_TEXT = 50_000
/** Parts of the longest form with all its photos, with room to spare. */
const MOST_PARTS = 60

type Reading = {
  readonly values: Record<string, string>
  readonly files: PostedFile[]
  unread?: PhotoProblem | 'busy'
  refusal?: AnlanError
  /** Nothing more is worth reading. */
  ended: boolean
}

/**
 * Reads a form of either encoding as it comes in. Its texts are always read; a file only when a token of ours stands
 * before it in the form, and while there is memory for it, so that nobody without a form can make us hold sixty megabytes.
 * @throws AnlanError request-invalid for what no browser sends with our forms: a million parts, or a book in one field
 */
export async function readPosted(c: Context<Env>, most = FORM_BYTES): Promise<Posted> {
  const reading: Reading = { values: {}, files: [], ended: false }
  const parser = openParser(c, reading)
  for await (const piece of bodyPieces(c, most)) {
    if (!parser.write(piece)) await Promise.race([once(parser, 'drain'), once(parser, 'close')])
    if (reading.ended) break
  }
  if (!reading.ended) await finish(parser, reading)
  if (reading.refusal) throw reading.refusal
  return reading
}

function openParser(c: Context<Env>, reading: Reading): BusboyInstance {
  let [typed, parts] = [0, 0]
  const refuse = (rule: 'too-large' | 'wrong-form') => {
    reading.refusal ??= new AnlanError('request-invalid', { issues: [{ field: 'body', rule }] })
    reading.ended = true
  }
  const parser = parserFor(c)
  parser.on('field', (name, value, nameCut, valueCut) => {
    typed += value.length
    parts += 1
    if (nameCut || valueCut || typed > MOST_TEXT || parts > MOST_PARTS) refuse('too-large')
    else reading.values[name] ??= value.trim()
  })
  parser.on('file', (_, stream, name) => readFile(c, reading, stream, name ?? ''))
  parser.on('filesLimit', () => {
    reading.unread ??= 'file-count'
  })
  for (const limit of ['partsLimit', 'fieldsLimit'] as const) parser.on(limit, () => refuse('too-large'))
  parser.on('error', () => refuse('wrong-form'))
  return parser
}

/** @throws AnlanError request-invalid when what came is no form */
function parserFor(c: Context<Env>): BusboyInstance {
  const limits = {
    fieldNameSize: 100,
    fieldSize: MOST_TEXT * 4,
    // One more than any form has: the one too many tells.
    fields: MOST_PARTS + 1,
    parts: MOST_PARTS + 1,
    // One more than we take, as a file field that was left empty counts too.
    files: MOST_PHOTOS + 1,
    fileSize: LARGEST_PHOTO_BYTES,
    headerPairs: 20,
  }
  try {
    return new Busboy({ headers: { 'content-type': c.req.header('content-type') ?? '' }, limits })
  } catch {
    throw new AnlanError('request-invalid', { issues: [{ field: 'body', rule: 'wrong-form' }] })
  }
}

/** Collects one file, or lets it pass by: an empty field, one without a token before it, one too many or too large. */
function readFile(c: Context<Env>, reading: Reading, stream: BusboyFileStream, name: string): void {
  const pieces: Buffer[] = []
  let held = 0
  const drop = (why: Reading['unread']) => {
    if (why) reading.unread ??= why
    c.var.bodyShare.giveBack(held)
    held = 0
    pieces.length = 0
  }
  const { state } = readFormToken(c.var.deps.keys, reading.values['token'] ?? '', c.var.now)
  stream.on('error', () => drop(undefined)) // the form broke off; the parser says so
  stream.on('limit', () => drop('file-size'))
  stream.on('data', (piece: Buffer) => {
    if (state === 'not-ours') reading.ended = true
    if (state !== 'good' || reading.unread) return drop(undefined)
    if (!c.var.bodyShare.take(piece.length)) return drop('busy')
    held += piece.length
    pieces.push(piece)
  })
  stream.on('end', () => {
    if (reading.unread || (held === 0 && name === '')) return
    if (reading.files.length === MOST_PHOTOS) return drop('file-count')
    reading.files.push({ name, bytes: Buffer.concat(pieces) })
  })
}

async function finish(parser: BusboyInstance, reading: Reading): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    for (const event of ['finish', 'close', 'error']) parser.once(event, () => resolve())
  })
  parser.end()
  await ended
  if (!reading.refusal && Object.keys(reading.values).length === 0 && reading.files.length === 0)
    reading.refusal = new AnlanError('request-invalid', { issues: [{ field: 'body', rule: 'wrong-form' }] })
}

/** Keeps the photos of a form; says which rule they broke instead of throwing, so that the form can be shown again. */
export async function keepPhotos(
  c: Context<Env>,
  { files, unread }: Pick<Posted, 'files' | 'unread'>,
): Promise<readonly FileRef[] | PhotoProblem> {
  if (unread === 'busy') throw new AnlanError('busy', { retryAfter: 10 })
  if (unread) return unread
  const { deps, now } = c.var
  const kept: FileRef[] = []
  for (const { name, bytes } of files) {
    const ref = await deps.files
      .put({ tenant: deps.publicTenant, uploader: 'public' }, name, bytes, now)
      .catch(problemOf)
    if (typeof ref === 'string') return ref
    kept.push(ref)
  }
  return kept
}

function problemOf(cause: Error): PhotoProblem {
  if (!(cause instanceof AnlanError && cause.code === 'file-refused')) throw cause
  const { rule } = cause.details
  return rule === 'quota'
    ? 'file-quota'
    : rule === 'macros'
      ? 'file-macros'
      : rule === 'too-large'
        ? 'file-size'
        : 'file-type'
}
