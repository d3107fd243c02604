import { Worker } from 'node:worker_threads'
import type { PanelMember } from '../../statistics/house/house-panel.ts'
import { judgePart, type PartAnswer, type PartTask } from './judge-part.ts'

/** Below so many judgements starting threads costs more than it saves. */
const WORTH_A_THREAD = 500

/** Judges a panel in so many threads; series of a pool stay together, so that the number of threads changes nothing. */
export async function runPanel(task: PartTask, threads: number): Promise<readonly PartAnswer[]> {
  const shares = sharesOf(task.members, task.members.length * task.points.length < WORTH_A_THREAD ? 1 : threads)
  const parts = shares.map((members) => ({ ...task, members }))
  const answers = parts.length === 1 ? [judgePart(parts[0] as PartTask)] : await Promise.all(parts.map(inWorker))
  const byId = new Map(answers.flat().map((answer) => [answer.id, answer]))
  return task.members.map(({ id }) => byId.get(id) as PartAnswer)
}

/** Deals the pools out, largest first, each to the thread with least to do. */
function sharesOf(members: readonly PanelMember[], threads: number): PanelMember[][] {
  const pools = new Map<string, PanelMember[]>()
  for (const member of members) {
    const pool = pools.get(member.pool)
    if (pool) pool.push(member)
    else pools.set(member.pool, [member])
  }
  const shares = Array.from({ length: Math.max(1, Math.min(threads, pools.size)) }, () => [] as PanelMember[])
  for (const pool of [...pools.values()].sort((a, b) => b.length - a.length)) {
    const least = shares.reduce((best, share) => (share.length < best.length ? share : best))
    least.push(...pool)
  }
  return shares
}

function inWorker(task: PartTask): Promise<readonly PartAnswer[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./panel-worker.ts', import.meta.url), { workerData: task })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
