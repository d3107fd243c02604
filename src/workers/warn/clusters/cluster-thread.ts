import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { type ConnectOptions, connect } from '../../../storage/connection/connect.ts'
import { type ClusterTask, judgeClusters } from './judge-clusters.ts'

// Whoever asks the server comes first. Only Linux gives a thread a priority of its own; elsewhere it would be that of the server.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)
/** The thread's side of `clustersInThread`, with a connection of its own. */
const { task, way } = workerData as {
  readonly task: ClusterTask
  readonly way: Pick<ConnectOptions, 'url' | 'role' | 'perTransaction'>
}
const pool = connect({ ...way, max: 1, applicationName: 'anlan-warn' })
try {
  parentPort?.postMessage(await judgeClusters(pool, task))
} finally {
  await pool.end()
}
