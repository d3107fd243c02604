import { readdirSync, readFileSync } from 'node:fs'
import type { Pool } from 'pg'

/** Milliseconds that the kernel counts in: a hundredth of a second on Linux. */
const TICK_MS = 10

/**
 * How much processor time the database has taken so far, all its processes together, in ms. Undefined where that cannot be
 * seen: not on Linux, or on another machine.
 */
export async function postgresCpu(owner: Pool): Promise<() => number | undefined> {
  const { rows } = await owner.query<{ pid: number }>('select pg_backend_pid() as pid')
  const backend = processOf(String(rows[0]?.pid))
  const server = backend?.name.includes('postgres') ? backend.parent : undefined
  return () => (server === undefined ? undefined : timeOf(server))
}

type Seen = { readonly name: string; readonly parent: string; readonly ms: number; readonly endedMs: number }

function processOf(pid: string): Seen | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name stands in brackets and may hold blanks; what follows is counted from the state, the third field of proc(5).
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = (from: number) => (Number(rest[from]) + Number(rest[from + 1])) * TICK_MS
    return { name, parent: rest[1] ?? '', ms: ticks(11), endedMs: ticks(13) }
  } catch {
    return undefined
  }
}

/** Its own time, that of the processes it has, and that of those that have ended. */
function timeOf(server: string): number {
  const own = processOf(server)
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => processOf(pid) ?? [])
    .filter(({ parent }) => parent === server)
  return (own?.ms ?? 0) + (own?.endedMs ?? 0) + children.reduce((sum, { ms }) => sum + ms, 0)
}
