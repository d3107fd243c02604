import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Registry } from 'prom-client'
import { DEMO_POSTS } from '../../src/demo/county/posts.ts'
import { createApp } from '../../src/http/app.ts'
import type { HttpDeps } from '../../src/http/request/deps.ts'
import { listen } from '../../src/http/request/listen.ts'
import { createNotices } from '../../src/http/request/notices.ts'
import { makeAccount } from '../../src/http/sign-in/account.ts'
import { createAuth } from '../../src/http/sign-in/auth.ts'
import { LEGAL_BASES } from '../../src/procedures/legal-bases.ts'
import { OUTWARD } from '../../src/procedures/outward.ts'
import { createFileStore } from '../../src/storage/files/files.ts'
import { createPostToOutlet } from '../../src/workers/notices/outlets/post-to-outlet.ts'
import { BENCH_TENANT, type BenchInstallation } from '../bench-installation.ts'

const PASSWORD = 'calm-water-2026'
const POST = 'clerk'

export type BenchOffice = { readonly url: string; readonly cookie: string; readonly close: () => Promise<void> }

/** The whole HTTP door on a bench's database, on a port of its own, and a session of the county's intake desk. No workers run beside it. */
export async function openOffice({ database, deps }: BenchInstallation): Promise<BenchOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'anlan-bench-http-'))
  const notices = createNotices()
  // The port is known only when it is open, and the sign-in asks for the address: any host may be the server's here.
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const http: HttpDeps = {
    ...deps,
    probe: database.probe,
    onCommitted: notices.tell,
    auth: createAuth({ pool: deps.pool, secret: 'x'.repeat(32), baseUrl: url }),
    files: createFileStore(deps.pool, folder),
    notices,
    metrics: new Registry(),
    baseUrl: url,
    publicTenant: BENCH_TENANT,
    legalBases: LEGAL_BASES,
    outward: OUTWARD,
    log: () => {},
    postOutlet: createPostToOutlet({ inside: [], http: false }, url),
    httpOutlets: false,
    behindProxy: false,
  }
  const door = await listen(createApp(http), { host: '127.0.0.1', port })
  await giveAccount(http, database)
  const close = async () => {
    await door.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { url, cookie: await signIn(url), close }
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function giveAccount({ auth }: HttpDeps, { owner }: BenchInstallation['database']): Promise<void> {
  const holder = DEMO_POSTS.find(({ id }) => id === POST)?.holder
  if (!holder) throw new Error(`nobody holds ${POST}`)
  const known = await owner.query('select 1 from auth.users where username = $1', [POST])
  if (known.rowCount) return
  const account = { tenant: BENCH_TENANT, username: POST, name: holder.name, password: PASSWORD }
  const { userId } = await makeAccount(auth, account)
  await owner.query('update people set user_id = $1 where tenant = $2 and id = $3', [
    userId,
    BENCH_TENANT,
    holder.personId,
  ])
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ username: POST, password: PASSWORD }),
  })
  if (!answer.ok) throw new Error(`no session: ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
