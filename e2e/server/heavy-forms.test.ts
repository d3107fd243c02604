import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jpegOfTinySegments } from '../../src/testing/made-files.ts'
import { startAnlan } from '../support/command.ts'

const MB = 1024 * 1024
const FORMS = 12
/**
 * Idle about 130 MB; bodies share 96 MB, and the thread that looks at files has bounds of its own. The first night of the demo is
 * judged meanwhile in another thread, some 80 MB.
 */
const MOST_MB = 1_100

let folder: string
let server: ChildProcess
let url: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-heavy-'))
  server = startAnlan(['serve', '--demo', '--json'], { ANLAN_DATA: folder, PORT: '0' })
  server.stderr?.resume()
  const [line] = (await Promise.race([once(server.stdout ?? server, 'data'), once(server, 'exit')])) as [unknown]
  expect(server.exitCode).toBe(null)
  url = (JSON.parse(String(line)) as { url: string }).url
})
afterAll(async () => {
  if (server.kill('SIGTERM')) await once(server, 'exit')
  await rm(folder, { recursive: true, force: true })
})

const description = '桥头到三组有五盏路灯不亮。'
const photo = jpegOfTinySegments(9 * MB)
const part = (name: string, value: string) =>
  `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const fileHead =
  '--x\r\ncontent-disposition: form-data; name="photos"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n'

/** A form of six photos, written from one buffer that all forms share. */
function send(token: string): Promise<{ status: number; page: string }> {
  const head = Buffer.from(part('token', token) + part('description', description) + part('category', 'facility'))
  const pieces = [
    head,
    ...Array.from({ length: 6 }, () => [Buffer.from(fileHead), photo, Buffer.from('\r\n')]).flat(),
    Buffer.from('--x--\r\n'),
  ]
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': length, origin: url }
    const sending = request(`${url}/public/report`, { method: 'POST', headers }, async (answer) => {
      resolve({ status: answer.statusCode ?? 0, page: await text(answer) })
    })
    // The server may refuse before it has read all; then the answer is what counts.
    sending.on('error', (cause) => reject(cause))
    for (const piece of pieces) sending.write(piece)
    sending.end()
  })
}

async function newToken(): Promise<string> {
  const page = await (await fetch(`${url}/public`)).text()
  return /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

async function peakMb(): Promise<number> {
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024
}

describe(`${FORMS} forms of sixty megabytes at once, of photos built to be slow`, () => {
  test('are answered within the memory of a small machine, and lose nobody’s text', async ({ skip }) => {
    skip(process.platform !== 'linux', 'the peak of memory is read from /proc')
    const tokens = await Promise.all(Array.from({ length: FORMS }, newToken))
    await pause(2_500) // a person needs longer than two seconds for a form; who is quicker is sent back
    const answers = await Promise.all(tokens.map(send))
    for (const { status, page } of answers) {
      expect([422, 503]).toContain(status)
      expect(page).toContain(description)
    }
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    const peak = await peakMb()
    console.info(`peak memory of the server: ${Math.round(peak)} MB`)
    expect(peak).toBeLessThan(MOST_MB)
  })
})
