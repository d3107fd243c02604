import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { Pool } from 'pg'
import { type ConnectOptions, connect } from '../../storage/connection/connect.ts'

/** A judging thread's own side: it has a connection of its own, so that neither rows nor fits pass through the server's thread. */
export async function answerTask<Task>(judge: (pool: Pool, task: Task) => Promise<unknown>): Promise<void> {
  // Whoever asks the server comes first. Only Linux gives a thread a priority of its own; elsewhere it would be that of the server.
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const { task, way } = workerData as {
    readonly task: Task
    readonly way: Pick<ConnectOptions, 'url' | 'role' | 'perTransaction'>
  }
  const pool = connect({ ...way, max: 1, applicationName: 'anlan-warn' })
  try {
    parentPort?.postMessage(await judge(pool, task))
  } finally {
    await pool.end()
  }
}
