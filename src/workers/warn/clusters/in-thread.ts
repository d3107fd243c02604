import { Worker } from 'node:worker_threads'
import type { Pool } from 'pg'
import { sameWay } from '../../../storage/connection/connect.ts'
import { type ClusterAnswer, type ClusterTask, judgeClusters } from './judge-clusters.ts'

/** Looks for clusters in a thread of its own; with no threads in this one, for tests and commands. */
export function clustersInThread(pool: Pool, task: ClusterTask, threads: number): Promise<ClusterAnswer> {
  if (threads === 0) return judgeClusters(pool, task)
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./cluster-thread.ts', import.meta.url), {
      workerData: { task, way: sameWay(pool) },
      resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 },
    })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread that looks for clusters ended with ${code}`)))
  })
}
