import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

describe('what no form of ours sends', () => {
  const send = (body: string, type: string) =>
    office.ask('/public/report', { method: 'POST', body, headers: { 'content-type': type } })
  const part = 'content-disposition: form-data; name="place"\r\n\r\n\r\n'

  test.each([
    ['a hundred parts', `${`--x\r\n${part}`.repeat(100)}--x--\r\n`, 'multipart/form-data; boundary=x'],
    ['a book in one field', `description=${'路'.repeat(60_000)}`, 'application/x-www-form-urlencoded'],
    ['a million fields', 'a=&'.repeat(1_000_000), 'application/x-www-form-urlencoded'],
    ['a broken form', '--x\r\nno part at all', 'multipart/form-data; boundary=x'],
    ['no form', '{"description": "路灯不亮"}', 'application/json'],
  ])('%s is refused on a page', async (_, body, type) => {
    const answer = await send(body, type)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('<main')
  })
})
