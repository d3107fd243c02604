import { Worker } from 'node:worker_threads'
import { AnlanError, type ErrorCode } from '../../domain/wording/errors.ts'
import { text } from '../../domain/wording/text.ts'
import type { ImportCounts } from '../../imports/import-job.ts'
import type { LedgerDesk } from '../../imports/ledger-desk.ts'
import type { Keys } from '../../storage/keys/keys.ts'
import type { Asked, Said, SentKeys, Task, ThreadSettings } from './thread-talk.ts'

/** Looking at a ledger of a hundred thousand rows takes seconds. */
const LONGEST_LOOK_MS = 60_000
/** Objects; what is unpacked is not counted there, so that all memory is watched, too, while somebody looks. */
const OBJECTS_MB = 512
const GROWTH_BYTES = 700 * 1024 * 1024
const WATCH_MS = 50
/** A thread that waits keeps its memory and its connections. */
const IDLE_MS = 30_000
/** More in the line would wait longer than their senders do. */
const LONGEST_LINE = 20

type Settings = Omit<ThreadSettings, 'connections'> & {
  readonly keys: Keys
  readonly now: () => string
  readonly longestLookMs?: number
}
export type DeskApart = LedgerDesk & { readonly close: () => Promise<void> }

/**
 * Reads ledgers in threads of their own: one for whoever looks at a ledger, one for what is taken in. A look that takes too
 * long, or anything that takes too much memory, ends its thread and nothing else; the next ledger gets a new one.
 */
export function createDeskApart({ keys, now, longestLookMs = LONGEST_LOOK_MS, ...settings }: Settings): DeskApart {
  const looks = createThread({ ...settings, connections: 2 }, longestLookMs)
  const takes = createThread({ ...settings, connections: 4 })
  const ask = (thread: Thread, task: Task, more: Hearing = {}) =>
    thread.ask({ task, now: now(), keys: sentKeys(keys) }, more)
  return {
    propose: (given) => ask(looks, { act: 'propose', given }) as ReturnType<LedgerDesk['propose']>,
    preview: (given) => ask(looks, { act: 'preview', given }) as ReturnType<LedgerDesk['preview']>,
    readBack: (given) => ask(looks, { act: 'readBack', given }) as ReturnType<LedgerDesk['readBack']>,
    take: ({ onProgress, signal, ...given }) => {
      const onSaid = ([counts, bytes]: readonly [object, number]) => onProgress(counts as ImportCounts, bytes)
      const hearing = { onProgress: onSaid, ...(signal ? { signal } : {}) }
      return ask(takes, { act: 'take', given }, hearing) as ReturnType<LedgerDesk['take']>
    },
    close: async () => {
      await Promise.all([looks.close(), takes.close()])
    },
  }
}

/** Copied, since a thread has memory of its own. */
const sentKeys = ({ id, first, wrapping, sealing }: Keys): SentKeys => ({ id, first, wrapping: [...wrapping], sealing })

type Hearing = {
  readonly onProgress?: (progress: readonly [object, number]) => void
  readonly signal?: AbortSignal
}
type Thread = {
  readonly ask: (asked: Asked, hearing: Hearing) => Promise<unknown>
  readonly close: () => Promise<void>
}

/** A thread that does one thing after another, begins when it is asked and ends when nobody asks. */
function createThread(settings: ThreadSettings, longestMs?: number): Thread {
  let worker: Worker | undefined
  let waiting = 0
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  let closed = false
  const end = async () => {
    clearTimeout(idle)
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }
  const askNow = async (asked: Asked, hearing: Hearing): Promise<unknown> => {
    clearTimeout(idle)
    if (closed) throw new Error(CLOSED)
    worker ??= startWorker(settings)
    const said = await answerOf(worker, asked, hearing, longestMs)
    if ('ended' in said) {
      await end()
      // What the server itself ended says nothing of the file: whoever takes it up again finds the rows that are in.
      if (closed) throw new Error(CLOSED)
      if (said.ended === 'died') throw new Error('the thread that reads ledgers died')
      throw tooMuch()
    }
    if (waiting <= 1) idle = setTimeout(() => void end(), IDLE_MS).unref()
    if ('done' in said) return said.done
    if ('refused' in said) throw new AnlanError(said.refused.code as ErrorCode, said.refused.details)
    throw new Error('failed' in said ? said.failed : 'no answer')
  }
  return {
    ask: async (asked, hearing) => {
      if (waiting >= LONGEST_LINE) throw new AnlanError('busy', { retryAfter: 10 })
      waiting += 1
      const turn = last
        .then(() => askNow(asked, hearing))
        .finally(() => {
          waiting -= 1
        })
      last = turn.catch(() => {}) // the next in line does not care what became of this one
      return turn
    },
    close: () => {
      closed = true
      return end()
    },
  }
}

function startWorker(settings: ThreadSettings): Worker {
  const worker = new Worker(new URL('./desk-thread.ts', import.meta.url), {
    workerData: settings,
    resourceLimits: { maxOldGenerationSizeMb: OBJECTS_MB, maxYoungGenerationSizeMb: 32 },
  })
  worker.unref()
  worker.on('error', () => {}) // it may die once more while it is being ended
  return worker
}

const CLOSED = 'the server is stopping'

/** Why a thread says nothing any more: it took too much time or memory, or it died of something else. */
type Ended = { readonly ended: 'too-much' | 'died' }

/** What the thread says at last, or why it does not. */
function answerOf(
  worker: Worker,
  asked: Asked,
  { onProgress, signal }: Hearing,
  longestMs: number | undefined,
): Promise<Said | Ended> {
  return new Promise((resolve) => {
    const finish = (said: Said | Ended) => {
      clearTimeout(timer)
      clearInterval(watch)
      worker.off('message', hear).off('error', fail).off('exit', exit)
      signal?.removeEventListener('abort', stop)
      resolve(said)
    }
    const tooMuch = () => finish({ ended: 'too-much' })
    const exit = () => finish({ ended: 'died' })
    const fail = ({ code }: NodeJS.ErrnoException) => (code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : exit())
    const hear = (said: Said) => ('progress' in said ? onProgress?.(said.progress) : finish(said))
    const stop = () => worker.postMessage('stop' satisfies Asked)
    const before = process.memoryUsage.rss()
    const look = () => process.memoryUsage.rss() - before > GROWTH_BYTES && tooMuch()
    const watch = longestMs === undefined ? undefined : setInterval(look, WATCH_MS)
    const timer = longestMs === undefined ? undefined : setTimeout(tooMuch, longestMs)
    worker.on('message', hear).on('error', fail).on('exit', exit)
    worker.postMessage(asked)
    signal?.addEventListener('abort', stop)
    if (signal?.aborted) stop()
  })
}

const tooMuch = () =>
  new AnlanError('import-refused', {
    rule: 'too-large',
    text: text(
      '这个文件太大或者太复杂，读不完。删掉空白行列和图片，或者分成几个文件',
      'This file is too large or too involved to be read to its end. Delete empty rows, columns and pictures, or split it',
    ),
  })
