import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAlive } from '../../src/storage/launcher/postmaster.ts'
import { runAnlan, startAnlan } from '../support/command.ts'

const PASSWORD = 'calm-water-2026'
const CLIENTS = 6
/** How many commands must be acknowledged before the blow falls, and how many more are tried at most. */
const BEFORE = 25
const AFTER = 500

let folder: string
let env: Record<string, string>
const running: ChildProcess[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-crash-'))
  env = { ANLAN_DATA: folder, PORT: String(await freePort()) }
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

test('kill -9 of server and database under load: all that was acknowledged is there, nothing twice', async () => {
  const made = await runAnlan(
    ['init', '--name', '崩溃试验县', '--admin-name', '钱虚拟', '--admin-username', 'admin', '--json'],
    env,
  )
  expect(made).toMatchObject({ code: 0 })
  let server = await startServer()
  await runAnlan(
    ['user', 'add', 'clerk', '--name', '周示例', '--unit', 'root', '--roles', 'clerk', '--json'],
    env,
  ).then(({ out }) => signUp(JSON.parse(out).password))

  const acknowledged = new Map<string, string>()
  const tried = new Set<string>()
  for (const victims of ['server', 'database', 'both'] as const) {
    const session = await signIn()
    const enough = Promise.withResolvers<void>()
    const reached = acknowledged.size + BEFORE
    const clients = Array.from({ length: CLIENTS }, () =>
      reportOn(session, tried, acknowledged, () => {
        if (acknowledged.size === reached) enough.resolve()
        return acknowledged.size < reached + AFTER
      }),
    )
    const load = Promise.all(clients)
    await Promise.race([enough.promise, load])
    expect(acknowledged.size).toBeGreaterThanOrEqual(reached)
    if (victims !== 'server') process.kill(server.databasePid, 'SIGKILL')
    if (victims !== 'database') server.process.kill('SIGKILL')
    if (victims === 'database') await untilReady(server.check)
    else await once(server.process, 'exit')
    await load
    if (victims !== 'database') server = await startServer()
    else server = { ...server, databasePid: await server.nextDatabase() }
  }

  // Every client that got no answer asks again with its key; whoever had one gets the same.
  const session = await signIn()
  for (const key of tried) {
    const again = await send(session, key)
    expect(again?.status, key).toBe(201)
    const body = (await again?.json()) as { id: string } | undefined
    expect(acknowledged.get(key) ?? body?.id).toBe(body?.id)
  }
  const counts = (await (await fetch(`${base()}/api/counts`, { headers: { cookie: session } })).json()) as {
    procedure: string
    all: number
  }[]
  expect(counts.find(({ procedure }) => procedure === 'report')?.all).toBe(tried.size)
  expect(tried.size).toBeGreaterThan(acknowledged.size - 1)

  server.process.kill('SIGTERM')
  await once(server.process, 'exit')
  const verified = await runAnlan(['verify', '--json'], env)
  expect(JSON.parse(verified.out)).toMatchObject({
    ok: true,
    tenants: [{ matters: tried.size, broken: 0, counters: [] }],
  })
})

const base = () => `http://127.0.0.1:${env['PORT']}`

type Server = {
  readonly process: ChildProcess
  /** Throws, with the log, when the server has ended. */
  readonly check: () => void
  readonly databasePid: number
  readonly nextDatabase: () => Promise<number>
}

/** Starts the server and waits until it answers; the log tells the number of the database's process. */
async function startServer(): Promise<Server> {
  const child = startAnlan(['serve', '--json'], env)
  const pids: number[] = []
  let log = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log += text
    for (const [, pid] of log.matchAll(/"event":"(?:started|reused|restarted)".*?"pid":(\d+)/g))
      if (!pids.includes(Number(pid))) pids.push(Number(pid))
  })
  child.stdout?.resume()
  const check = () => {
    if (child.exitCode !== null)
      throw new Error(`the server ended:
${log}`)
  }
  running.push(child)
  await untilReady(check)
  const first = pids[0] ?? 0
  expect(isAlive(first), log).toBe(true)
  const nextDatabase = async () => {
    while (pids.at(-1) === first) await once(child.stderr ?? child, 'data')
    return pids.at(-1) ?? first
  }
  return { process: child, check, databasePid: first, nextDatabase }
}

async function untilReady(check: () => void): Promise<void> {
  for (;;) {
    check()
    const ready = await fetch(`${base()}/readyz`).catch(() => undefined)
    if (ready?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** One client: reports matter after matter until the server is gone. A key without an answer stays in `tried` only. */
async function reportOn(
  session: string,
  tried: Set<string>,
  acknowledged: Map<string, string>,
  goesOn: () => boolean,
): Promise<void> {
  do {
    const key = randomUUID()
    tried.add(key)
    const answer = await send(session, key)
    const body = (await answer?.json().catch(() => undefined)) as { id: string } | undefined
    // A head without its body is no answer: the server died in between.
    if (answer && !body) return
    if (answer?.status !== 201 || !body) {
      // While the database is away the server says so; anything else would be a mistake of this test.
      if (answer && answer.status < 500) throw new Error(`${answer.status} ${JSON.stringify(body)}`)
      return
    }
    acknowledged.set(key, body.id)
  } while (goesOn())
}

const send = (session: string, key: string) =>
  fetch(`${base()}/api/matters`, {
    method: 'POST',
    headers: { cookie: session, origin: base(), 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({
      procedure: 'report',
      channel: 'phone',
      form: {
        title: `路灯不亮 ${key.slice(0, 8)}`,
        category: 'facility',
        description: '从桥头到三组有五盏不亮。',
        place: '三组',
      },
    }),
  }).catch(() => undefined)

async function post(path: string, body: object, cookie = ''): Promise<Response> {
  const answer = await fetch(`${base()}${path}`, {
    method: 'POST',
    headers: { origin: base(), 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer
}

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
const signIn = async () =>
  cookiesOf(await post('/api/auth/sign-in/username', { username: 'clerk', password: PASSWORD }))

async function signUp(oneTimePassword: string): Promise<void> {
  const session = cookiesOf(await post('/api/auth/sign-in/username', { username: 'clerk', password: oneTimePassword }))
  await post('/api/auth/change-password', { currentPassword: oneTimePassword, newPassword: PASSWORD }, session)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
