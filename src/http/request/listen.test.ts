import { connect as openSocket, type Socket } from 'node:net'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TEST_ORIGIN, type TestOffice, testOffice } from '../../testing/office.ts'
import { createApp } from '../app.ts'
import { listen } from './listen.ts'

let office: TestOffice
const app = () => createApp({ ...office.deps, metrics: new Registry() })
let door: Awaited<ReturnType<typeof listen>>
beforeAll(async () => {
  office = await testOffice()
  door = await listen(app(), { host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await door.close()
  await office.dispose()
})

test.each([
  ['a port that is taken', '127.0.0.1', 'PORT', '已经有程序在用'],
  ['an address of another machine', '192.0.2.1', 'HOST', '不是这台机器的地址'],
])('%s is said in words, with what to do', async (_, host, field, words) => {
  const again = listen(app(), { host, port: door.port })
  await expect(again).rejects.toMatchObject({
    code: 'request-invalid',
    details: { issues: [{ field }], text: { zh: expect.stringContaining(words), en: expect.any(String) } },
  })
})

describe('a body that is broken off', () => {
  test.each([
    ['an upload', '/api/files?name=a.pdf', 'application/pdf'],
    ['a report of the public', '/public/report', 'multipart/form-data; boundary=x'],
    ['a command', '/api/auth/sign-in/username', 'application/json'],
  ])('as %s is nobody’s fault here: neither the database’s nor a bug', async (_, path, type) => {
    const before = office.logged.length
    const head = [`POST ${path} HTTP/1.1`, 'host: localhost:8080', `origin: ${TEST_ORIGIN}`, `content-type: ${type}`]
    const client = await opened(door.port)
    client.write(`${[...head, 'content-length: 60000'].join('\r\n')}\r\n\r\n--x\r\n`)
    client.destroySoon()
    await expect.poll(() => office.logged.slice(before).find(({ method }) => method === 'POST')).toBeTruthy()
    const lines = office.logged.slice(before)
    expect(lines.filter(({ level }) => level === 'error')).toEqual([])
    expect(lines.map(({ refused }) => refused)).not.toContain('database-unusable')
  })
})

const opened = (port: number) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = openSocket({ host: '127.0.0.1', port }, () => resolve(socket)).on('error', reject)
  })

test('a write from another site is refused in words of its own', async () => {
  const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain' }
  const answer = await office.ask('/api/auth/sign-out', { method: 'POST', body: '', headers })
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({
    code: 'not-allowed',
    rule: 'other-site',
    title: expect.stringContaining('别的网站'),
  })
})
