import type { Context } from 'hono'
import type { FieldValue, FileRef, FormValues } from '../domain/form.ts'
import { confirmFiles } from '../storage/stored-files.ts'
import type { OfficeEnv } from './env.ts'

export type Answers = { readonly form: FormValues; readonly files?: readonly FileRef[] }

/**
 * A form as it came in, with every file it names looked up in the store.
 * What the answers must be like is the engine's business; here they are still unknown values.
 */
export async function confirmedAnswers(
  c: Context<OfficeEnv>,
  given: { form?: Record<string, unknown> | undefined; files?: readonly FileRef[] | undefined },
): Promise<Answers> {
  const { db, actor } = c.var
  const confirmed = await confirmFiles(db, actor.tenant, [...filesIn(given.form ?? {}), ...(given.files ?? [])])
  const byHash = new Map(confirmed.map((file) => [file.sha256, file]))
  const stored = (file: FileRef): FileRef => ({ ...file, ...byHash.get(file.sha256), name: file.name })
  const form = Object.fromEntries(
    Object.entries(given.form ?? {}).map(([name, value]) => [name, withFiles(value, stored)]),
  )
  return { form: form as Record<string, FieldValue>, ...(given.files ? { files: given.files.map(stored) } : {}) }
}

const filesIn = (value: unknown): FileRef[] =>
  isFile(value)
    ? [value]
    : Array.isArray(value)
      ? value.flatMap(filesIn)
      : isRecord(value)
        ? Object.values(value).flatMap(filesIn)
        : []

const withFiles = (value: unknown, stored: (file: FileRef) => FileRef): unknown =>
  isFile(value)
    ? stored(value)
    : Array.isArray(value)
      ? value.map((item) => withFiles(item, stored))
      : isRecord(value)
        ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withFiles(item, stored)]))
        : value

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isFile = (value: unknown): value is FileRef => isRecord(value) && typeof value['sha256'] === 'string'
