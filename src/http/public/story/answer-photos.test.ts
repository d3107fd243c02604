import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileRef } from '../../../domain/procedure/form.ts'
import { bodyOf, type TestOffice, testOffice } from '../../../testing/office.ts'
import { createResident } from '../../../testing/resident.ts'

let office: TestOffice
let resident: ReturnType<typeof createResident>
beforeAll(async () => {
  office = await testOffice()
  resident = createResident(office)
})
afterAll(() => office?.dispose())

/** A picture of one point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const DOCUMENT = Buffer.from('%PDF-1.4\n%%EOF')

async function upload(body: Buffer, name: string): Promise<FileRef> {
  const clerk = await office.as('clerk')
  const answer = await clerk('/api/files', {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'x-file-name': encodeURIComponent(name) },
  })
  expect(answer.ok, await answer.clone().text()).toBe(true)
  return bodyOf<FileRef>(answer)
}

test('the resident sees the pictures that came with the answer, by the code alone, and no other file of the office', async () => {
  const { code } = await resident.report({ description: '北塘村口的路灯坏了三盏。' })
  const other = await resident.report({ description: '云溪老街下水道堵了半个月。' })
  const id = await resident.matterIdOf(code)
  const [after, internal] = [await upload(PICTURE, '修好了.png'), await upload(DOCUMENT, '派工单.pdf')]
  await resident.step('clerk', id, 'accept', { difficulty: 'simple' })
  await resident.step('clerk', id, 'recordProgress', { progress: '已派工', materials: [internal] })
  expect(await resident.pageOf(code)).not.toContain('/after/')
  await resident.step('clerk', id, 'answer', {
    opinion: 'solved',
    reply: '三盏都换了',
    toldHow: 'code',
    photos: [after],
  })
  const page = await resident.pageOf(code)
  const path = /<img src="(\/t\/[^"]+\/after\/[^"]+)"/.exec(page)?.[1] ?? ''
  expect(path).toBe(`/t/${code}/after/${after.sha256}`)
  const picture = await office.ask(path)
  expect(picture.headers.get('content-type')).toBe('image/png')
  expect(picture.headers.get('cache-control')).toBe('no-store')
  for (const refused of [
    `/t/${code}/after/${internal.sha256}`,
    `/t/${other.code}/after/${after.sha256}`,
    `/t/AAAAAAAAAA/after/${after.sha256}`,
  ])
    expect((await office.ask(refused)).status, refused).toBe(404)
})
