import { Worker } from 'node:worker_threads'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Examined } from './examine.ts'

type Answer = { readonly examined: Examined } | { readonly refused: Record<string, unknown> }

/** The largest honest file takes a second on a slow machine. */
const LONGEST_MS = 20_000
/** 20 MB of PDF unfold to several times that. The first bounds objects; the second all memory, since what is unpacked is not counted there. */
const OBJECTS_MB = 384
const GROWTH_BYTES = 700 * 1024 * 1024
const WATCH_MS = 25
/** A thread that waits keeps 50 MB; most hours of the night bring no file. */
const IDLE_MS = 30_000
/** More in the line would wait longer than their senders do. */
const LONGEST_LINE = 40

export type Examiner = (bytes: Uint8Array) => Promise<Examined>

/**
 * Examines files one after another in a thread of its own, so that a file built to cost time or memory costs nobody
 * else: the thread is ended when it takes too long or too much, and the next file gets a new one.
 */
export function createExaminer(longestMs = LONGEST_MS): Examiner {
  let thread: Worker | undefined
  let waiting = 0
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  const rest = () => {
    if (waiting > 0) return
    void thread?.terminate()
    thread = undefined
  }
  const examineNow = async (bytes: Uint8Array): Promise<Examined> => {
    thread ??= startThread()
    clearTimeout(idle)
    const answer = await ask(thread, bytes, longestMs)
    idle = setTimeout(rest, IDLE_MS).unref()
    if (answer && 'examined' in answer) return answer.examined
    if (answer) throw new AnlanError('file-refused', answer.refused)
    await thread.terminate()
    thread = undefined
    throw new AnlanError('file-refused', { rule: 'unreadable' })
  }

  return async (bytes) => {
    if (waiting >= LONGEST_LINE) throw new AnlanError('busy', { retryAfter: 10 })
    waiting += 1
    const turn = last
      .then(() => examineNow(bytes))
      .finally(() => {
        waiting -= 1
      })
    last = turn.catch(() => {}) // the next in line does not care what became of this one
    return turn
  }
}

function startThread(): Worker {
  const thread = new Worker(new URL('./examine-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: OBJECTS_MB, maxYoungGenerationSizeMb: 32 },
  })
  thread.unref()
  thread.on('error', () => {}) // it may die once more while it is being ended
  return thread
}

/** The thread's answer; undefined when it died, took too much, or was silent for too long. */
function ask(thread: Worker, bytes: Uint8Array, longestMs: number): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const finish = (answer?: Answer) => {
      clearTimeout(timer)
      clearInterval(watch)
      thread.off('message', finish).off('error', fail).off('exit', fail)
      resolve(answer)
    }
    const fail = () => finish()
    const before = process.memoryUsage.rss()
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > GROWTH_BYTES) fail()
    }, WATCH_MS)
    const timer = setTimeout(fail, longestMs)
    thread.on('message', finish).on('error', fail).on('exit', fail)
    // A copy changes hands: the sender's buffer may be part of a larger one.
    const own = new Uint8Array(bytes)
    thread.postMessage(own, [own.buffer])
  })
}
