import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMilliseconds } from '../../domain/time/time.ts'
import { media, zipOf } from '../../testing/made-files.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { newFormToken } from './form-token.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const MB = 1024 * 1024
const token = () => newFormToken(office.deps.keys, addMilliseconds(office.deps.now(), -60_000))
const part = (name: string, value: string) =>
  Buffer.from(`--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
const fileHead = (name: string) =>
  Buffer.from(
    `--x\r\ncontent-disposition: form-data; name="photos"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`,
  )
const END = Buffer.from('\r\n--x--\r\n')
const fields = (values: Record<string, string>) =>
  Buffer.concat(Object.entries(values).map(([name, value]) => part(name, value)))
const typed = { category: 'facility', description: '桥头到三组有五盏路灯不亮。', place: '三组' }

/** A body that comes piece by piece, and tells how much of it was asked for. */
function slowly(pieces: readonly Buffer[]) {
  let asked = 0
  const left = [...pieces]
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = left.shift()
        if (!piece) return controller.close()
        asked += piece.length
        controller.enqueue(new Uint8Array(piece))
      },
    },
    { highWaterMark: 0 },
  )
  return { body, asked: () => asked }
}
const send = (body: ReadableStream<Uint8Array> | Buffer) =>
  office.ask('/public/report', {
    method: 'POST',
    body: body as NonNullable<RequestInit['body']>,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    duplex: 'half',
  } as RequestInit)
const stored = async () =>
  Number((await office.county.database.owner.query('select count(*) as n from files')).rows[0].n)

describe('a form with photos', () => {
  test('without a token of ours is not read beyond the beginning of its first photo, and shows what was typed', async () => {
    const pieces = [fields(typed), fileHead('a.jpg'), ...Array.from({ length: 40 }, () => randomBytes(MB)), END]
    const { body, asked } = slowly(pieces)
    const answer = await send(body)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(typed.description)
    expect(asked()).toBeLessThan(3 * MB)
  })

  test('that says it is longer than any form is refused unread', async () => {
    const { body, asked } = slowly([fields(typed), randomBytes(MB)])
    const answer = await office.ask('/public/report', {
      method: 'POST',
      body,
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(500 * MB) },
      duplex: 'half',
    } as RequestInit)
    expect(answer.status).toBe(400)
    expect(asked()).toBe(0)
  })

  test('with a photo beyond the limit keeps the text, and nothing of the photo', async () => {
    const before = await stored()
    const photo = Array.from({ length: 12 }, () => Buffer.alloc(MB, 7))
    const answer = await send(Buffer.concat([fields({ token: token(), ...typed }), fileHead('a.jpg'), ...photo, END]))
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(typed.description)
    expect(page).toContain('超过10 MB')
    expect(await stored()).toBe(before)
  })

  test.each([
    ['a film', 'a.html', media('qt  '), 303],
    [
      'a photo whose long name has an emoji at the cut',
      `${'照'.repeat(99)}😀${'尾'.repeat(40)}.jpg`,
      media('mp42'),
      303,
    ],
    ['a program', '照片.jpg', Buffer.from('MZ and so on'), 422],
    [
      'a document with macros',
      '通知.docx',
      zipOf('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
      422,
    ],
  ])('with %s is answered %#', async (_, name, bytes, status) => {
    const answer = await send(Buffer.concat([fields({ token: token(), ...typed }), fileHead(name), bytes, END]))
    expect(answer.status, await answer.clone().text()).toBe(status)
    if (status === 422) expect(await answer.text()).toContain(typed.description)
  })
})

describe('the memory for bodies', () => {
  test('is shared by all: who finds none left is told to come back and keeps the text, and it is free again after', async () => {
    const photo = (count: number) =>
      Array.from({ length: count }, () => [fileHead('a.jpg'), Buffer.alloc(9 * MB, 7), Buffer.from('\r\n')]).flat()
    const full = () => send(Buffer.concat([fields({ token: token(), ...typed }), ...photo(6), END]))
    const statuses = (await Promise.all([full(), full(), full(), full()])).map(({ status }) => status)
    // Zeros are no photo: 422 is the answer of whoever was read to the end.
    expect(statuses).toContain(503)
    expect(statuses.every((status) => status === 422 || status === 503)).toBe(true)
    expect((await full()).status).toBe(422)
  })
})

describe('a document that somebody else sent in', () => {
  const upload = async (post: string, name: string, bytes: Buffer) =>
    bodyOf<{ sha256: string; name: string; type: string; size: number }>(
      await (await office.as(post))('/api/files', {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: { 'x-file-name': encodeURIComponent(name) },
      }),
    )
  const secret = zipOf('[Content_Types].xml', 'word/document.xml', 'about-you')

  test('cannot be told from one that nobody sent, by whoever has the same bytes', async () => {
    const sent = await upload('clerk', '举报.docx', secret)
    const open = async (file: object) => {
      const form = { title: '试探', category: 'facility', description: '看看这份材料来过没有。', place: '三组' }
      const answer = await (await office.as('handler'))(
        '/api/matters',
        json({ procedure: 'report', channel: 'window', form, files: [file] }),
      )
      const { requestId, ...said } = await bodyOf(answer)
      return { status: answer.status, said }
    }
    expect(await open(sent)).toEqual(await open({ ...sent, sha256: '0'.repeat(64) }))
    expect((await open(sent)).status).toBe(415)
  })

  test('has a name that says what it is, whatever it was called', async () => {
    expect((await upload('clerk', '账目.hta', secret)).name).toBe('账目.docx')
  })
})
