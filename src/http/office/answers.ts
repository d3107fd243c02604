import type { Context } from 'hono'
import { nameByType } from '../../domain/procedure/file-kinds.ts'
import type { FieldValue, FileRef, FormValues } from '../../domain/procedure/form.ts'
import { safeFileName } from '../../storage/files/file-name.ts'
import { confirmFiles } from '../../storage/files/uploads.ts'
import type { OfficeEnv } from '../request/env.ts'

export type Answers = { readonly form: FormValues; readonly files?: readonly FileRef[] }

/**
 * A form as it came in, with every file it names looked up: sent in by the actor, or held by the matter already.
 * What the answers must be like is the engine's business; here they are still unknown values.
 */
export async function confirmedAnswers(
  c: Context<OfficeEnv>,
  given: { form?: Record<string, unknown> | undefined; files?: readonly FileRef[] | undefined },
  heldByMatter: () => Promise<readonly FileRef[]> = async () => [],
): Promise<Answers> {
  const { db, actor, now } = c.var
  const named = [...filesIn(given.form ?? {}), ...(given.files ?? [])]
  const held = named.length > 0 ? await heldByMatter() : []
  const confirmed = await confirmFiles(db, { tenant: actor.tenant, uploader: actor.personId, held, now }, named)
  const byHash = new Map(confirmed.map((file) => [file.sha256, file]))
  const stored = (file: FileRef): FileRef => {
    const known = { ...file, ...byHash.get(file.sha256) }
    return { ...known, name: nameByType(safeFileName(file.name), known.type) }
  }
  const form = Object.fromEntries(
    Object.entries(given.form ?? {}).map(([name, value]) => [name, withFiles(value, stored)]),
  )
  return { form: form as Record<string, FieldValue>, ...(given.files ? { files: given.files.map(stored) } : {}) }
}

/** Files stand in a field or in a row of one; deeper there are none, and a text of a million brackets ends here. */
const DEEPEST = 4

const filesIn = (value: unknown, depth = 0): FileRef[] =>
  isFile(value)
    ? [value]
    : depth < DEEPEST && isRecord(value)
      ? Object.values(value).flatMap((item) => filesIn(item, depth + 1))
      : []

function withFiles(value: unknown, stored: (file: FileRef) => FileRef, depth = 0): unknown {
  if (isFile(value)) return stored(value)
  if (depth === DEEPEST || !isRecord(value)) return value
  const inner = (item: unknown) => withFiles(item, stored, depth + 1)
  if (Array.isArray(value)) return value.map(inner)
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inner(item)]))
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Looks like a file we may have; anything else is left for the form to refuse. */
const isFile = (value: unknown): value is FileRef =>
  isRecord(value) &&
  typeof value['name'] === 'string' &&
  typeof value['sha256'] === 'string' &&
  /^[0-9a-f]{64}$/.test(value['sha256'])
