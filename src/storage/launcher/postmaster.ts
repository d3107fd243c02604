import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a running server writes about itself into postmaster.pid. */
export type Postmaster = {
  readonly pid: number
  /** 0 until the server has got that far. */
  readonly port: number
  /** Folder of its Unix socket; empty when it has none. */
  readonly sockets: string
  /** Empty at first, then starting, ready, stopping. */
  readonly status: string
}

/** Reads postmaster.pid; undefined when there is none, or nothing in it that names a process. */
export async function readPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(postmasterFile(data), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
    return ''
  })
  // Lines: pid, data folder, start time, port, socket folder, address, shared memory, status.
  const lines = text.split('\n')
  const pid = Number(lines[0])
  return pid > 0
    ? { pid, port: Number(lines[3] ?? 0), sockets: lines[4] ?? '', status: lines[7]?.trim() ?? '' }
    : undefined
}

/** The file by which PostgreSQL itself knows that a server runs on these data. */
export function postmasterFile(data: string): string {
  return join(data, 'postmaster.pid')
}

/**
 * Whether that process lives and is the server of this folder. The number alone is not enough: after a restart of a
 * container it often belongs to another program, and a zombie keeps it although nothing runs.
 */
export async function isServerOf(pid: number, data: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ESRCH') return ''
    throw cause
  })
  return words.split('\0').includes(data)
}

/** Whether a process has this number, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}
