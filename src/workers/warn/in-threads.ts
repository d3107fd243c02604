import { Worker } from 'node:worker_threads'
import type { Pool } from 'pg'
import { sameWay } from '../../storage/connection/connect.ts'
import { joinedAnswers, judgeShare, type ShareAnswer, type ShareTask } from './judge-share.ts'

/** Judges an office's families in so many threads, each with its share; with none in this one, for tests and commands. */
export async function judgeInThreads(
  pool: Pool,
  task: Omit<ShareTask, 'share' | 'shares'>,
  threads: number,
): Promise<ShareAnswer> {
  const shares = Math.max(threads, 1)
  const tasks = Array.from({ length: shares }, (_, share) => ({ ...task, share, shares }))
  const answers = await Promise.all(tasks.map((each) => (threads > 0 ? inThread(pool, each) : judgeShare(pool, each))))
  return joinedAnswers(answers)
}

function inThread(pool: Pool, task: ShareTask): Promise<ShareAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./panel-thread.ts', import.meta.url), {
      workerData: { task, way: sameWay(pool) },
      // Small young objects are swept early: a server beside it must stay within the memory of a small machine.
      resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 },
    })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the judging thread ended with ${code}`)))
  })
}
