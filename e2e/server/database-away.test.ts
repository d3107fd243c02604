import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isAlive, readPostmaster } from '../../src/storage/launcher/postmaster.ts'
import { runAnlan, startAnlan } from '../support/command.ts'

let folder: string
let data: string
let env: Record<string, string>
let server: ChildProcess
let log = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-away-'))
  data = join(folder, 'postgres', 'data')
  env = { ANLAN_DATA: folder, PORT: '0' }
})
afterEach(async () => {
  if (server.exitCode === null && server.signalCode === null) await stop('SIGTERM')
  await rm(folder, { recursive: true, force: true })
})

describe('a database that was killed and cannot start again', () => {
  test('is tried until it can; meanwhile everybody is told to come back, and the terminal says why', async () => {
    const made = ['init', '--name', '重启试验县', '--admin-name', '钱虚拟', '--admin-username', 'admin', '--json']
    expect(await runAnlan(made, env)).toMatchObject({ code: 0 })
    const { url } = await serve()
    const added = await runAnlan(
      ['user', 'add', 'clerk', '--name', '周示例', '--unit', 'root', '--roles', 'clerk', '--json'],
      env,
    )
    const cookie = await signIn(url, JSON.parse(added.out).password as string)
    const control = join(data, 'global', 'pg_control')
    await rename(control, join(folder, 'away'))
    process.kill((await readPostmaster(data))?.pid ?? 0, 'SIGKILL')
    // Twice: the second try proves that the first failure was not the last word.
    await until(() => log.split('会一直再试').length > 2)
    for (const path of ['/readyz', '/api/session', '/api/matters', '/api/today', '/api/counts', '/public']) {
      const answer = await fetch(url + path, { headers: { cookie } })
      expect([path, answer.status]).toEqual([path, 503])
      expect([path, answer.headers.get('retry-after')]).toEqual([path, '5'])
    }
    const again = await post(url, '/api/auth/sign-in/username', { username: 'clerk', password: 'whatever-else-2026' })
    expect(again.status).toBe(503)
    await rename(join(folder, 'away'), control)
    await until(async () => (await fetch(`${url}/readyz`)).ok)
    expect((await fetch(`${url}/api/session`, { headers: { cookie } })).ok).toBe(true)
    await until(() => log.includes('数据库已重新启动'))
  })
})

describe('Ctrl-C while a server starts for the first time', () => {
  test.each([
    ['before there is a cluster', () => existsSync(join(folder, 'postgres', 'new'))],
    ['while the database starts', () => existsSync(join(data, 'postmaster.pid'))],
    ['while the demo is loaded', () => log.includes('"event":"started"')],
  ])('%s leaves no database running and the next start works', async (_, reached) => {
    start(['serve', '--demo', '--json'])
    await until(reached)
    await stop('SIGINT')
    expect(server.exitCode, log).toBe(130)
    expect(existsSync(join(data, 'postmaster.pid'))).toBe(false)
    expect(existsSync(folder) ? await readdir(join(folder, 'postgres')) : []).not.toContain('new')
    await serve()
    const { pid = 0 } = (await readPostmaster(data)) ?? {}
    await stop('SIGTERM')
    expect(server.exitCode, log).toBe(0)
    // Its file is gone; the process itself may need a moment on a busy machine.
    await until(() => !isAlive(pid))
  })
})

describe('a server that is told to stop', () => {
  test('stops although somebody holds every row it waits for', async () => {
    await serve()
    const { owner } = JSON.parse(await readFile(join(folder, 'postgres', 'passwords.json'), 'utf8')) as {
      owner: string
    }
    const { port = 0 } = (await readPostmaster(data)) ?? {}
    const holder = new pg.Client({ connectionString: `postgres://anlan:${owner}@127.0.0.1:${port}/anlan` })
    holder.on('error', () => {}) // the server takes its database with it
    await holder.connect()
    await holder.query('begin; lock table tenants, deadlines, jobs in access exclusive mode')
    await stop('SIGTERM')
    expect(server.exitCode, log).toBe(0)
    expect(existsSync(join(data, 'postmaster.pid'))).toBe(false)
    await holder.end().catch(() => {})
  })
})

function start(args: readonly string[]): void {
  log = ''
  server = startAnlan(args, env)
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log += text
  })
}

async function serve(): Promise<{ url: string }> {
  start(['serve', '--json'])
  const [line] = (await Promise.race([once(server.stdout ?? server, 'data'), once(server, 'exit')])) as [unknown]
  expect(server.exitCode, log).toBe(null)
  return JSON.parse(String(line)) as { url: string }
}

async function stop(signal: NodeJS.Signals): Promise<void> {
  const gone = once(server, 'exit')
  server.kill(signal)
  await gone
}

/** Waits for what another process does; the test's own time limit ends the wait. */
async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await reached())) await pause(20)
}

const post = (url: string, path: string, body: object) =>
  fetch(url + path, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

async function signIn(url: string, password: string): Promise<string> {
  const first = await post(url, '/api/auth/sign-in/username', { username: 'clerk', password })
  expect(first.ok, await first.clone().text()).toBe(true)
  return first.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
