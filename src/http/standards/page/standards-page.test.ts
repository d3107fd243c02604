import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestOffice, testOffice } from '../../../testing/office.ts'
import { FOLLOWED } from './followed.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

test('the page says in both languages what is followed, and every address on it answers', async () => {
  const zh = await (await office.ask('/standards?lang=zh')).text()
  const en = await (await office.ask('/standards?lang=en')).text()
  for (const { name, title, follows } of FOLLOWED) {
    expect(zh).toContain(name)
    expect(zh).toContain(title.zh)
    expect(en).toContain(title.en)
    expect(en).toContain(follows.en.slice(0, 20))
  }
  for (const path of FOLLOWED.flatMap(({ where }) => where).filter((each) => !each.includes('<')))
    expect((await office.ask(path)).status, path).toBe(200)
})

test('the page for operators has the same standards and addresses', () => {
  const text = readFileSync(new URL('../../../../docs/standards.md', import.meta.url), 'utf8')
  for (const { name, from } of FOLLOWED) {
    expect(text).toContain(name)
    expect(text).toContain(from)
  }
})
