import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Registry } from 'prom-client'
import type { Mail } from '../domain/notice/mail.ts'
import type { Procedure } from '../domain/procedure/procedure.ts'
import { createApp } from '../http/app.ts'
import type { OperationId } from '../http/description/operations.ts'
import type { HttpDeps } from '../http/request/deps.ts'
import { createNotices } from '../http/request/notices.ts'
import { makeAccount, oneTimeEnd } from '../http/sign-in/account.ts'
import { createAuth } from '../http/sign-in/auth.ts'
import { PROCEDURES } from '../procedures/all.ts'
import { LEGAL_BASES } from '../procedures/legal-bases.ts'
import { OUTWARD } from '../procedures/outward.ts'
import { connect, PROBES } from '../storage/connection/connect.ts'
import { createFileStore } from '../storage/files/files.ts'
import { createPostToOutlet } from '../workers/notices/outlets/post-to-outlet.ts'
import { answerCheck } from './answer-check.ts'
import { type TestCounty, testCounty } from './county.ts'
import { POSTS, TEST_TENANT } from './people.ts'
import { tinyProcedure } from './tiny-procedure.ts'

export type Send = (path: string, init?: RequestInit) => Promise<Response>

export type TestOffice = {
  readonly county: TestCounty
  readonly deps: HttpDeps
  /** Asks without a session. */
  readonly ask: Send
  /** Asks as the holder of a post; makes the account at the first call. */
  readonly as: (postId: string) => Promise<Send>
  /** The operations that answered well so far. Every answer is held to its description as it comes. */
  readonly seen: ReadonlySet<OperationId>
  /** Mails that went out from a request: codes. */
  readonly mails: readonly Mail[]
  readonly logged: readonly Readonly<Record<string, unknown>>[]
  readonly dispose: () => Promise<void>
}

export const TEST_ORIGIN = 'http://localhost:8080'
export const TEST_METRICS_TOKEN = 'numbers-for-monitoring'
export const TEST_PASSWORD = 'calm-water-2026'

/** The whole HTTP door on a real database, asked without a network. */
export async function testOffice(webFolder?: string, more: readonly Procedure[] = []): Promise<TestOffice> {
  const county = await testCounty([tinyProcedure, ...more, ...PROCEDURES])
  const folder = await mkdtemp(join(tmpdir(), 'anlan-files-'))
  const logged: Readonly<Record<string, unknown>>[] = []
  const mails: Mail[] = []
  const notices = createNotices()
  const probe = connect({ url: county.database.url, max: 1, applicationName: 'anlan test probe', patience: PROBES })
  const deps: HttpDeps = {
    ...county.deps,
    probe,
    onCommitted: notices.tell,
    auth: createAuth({ pool: county.deps.pool, secret: 'x'.repeat(32), baseUrl: TEST_ORIGIN }),
    files: createFileStore(county.deps.pool, folder),
    notices,
    metrics: new Registry(),
    metricsToken: TEST_METRICS_TOKEN,
    baseUrl: TEST_ORIGIN,
    publicTenant: TEST_TENANT,
    legalBases: LEGAL_BASES,
    outward: OUTWARD,
    log: (line) => logged.push(line),
    sendMail: async (mail) => {
      mails.push(mail)
      return '250 taken'
    },
    postOutlet: createPostToOutlet({ inside: ['127.0.0.1'], http: true }, TEST_ORIGIN),
    httpOutlets: true,
    behindProxy: true,
    ...(webFolder ? { webFolder } : {}),
  }
  const app = createApp(deps)
  const checked = answerCheck(async () => bodyOf(await app.request(`${TEST_ORIGIN}/openapi.json`)))
  const ask: Send = async (path, init) => {
    const answer = await app.request(`${TEST_ORIGIN}${path}`, sameOrigin(init))
    await checked.see(init?.method ?? 'GET', path, answer)
    return answer
  }
  const sessions = new Map<string, Promise<string>>()

  const as = async (postId: string): Promise<Send> => {
    const session = sessions.get(postId) ?? openSession(county, deps, ask, postId)
    sessions.set(postId, session)
    const cookie = await session
    return (path, init) => ask(path, { ...init, headers: withCookie(init?.headers, cookie) })
  }
  const dispose = async () => {
    await probe.end()
    await county.dispose()
    await rm(folder, { recursive: true, force: true })
  }
  return { county, deps, ask, as, logged, mails, seen: checked.seen, dispose }
}

/** The session's cookies, and those a test adds; of one name the newer, as in a browser. */
function withCookie(headers: RequestInit['headers'], cookie: string): Headers {
  const all = new Headers(headers)
  const pairs = `${cookie}; ${all.get('cookie') ?? ''}`.split('; ').filter(Boolean)
  const byName = new Map(pairs.map((pair) => [pair.split('=')[0], pair]))
  all.set('cookie', [...byName.values()].join('; '))
  return all
}

/** A browser says where its writes come from. */
function sameOrigin(init: RequestInit = {}): RequestInit {
  const headers = new Headers({ origin: TEST_ORIGIN, 'sec-fetch-site': 'same-origin', host: 'localhost:8080' })
  for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
  return { ...init, headers }
}

/** A body in JSON, as the client sends it. */
export const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
})

/** An answer's JSON as what the test expects to find in it. */
export const bodyOf = async <T = Record<string, unknown>>(answer: Response): Promise<T> => (await answer.json()) as T

/** The ledger of a kind as a file: asked for with a purpose, then taken. */
export async function takeSheet(
  send: Send,
  procedure: string,
  form: 'csv' | 'xlsx' | 'form' = 'csv',
): Promise<Response> {
  const asked = await send('/api/exports', json({ purpose: '核对台账', filter: { procedure } }))
  if (!asked.ok) return asked
  return send(`/api/exports/${(await bodyOf<{ id: string }>(asked)).id}/${form}`)
}

/** The same person acting in another of their posts. */
export async function inPost(send: Send, postId: string): Promise<Send> {
  const cookie = cookiesOf(await send('/api/session/post', json({ postId })))
  return (path, init) => send(path, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie } })
}

/** The cookies an answer sets, as the next request sends them. */
export const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

async function openSession(county: TestCounty, deps: HttpDeps, ask: Send, postId: string): Promise<string> {
  await giveAccount(county, deps, postId)
  const answer = await ask('/api/auth/sign-in/username', json({ username: postId, password: TEST_PASSWORD }))
  if (!answer.ok) throw new Error(`no session for ${postId}: ${await answer.text()}`)
  return cookiesOf(answer)
}

/** Gives the holder of a post a sign-in name equal to the post's id. */
export async function giveAccount(
  county: TestCounty,
  deps: HttpDeps,
  postId: string,
  mustChangePassword = false,
): Promise<void> {
  const person = POSTS.find(({ id }) => id === postId)?.holder
  if (!person) throw new Error(`nobody holds ${postId}`)
  const { userId } = await makeAccount(deps.auth, {
    tenant: TEST_TENANT,
    username: postId,
    name: person.name,
    password: TEST_PASSWORD,
    ...(mustChangePassword ? { oneTimeUntil: oneTimeEnd(deps.now()) } : {}),
  })
  await county.database.owner.query('update people set user_id = $1 where tenant = $2 and id = $3', [
    userId,
    TEST_TENANT,
    person.personId,
  ])
}
