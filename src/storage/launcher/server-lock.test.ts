import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readPostmaster } from './postmaster.ts'
import { startEmbedded } from './start-embedded.ts'

/** What containers are made of: processes and network of their own, and none of the neighbour's in sight. */
const CONTAINER = ['--pid', '--net', '--ipc', '--fork', '--kill-child', '--mount-proc']
const hasContainers = spawnSync('unshare', [...CONTAINER, 'true']).status === 0
const NEEDS_CONTAINERS = 'namespaces for processes and network need root and a kernel that allows them'

let dataDir: string
const children: ChildProcess[] = []

beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'anlan-lock-')), 'postgres')
})

afterEach(async () => {
  for (const child of children.splice(0)) await end(child, 'SIGKILL')
  if (await readPostmaster(join(dataDir, 'data')).catch(() => undefined)) await (await start()).stop()
  await rm(join(dataDir, '..'), { recursive: true, force: true })
})

const start = () => startEmbedded({ dataDir, log: () => {} })

describe('two servers in containers of their own on one data folder', () => {
  test('the second is refused in plain words and the first keeps every row', async ({ skip }) => {
    skip(!hasContainers, NEEDS_CONTAINERS)
    const first = await start()
    await query(first, 'create table kept (number int primary key)')
    const writing = query(first, 'insert into kept select generate_series(1, 50000)')
    const second = await startInContainer()
    expect(second.said).toMatchObject({ rule: 'folder-in-use', zh: expect.stringContaining('另一个安澜服务') })
    await writing
    await first.stop()
    const next = await start()
    expect(await query(next, 'select count(*)::int as rows from kept')).toEqual([{ rows: 50_000 }])
    await next.stop()
  })

  test('whichever comes first, and also when both come at once, one serves', async ({ skip }) => {
    skip(!hasContainers, NEEDS_CONTAINERS)
    const both = await Promise.all([startInContainer(), startInContainer()])
    expect(both.map(({ said }) => said['event'] ?? said['rule']).sort()).toEqual(['folder-in-use', 'started'])
    await expect(start()).rejects.toMatchObject({ details: { rule: 'folder-in-use' } })
  })

  test('when the first container is killed, the next start finds its rows', async ({ skip }) => {
    skip(!hasContainers, NEEDS_CONTAINERS)
    const { child, said } = await startInContainer()
    expect(said).toMatchObject({ event: 'started' })
    await end(child, 'SIGKILL')
    const next = await start()
    expect(await query(next, 'select number from kept')).toEqual([{ number: 7 }])
    await next.stop()
  })
})

describe('a lock file that a killed server left', () => {
  test('goes when its number belongs to another program', async () => {
    await (await start()).stop()
    const other = spawn('sleep', ['600'])
    children.push(other)
    const leftOver = join(dataDir, 'data', 'postmaster.pid')
    await writeFile(leftOver, `${other.pid}\n${dataDir}/data\n1\n5432\n\n\n\nready   \n`)
    const server = await start()
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await readFile(leftOver, 'utf8')).not.toMatch(new RegExp(`^${other.pid}\n`))
    await server.stop()
  })
})

describe('a start that somebody breaks off', () => {
  test('leaves neither a server nor half a cluster, whenever it happens', async () => {
    for (const step of [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024]) {
      const { signal, abort } = breaker(step)
      const server = await startEmbedded({ dataDir, durable: false, signal, log: () => {} }).catch((cause) => cause)
      abort()
      if ('stop' in server) await server.stop()
      else expect(server).toBe(signal.reason)
      expect(await readPostmaster(join(dataDir, 'data'))).toBeUndefined()
      await rm(dataDir, { recursive: true })
    }
  })
})

/** Breaks off after so many milliseconds; what has been reached by then differs from machine to machine, and must not matter. */
function breaker(ms: number) {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), ms)
  return { signal: controller.signal, abort: () => clearTimeout(timer) }
}

async function query(server: { ownerUrl: string }, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.ownerUrl })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

/** Starts in a container that goes on serving; tells what became of it. */
async function startInContainer(): Promise<{ child: ChildProcess; said: Record<string, unknown> }> {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('./start-embedded.ts', import.meta.url))})
    const { default: pg } = await import('pg')
    const say = (line) => console.log(JSON.stringify(line))
    try {
      let event
      const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: (line) => { event = line.event } })
      const client = new pg.Client({ connectionString: server.ownerUrl })
      await client.connect()
      await client.query('create table if not exists kept (number int); insert into kept values (7)')
      say({ event })
      setInterval(() => {}, 1000)
    } catch (cause) {
      say({ rule: cause.details?.rule ?? String(cause), zh: cause.details?.text?.zh })
    }`
  const node = [process.execPath, '--input-type=module', '--eval', script]
  const child = spawn('unshare', [...CONTAINER, ...node], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: import.meta.dirname,
  })
  children.push(child)
  const [line] = (await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line')) as [string]
  return { child, said: JSON.parse(line) as Record<string, unknown> }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
