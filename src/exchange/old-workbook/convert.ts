import { Worker } from 'node:worker_threads'
import { AnlanError } from '../../domain/wording/errors.ts'
import { workbookFault } from '../workbook/workbook-fault.ts'

export type ConversionFault = 'encrypted' | 'damaged' | 'too-large'
type Answer = { readonly bytes: Uint8Array } | { readonly fault: ConversionFault }

/** Twenty million bytes take ten seconds; a file that goes round in circles takes no longer than this. */
const LONGEST_MS = 60_000
/** Sixty thousand rows of thirty columns take half of it. */
const OBJECTS_MB = 768
/** More in the line would wait longer than their senders do. */
const LONGEST_LINE = 10

/** How the container of old office files begins; a workbook with a password is one, too. */
const CONTAINER = 'd0cf11e0a1b11ae1'

/** Whether bytes are an old office file (.xls, .et), or a new one with a password. */
export const isOldOffice = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 8)).toString('hex') === CONTAINER

/**
 * Makes an .xlsx of an old workbook (.xls, .et): its cells, formats, merges and sheets, nothing that would run. In a thread of its own with
 * bounds on time and memory, because the format has pointers that can lead anywhere. The same file always gives the same bytes.
 * @throws AnlanError import-refused with the reason
 */
export async function convertOldWorkbook(bytes: Uint8Array, longestMs = LONGEST_MS): Promise<Buffer> {
  const wide = (name: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'))
  if (wide('EncryptedPackage')) throw workbookFault('encrypted')
  if (!wide('Workbook') && !wide('Book')) throw workbookFault('no-workbook')
  return inTurn(() => convertApart(bytes, longestMs))
}

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** One after another: several at once would take several times the memory. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= LONGEST_LINE) throw new AnlanError('busy', { retryAfter: 10 })
  waiting += 1
  const turn = last.then(work).finally(() => {
    waiting -= 1
  })
  last = turn.catch(() => {}) // the next in line does not care what became of this one
  return turn
}

async function convertApart(bytes: Uint8Array, longestMs: number): Promise<Buffer> {
  const thread = new Worker(new URL('./convert-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: OBJECTS_MB, maxYoungGenerationSizeMb: 32 },
  })
  try {
    const answer = await answerOf(thread, bytes, longestMs)
    if ('fault' in answer) throw workbookFault(answer.fault)
    return Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.length)
  } finally {
    await thread.terminate()
  }
}

/** What the thread says; a fault when it ran out of memory or time. */
const answerOf = (thread: Worker, bytes: Uint8Array, longestMs: number): Promise<Answer> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ fault: 'damaged' }), longestMs)
    const done = (answer: Answer) => {
      clearTimeout(timer)
      resolve(answer)
    }
    thread.once('message', done)
    thread.on('error', (cause: NodeJS.ErrnoException) =>
      done({ fault: cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'damaged' }),
    )
    thread.once('exit', () => done({ fault: 'damaged' }))
    const own = new Uint8Array(bytes)
    thread.postMessage(own, [own.buffer])
  })
