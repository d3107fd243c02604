import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readPostmaster } from './postmaster.ts'
import { type Embedded, type LauncherEvent, startEmbedded } from './start-embedded.ts'

let seed: string
let dataDir: string
let events: LauncherEvent[]
let announcements: EventEmitter

// One cluster is made and then copied: making one takes a second, copying it a tenth.
beforeAll(async () => {
  seed = join(await mkdtemp(join(tmpdir(), 'anlan-launcher-')), 'seed')
  await (await startEmbedded({ dataDir: seed, log: () => {} })).stop()
})

afterAll(async () => rm(join(seed, '..'), { recursive: true, force: true }))

beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'anlan-launcher-')), 'postgres')
  await cp(seed, dataDir, { recursive: true })
  events = []
  announcements = new EventEmitter()
})

afterEach(async () => {
  if (await readPostmaster(join(dataDir, 'data'))) await (await start()).stop()
  await rm(join(dataDir, '..'), { recursive: true, force: true })
})

const start = () =>
  startEmbedded({
    dataDir,
    log: (event) => {
      events.push(event)
      announcements.emit(event.event)
    },
  })
const happened = () => events.map(({ event }) => event)

describe('the embedded server', () => {
  test('keeps what was written when it is stopped and started', async () => {
    const first = await start()
    await query(first, 'create table kept (word text)')
    await query(first, `insert into kept values ('安澜')`)
    await first.stop()
    const second = await start()
    expect(await query(second, 'select word from kept')).toEqual([{ word: '安澜' }])
    expect(happened()).toEqual(['started', 'stopped', 'started'])
    await second.stop()
  })

  test('finds Chinese text by trigrams, orders by code point, binds the application, hides its files', async () => {
    const server = await start()
    await query(server, 'create extension pg_trgm')
    const found = await query(server, `select cardinality(show_trgm('物业')) as trigrams, 'Z' < 'a' as by_code_point`)
    expect(found).toEqual([{ trigrams: 3, by_code_point: true }])
    expect(await query(server, 'select inet_server_addr() is null as by_socket')).toEqual([{ by_socket: true }])

    const asApplication = { ownerUrl: server.url }
    const roles = 'select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user'
    expect(await query(asApplication, roles)).toEqual([{ rolname: 'anlan_app', rolsuper: false, rolbypassrls: false }])

    expect((await stat(join(dataDir, 'passwords.json'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(dataDir, 'data'))).mode & 0o777).toBe(0o700)
    const guessing = { ownerUrl: server.ownerUrl.replace(/:[0-9a-f]+@/, ':guess@') }
    await expect(query(guessing, 'select 1')).rejects.toThrow(/password authentication failed/)
    await server.stop()
  })

  test('outlives a killed program and is used by the next one', async () => {
    const killed = await startInChild()
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    const next = await start()
    expect(happened()).toEqual(['reused'])
    await next.stop()
    expect(happened()).toEqual(['reused', 'stopped'])
  })

  test('is shared by programs that start together, and stopped by the last of them', async () => {
    await rm(dataDir, { recursive: true })
    const [one, two, three] = await Promise.all([start(), start(), start()])
    expect(happened().sort()).toEqual(['reused', 'reused', 'started'])
    expect(new Set([one.url, two.url, three.url]).size).toBe(1)
    events = []
    await Promise.all([one.stop(), two.stop(), three.stop()])
    expect(happened()).toEqual(['leftRunning', 'leftRunning', 'stopped'])
  })

  test('starts again after it was killed, with every committed row', async () => {
    const first = await start()
    await query(first, 'create table kept as select generate_series(1, 1000) as number')
    kill()
    await first.stop()
    const second = await start()
    expect(await query(second, 'select count(*)::int as rows from kept')).toEqual([{ rows: 1000 }])
    await second.stop()
  })

  test('comes back on the same port when it is killed under a living program', async () => {
    const server = await start()
    const back = once(announcements, 'restarted')
    kill()
    await back
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
  })

  test('is not fooled by a left-over file whose number belongs to another program', async () => {
    await (await start()).stop()
    await writeFile(
      join(dataDir, 'data', 'postmaster.pid'),
      `${process.pid}\n${dataDir}/data\n1\n5432\n\n\n\nready   \n`,
    )
    const server = await start()
    expect(happened()).toEqual(['started', 'stopped', 'started'])
    await server.stop()
  })

  test('is made afresh when the first start was cut short', async () => {
    await rm(dataDir, { recursive: true })
    await mkdir(join(dataDir, 'new', 'data', 'base'), { recursive: true })
    await writeFile(join(dataDir, 'passwords.json'), '')
    const server = await start()
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
  })

  test('works in a folder whose name is no name for a socket, by TCP', async () => {
    const odd = join(dataDir, '..', '安澜 数据, 一')
    await cp(seed, odd, { recursive: true })
    const server = await startEmbedded({ dataDir: odd, log: () => {} })
    expect(new URL(server.url).searchParams.get('host')).toBe(null)
    expect(await query(server, 'select inet_server_addr() is not null as by_tcp')).toEqual([{ by_tcp: true }])
    await server.stop()
  })

  test('refuses data that another major version made, and leaves them alone', async () => {
    await (await start()).stop()
    const version = join(dataDir, 'data', 'PG_VERSION')
    const present = await readFile(version, 'utf8')
    await writeFile(version, '12\n')
    await expect(start()).rejects.toMatchObject({ code: 'database-unusable', details: { rule: 'other-major-version' } })
    await writeFile(version, present)
  })

  test('says why it does not start', async () => {
    const server = await start()
    const port = Number(new URL(server.url).port)
    const elsewhere = join(dataDir, '..', 'second')
    await expect(startEmbedded({ dataDir: elsewhere, port, log: () => {} })).rejects.toMatchObject({
      details: { rule: 'does-not-start', reason: expect.stringContaining('Address already in use') },
    })
    await server.stop()
  })
})

async function query(server: Pick<Embedded, 'ownerUrl'>, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.ownerUrl })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

function kill(): void {
  const pid = events.findLast(({ event }) => event === 'started')?.pid
  if (pid === undefined) throw new Error('no server was started')
  process.kill(pid, 'SIGKILL')
}

/** Another process that starts the server and then does nothing. */
async function startInChild(): Promise<ChildProcess> {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('./start-embedded.ts', import.meta.url))})
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: ({ event }) => console.log(event) })
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}
