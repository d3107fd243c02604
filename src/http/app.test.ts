import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES } from '../domain/unit/role.ts'
import type { ApiDocument } from '../testing/answer-check.ts'
import { bodyOf, json, TEST_METRICS_TOKEN, TEST_ORIGIN, type TestOffice, testOffice } from '../testing/office.ts'
import { createApp } from './app.ts'
import { listen } from './request/listen.ts'

let office: TestOffice
let webFolder: string
beforeAll(async () => {
  webFolder = await mkdtemp(join(tmpdir(), 'anlan-web-'))
  await mkdir(join(webFolder, 'office'))
  await mkdir(join(webFolder, 'assets'))
  await writeFile(
    join(webFolder, 'office/index.html'),
    '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__">',
  )
  await writeFile(join(webFolder, 'assets/office-1a2b3c.js'), 'export const calm = true\n'.repeat(100))
  office = await testOffice(webFolder)
})
afterAll(async () => {
  await office.dispose()
  await rm(webFolder, { recursive: true })
})

describe('problem answers', () => {
  test('speak the reader’s language', async () => {
    const inZh = await office.ask('/api/today', { headers: { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' } })
    const inEn = await office.ask('/api/today', { headers: { 'accept-language': 'en-GB,zh;q=0.5' } })
    const byCookie = await office.ask('/api/today', { headers: { 'accept-language': 'en', cookie: 'anlan-locale=zh' } })
    expect(inZh.headers.get('content-type')).toContain('application/problem+json')
    expect(await inZh.json()).toMatchObject({
      type: '/problems/sign-in-required',
      title: '请先登录',
      status: 401,
      code: 'sign-in-required',
    })
    expect(await inEn.json()).toMatchObject({ title: 'Sign in first' })
    expect(await byCookie.json()).toMatchObject({ title: '请先登录' })
  })

  test('a body that cannot be read, is too long or is of the wrong shape names what is wrong', async () => {
    const ask = (init: RequestInit) => office.ask('/api/auth/sign-in/username', init)
    const headers = { 'content-type': 'application/json' }
    const unreadable = await ask({ method: 'POST', body: '{"username":', headers })
    expect(unreadable.status).toBe(400)
    expect(await unreadable.json()).toMatchObject({
      type: '/problems/request-invalid',
      issues: [{ field: 'body', rule: 'wrong-form' }],
    })
    const tooLong = await ask({ method: 'POST', body: `{"username":"${'x'.repeat(1_100_000)}"}`, headers })
    expect(await tooLong.json()).toMatchObject({ issues: [{ field: 'body', rule: 'too-large' }] })
    const wrong = await ask(json({ username: 7, extra: 1 }))
    const { issues } = await bodyOf<{ issues: { field: string; rule: string; message: string }[] }>(wrong)
    expect(issues.map(({ field, rule }) => `${field} ${rule}`).sort()).toEqual([
      'extra unknown-field',
      'password required',
      'username wrong-type',
    ])
    expect(issues.every(({ message }) => /[\u4e00-\u9fff]/.test(message))).toBe(true)
  })

  test('a bug of ours shows no stack, but is logged with the number the reader sees', async () => {
    const clerk = await office.as('clerk')
    const { owner } = office.county.database
    await owner.query('alter table saved_views rename to views_away')
    const answer = await clerk('/api/saved-views').finally(() =>
      owner.query('alter table views_away rename to saved_views'),
    )
    expect(answer.status).toBe(500)
    const text = await answer.text()
    expect(text).not.toMatch(/\.ts:\d|select|saved_views|at /)
    const { requestId } = JSON.parse(text) as { requestId: string }
    const line = office.logged.find((each) => each['requestId'] === requestId && each['stack'])
    expect(line).toMatchObject({ level: 'error' })
  })

  test('an API address that is not there says so', async () => {
    const answer = await office.ask('/api/nothing')
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ type: '/problems/not-found' })
  })
})

describe('every answer', () => {
  test.each(['/', '/public', '/api/session', '/openapi.json', '/healthz'])(
    '%s carries strict headers',
    async (path) => {
      const { headers } = await office.ask(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self';")
      expect(policy).not.toContain('unsafe')
      expect(policy).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    },
  )

  test('says by https that there is no other way here for a year', async () => {
    const secure = createApp({ ...office.deps, metrics: new Registry(), baseUrl: 'https://anlan.example.cn' })
    expect((await secure.request('/healthz')).headers.get('strict-transport-security')).toBe(
      'max-age=31536000; includeSubDomains',
    )
    expect((await office.ask('/healthz')).headers.has('strict-transport-security')).toBe(false)
  })

  test('gives nothing back to TRACE', async () => {
    const listening = await listen(createApp({ ...office.deps, metrics: new Registry() }), {
      host: '127.0.0.1',
      port: 0,
    })
    const traced = (path: string) =>
      new Promise<{ status: number; text: string }>((resolve, reject) => {
        const asked = { port: listening.port, path, method: 'TRACE', headers: { 'x-secret': 'kept' } }
        request({ host: '127.0.0.1', ...asked }, async (answer) => {
          resolve({ status: answer.statusCode ?? 0, text: await text(answer) })
        })
          .on('error', reject)
          .end()
      })
    for (const path of ['/', '/api/matters', '/public']) {
      const answer = await traced(path)
      expect(answer.status, path).toBeGreaterThanOrEqual(400)
      expect(answer.text).not.toContain('kept')
    }
    await listening.close()
  })

  test('is logged by its pattern, without search words or codes', async () => {
    const clerk = await office.as('clerk')
    await clerk('/api/matters?text=%E5%BC%A0%E4%B8%89')
    const line = office.logged.findLast(({ route }) => route === '/api/matters')
    expect(line).toMatchObject({ method: 'GET', status: 200 })
    expect(JSON.stringify(office.logged)).not.toMatch(/张三|%E5%BC%A0/)
  })
})

describe('pages of the office', () => {
  test('the page has a nonce of its own each time and is asked for again', async () => {
    const [first, second] = [await office.ask('/matters/123'), await office.ask('/')]
    const nonce = /nonce="([^"]+)"/.exec(await first.text())?.[1] ?? ''
    expect(first.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect(await second.text()).not.toContain(nonce)
  })

  test('assets are kept for ever and come packed', async () => {
    const packed = await office.ask('/assets/office-1a2b3c.js', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(packed.headers.get('content-encoding')).toBe('br')
    expect(packed.headers.get('cache-control')).toContain('immutable')
    expect((await packed.arrayBuffer()).byteLength).toBeLessThan(200)
    const plain = await office.ask('/assets/office-1a2b3c.js')
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toContain('calm')
  })

  test.each(['/assets/missing.js', '/../package.json', '/assets/..%2f..%2fpackage.json', '/office/index.html.map'])(
    '%s is not there',
    async (path) => {
      expect((await office.ask(path)).status).toBe(404)
    },
  )
})

describe('the description of the API', () => {
  test('has every route of ours, in both languages', async () => {
    const document = await bodyOf<ApiDocument>(await office.ask('/openapi.json'))
    expect(document.openapi).toBe('3.1.0')
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
    expect(operations.length).toBeGreaterThan(35)
    for (const { operationId, summary, tags } of operations) {
      expect(summary, operationId).toMatch(/^[^·]*[\u4e00-\u9fff][^·]* · [A-Z]/)
      expect(tags, operationId).toHaveLength(1)
    }
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/api/matters', '/api/matters/{id}/steps/{step}', '/api/admin/people', '/api/stream']),
    )
  })

  test('says of every answer and every refusal what stands in it', async () => {
    const { paths, components } = await bodyOf<ApiDocument>(await office.ask('/openapi.json'))
    for (const { operationId, responses } of Object.values(paths).flatMap((methods) => Object.values(methods))) {
      const contents = Object.values(responses).flatMap(({ content }) => Object.values(content ?? {}))
      expect(contents.length, `${operationId} answers well, and refuses`).toBe(2)
      for (const { schema } of contents) expect(bare(schema, components.schemas), operationId).toEqual([])
    }
    expect(Object.entries(components.schemas).flatMap(([, schema]) => bare(schema, components.schemas))).toEqual([])
  })

  test('is a page without scripts, in both languages', async () => {
    const page = await (await office.ask('/docs?lang=zh')).text()
    expect(page).toContain('办一步')
    expect(page).toContain('/api/matters/{id}/steps/{step}')
    expect(page).toContain('seenVersion')
    expect(page).toContain('<a href="#shape-MatterView"><code>MatterView</code></a>')
    expect(page).not.toContain('<script')
    expect(await (await office.ask('/docs?lang=en')).text()).toContain('Take a step')
  })
})

describe('health', () => {
  test('runs, is ready, and counts requests', async () => {
    expect((await office.ask('/healthz')).status).toBe(200)
    expect((await office.ask('/readyz')).status).toBe(200)
    const authorization = `Bearer ${TEST_METRICS_TOKEN}`
    const metrics = await (await office.ask('/metrics', { headers: { authorization } })).text()
    expect(metrics).toMatch(/anlan_http_request_seconds_count\{method="GET",route="\/healthz",status="200"\} \d+/)
  })

  test('shows its numbers only to monitoring', async () => {
    const wrong: RequestInit = { headers: { authorization: 'Bearer guessed' } }
    expect((await office.ask('/metrics')).status).toBe(404)
    expect((await office.ask('/metrics', wrong)).status).toBe(404)
    const closed = createApp({ ...office.deps, metrics: new Registry(), metricsToken: '' })
    expect((await closed.request(`${TEST_ORIGIN}/metrics`, { headers: { authorization: 'Bearer ' } })).status).toBe(404)
  })
})

test('only administrators reach the administration, and auditors to read', async () => {
  for (const post of ['clerk', 'leader']) {
    const send = await office.as(post)
    const answer = await send('/api/admin/people')
    expect(answer.status, post).toBe(403)
    expect((await bodyOf(answer))['title']).toContain(ROLES.administrator.title.zh)
  }
  const administrator = await office.as('administrator')
  expect((await administrator('/api/admin/people')).status).toBe(200)
  expect((await (await office.as('auditor'))('/api/admin/people')).status).toBe(200)
})

/** Parts of a schema that say "something": an object without properties, a list of anything, a name that leads nowhere. */
function bare(schema: unknown, named: Readonly<Record<string, unknown>>): unknown[] {
  if (typeof schema !== 'object' || schema === null) return [schema]
  const {
    $ref,
    type,
    properties,
    additionalProperties,
    prefixItems,
    items,
    anyOf,
    oneOf,
    const: only,
  } = schema as Schema
  if ($ref) return $ref.replace('#/components/schemas/', '') in named ? [] : [$ref]
  const inner = (parts: readonly unknown[] | undefined) => (parts ?? []).flatMap((part) => bare(part, named))
  if (anyOf || oneOf) return inner(anyOf ?? oneOf)
  // A pair says what stands at each place, and `items: false` that nothing follows.
  if (type === 'array') return prefixItems && items === false ? inner(prefixItems) : bare(items, named)
  if (type !== 'object') return type || only !== undefined ? [] : [schema]
  if (typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0)
    return bare(additionalProperties, named)
  return properties ? inner(Object.values(properties)) : [schema]
}

type Schema = {
  readonly $ref?: string
  readonly type?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly additionalProperties?: object
  readonly prefixItems?: readonly unknown[]
  readonly items?: unknown
  readonly anyOf?: readonly unknown[]
  readonly oneOf?: readonly unknown[]
  readonly const?: unknown
}
