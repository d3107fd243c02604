import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { text } from '../domain/text.ts'
import { usageError } from './usage-error.ts'

/** The text of a file, packed with gzip or not, or of stdin for `-`: UTF-8, else GB18030 as spreadsheets here write it. */
export async function readText(path: string): Promise<string> {
  const bytes =
    path === '-' ? await readStdin() : await readFile(path).catch((cause: unknown) => cannotRead(path, cause))
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    return new TextDecoder('gb18030').decode(plain)
  }
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function cannotRead(path: string, cause: unknown): never {
  const { code = '' } = cause as NodeJS.ErrnoException
  if (code === 'ENOENT') throw usageError(text(`没有“${path}”这个文件`, `There is no file "${path}"`))
  throw usageError(text(`“${path}”读不了（${code}）`, `"${path}" cannot be read (${code})`))
}
