import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { type ConnectOptions, connect } from '../../storage/connection/connect.ts'
import { judgeShare, type ShareTask } from './judge-share.ts'

/** The thread's side of `judgeInThreads`: it has a connection of its own, so that neither rows nor fits pass through the server's thread. */
// Whoever asks the server comes first. Only Linux gives a thread a priority of its own; elsewhere it would be that of the server.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
const { task, way } = workerData as {
  readonly task: ShareTask
  readonly way: Pick<ConnectOptions, 'url' | 'role' | 'perTransaction'>
}
const pool = connect({ ...way, max: 1, applicationName: 'anlan-warn' })
try {
  parentPort?.postMessage(await judgeShare(pool, task))
} finally {
  await pool.end()
}
