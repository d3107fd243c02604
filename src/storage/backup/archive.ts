import { AnlanError } from '../../domain/wording/errors.ts'

/** What stands at the beginning of a backup of the database. */
export type ArchiveHead = {
  readonly format: 'anlan-backup'
  readonly version: 1
  readonly at: string
  /** The migrations that made the schema, with their digests: it is restored by the same ones. */
  readonly migrations: readonly { readonly number: number; readonly digest: string }[]
  /** base64; absent where the operator keeps the key elsewhere. */
  readonly deploymentKey?: string
}

/** A table as it follows: its name with schema, its columns, then its rows as COPY writes them. */
export type ArchiveTable = { readonly table: string; readonly columns: readonly string[] }

/** What stands at the end: without it the archive was cut short. */
export type ArchiveEnd = { readonly end: true; readonly rows: Readonly<Record<string, number>> }

const LENGTH_BYTES = 4
/** COPY sends far smaller pieces; a length beyond this is no archive of ours. */
const LONGEST_PIECE = 64 * 1024 * 1024

/** One piece of an archive: its length, then its bytes. An empty piece ends what it belongs to. */
export function piece(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** A piece that holds JSON. */
export const described = (value: object): Buffer => piece(Buffer.from(JSON.stringify(value)))

/** The empty piece after the rows of a table. */
export const TABLE_END = piece(new Uint8Array())

/**
 * Reads an archive piece by piece, never more than one at a time.
 * @throws AnlanError import-refused when it is cut short or is none of ours
 */
export function readArchive(source: AsyncIterable<Uint8Array>) {
  const chunks = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const take = async (bytes: number): Promise<Buffer> => {
    while (held.length < bytes) {
      const { done, value } = await chunks.next()
      if (done) throw cutShort()
      held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value])
    }
    const taken = held.subarray(0, bytes)
    held = held.subarray(bytes)
    return taken
  }
  const next = async (): Promise<Buffer> => {
    const length = (await take(LENGTH_BYTES)).readUInt32BE()
    if (length > LONGEST_PIECE) throw cutShort()
    return take(length)
  }
  return {
    next,
    json: async <T>(): Promise<T> => parsed<T>(await next()),
    /** The rows of the table that was just described. */
    async *rows() {
      for (let row = await next(); row.length > 0; row = await next()) yield row
    },
  }
}

export type ArchiveReader = ReturnType<typeof readArchive>

function parsed<T>(bytes: Buffer): T {
  try {
    return JSON.parse(bytes.toString('utf8')) as T
  } catch {
    throw cutShort()
  }
}

const cutShort = () =>
  new AnlanError('import-refused', {
    text: {
      zh: '备份文件不完整，或者不是安澜的备份',
      en: 'The backup is cut short, or is none of Anlan',
    },
  })
