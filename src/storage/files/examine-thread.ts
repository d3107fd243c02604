import { parentPort } from 'node:worker_threads'
import { AnlanError } from '../../domain/wording/errors.ts'
import { examine } from './examine.ts'

/** The thread's side of `createExaminer`: one file in, one answer out. */
parentPort?.on('message', async (given: Uint8Array) => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  try {
    const examined = await examine(bytes)
    // A copy of exactly these bytes may change hands; a view on a pool may not.
    const own = new Uint8Array(examined.bytes)
    parentPort?.postMessage({ examined: { ...examined, bytes: own } }, [own.buffer])
  } catch (cause) {
    const refused = cause instanceof AnlanError ? cause.details : { rule: 'unreadable' }
    parentPort?.postMessage({ refused })
  }
})
