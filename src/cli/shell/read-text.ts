import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { text } from '../../domain/wording/text.ts'
import { quotable } from './plain-text.ts'
import { usageError } from './usage-error.ts'

/** A text longer than this does not fit into one string. */
const MOST_BYTES = 500_000_000

/**
 * The text of a file, packed with gzip or not, or of stdin for `-`: UTF-8 or, with its mark, UTF-16; else GB18030 as
 * spreadsheets here write it.
 * @throws AnlanError request-invalid for what cannot be read or is no text
 */
export async function readText(path: string): Promise<string> {
  const bytes =
    path === '-' ? await readStdin() : await readFile(path).catch((cause: unknown) => cannotRead(path, cause))
  if (bytes.length > MOST_BYTES) throw tooLarge(path)
  return decoded(bytes[0] === 0x1f && bytes[1] === 0x8b ? unpacked(bytes, path) : bytes, path)
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length > MOST_BYTES) throw tooLarge('-')
  }
  return Buffer.concat(chunks)
}

function unpacked(bytes: Buffer, path: string): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(path)
    const name = quotable(path)
    throw usageError(text(`“${name}”是损坏的 gzip 压缩文件`, `"${name}" is a damaged gzip file`))
  }
}

function decoded(bytes: Buffer, path: string): string {
  if (isWorkbook(bytes))
    throw usageError(
      text(
        `“${quotable(path)}”是 Excel 工作簿，先另存为 CSV`,
        `"${quotable(path)}" is an Excel workbook; save it as CSV first`,
      ),
    )
  for (const encoding of encodings(bytes)) {
    try {
      const plain = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!plain.includes('\0')) return plain
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause
    }
  }
  throw usageError(
    text(
      `“${quotable(path)}”不是 UTF-8、GB18030 或 UTF-16 的文本文件`,
      `"${quotable(path)}" is no text in UTF-8, GB18030 or UTF-16`,
    ),
  )
}

function encodings(bytes: Buffer): readonly string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
  return ['utf-8', 'gb18030']
}

/** How a zip archive (xlsx) and the container of old office files (xls) begin. */
const WORKBOOKS = ['504b0304', 'd0cf11e0']

const isWorkbook = (bytes: Buffer): boolean => WORKBOOKS.includes(bytes.subarray(0, 4).toString('hex'))

const tooLarge = (path: string) =>
  usageError(
    text(
      `“${quotable(path)}”超过 ${MOST_BYTES / 1e6} MB，分成几个文件再读`,
      `"${quotable(path)}" is above ${MOST_BYTES / 1e6} MB; read it in parts`,
    ),
  )

function cannotRead(path: string, cause: unknown): never {
  const { code = '' } = cause as NodeJS.ErrnoException
  const name = quotable(path)
  if (code === 'ENOENT') throw usageError(text(`没有“${name}”这个文件`, `There is no file "${name}"`))
  if (code === 'EISDIR') throw usageError(text(`“${name}”是文件夹，不是文件`, `"${name}" is a folder, not a file`))
  if (code === 'EACCES' || code === 'EPERM')
    throw usageError(text(`没有权限读“${name}”`, `You have no permission to read "${name}"`))
  if (code === 'ERR_FS_FILE_TOO_LARGE') throw tooLarge(path)
  throw usageError(text(`“${name}”读不了（${code}）`, `"${name}" cannot be read (${code})`))
}
