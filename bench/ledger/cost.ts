import { readFile } from 'node:fs/promises'
import type pg from 'pg'

/** Linux counts the processor time of a process in hundredths of a second. */
const TICK_MS = 10

/** What one doing of something takes of a processor: of this process, and of the database server where its processes can be seen. */
export type Cost = { readonly node: number; readonly postgres: number }

/** Does something so many times, one after the other, and tells what once takes of a processor. Load beside it changes little of that. */
export async function costOf(owner: pg.Pool, times: number, work: () => Promise<unknown>): Promise<Cost> {
  const { rows } = await owner.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'anlan'`,
  )
  const serverMs = async () =>
    (await Promise.all(rows.map(({ pid }) => usedBy(pid)))).reduce((sum, used) => sum + used, 0)
  const [began, server] = [process.cpuUsage(), await serverMs()]
  for (let turn = 0; turn < times; turn += 1) await work()
  const { user, system } = process.cpuUsage(began)
  return { node: (user + system) / 1000 / times, postgres: ((await serverMs()) - server) / times }
}

/** Processor time of a process in milliseconds; 0 where it cannot be seen. */
async function usedBy(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return (user + system) * TICK_MS
}
