import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MatterView } from '../../domain/views/views.ts'
import { sequenceLog } from '../../storage/transparency/sequence.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { docxText } from '../../testing/papers/docx-text.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { createResident } from '../../testing/resident.ts'
import { entryOf } from '../../testing/transparency/entry-of.ts'

let office: TestOffice
let resident: ReturnType<typeof createResident>
beforeAll(async () => {
  office = await testOffice()
  resident = createResident(office)
})
afterAll(() => office?.dispose())

const REPORT = {
  title: '下塘村路口井盖丢失',
  category: 'facility',
  description: '晚上看不见，有人差点掉下去',
  place: '下塘村路口',
  contactName: '张示例',
}

/** A report that was accepted, with its slip. */
async function accepted(form: object = {}): Promise<string> {
  const clerk = await office.as('clerk')
  const opening = { procedure: 'report', channel: 'window', unitId: 'qinglan', form: { ...REPORT, ...form } }
  const answer = await clerk('/api/matters', json(opening))
  expect(answer.ok, await answer.clone().text()).toBe(true)
  const { id } = await bodyOf<{ id: string }>(answer)
  await resident.step('clerk', id, 'accept', { difficulty: 'ordinary' })
  return id
}

const paper = async (id: string, who = 'clerk') => (await office.as(who))(`/api/matters/${id}/papers/1/docx`)
const textOf = async (answer: Response) => docxText(new Uint8Array(await answer.arrayBuffer()))
const codeOn = (text: string) => /查验码：([0-9A-Z-]+)/.exec(text)?.[1] ?? ''
const fingerprintOn = (text: string) => /指　纹：([0-9a-f ]+)/.exec(text)?.[1]?.trim() ?? ''

describe('a paper that a step issued', () => {
  test('comes as a .docx with what was on record, and room where nothing is shown', async () => {
    const id = await accepted()
    const answer = await paper(id)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('受理通知单'))
    const text = await textOf(answer)
    expect(text).toContain('受理通知单')
    expect(text).toContain('下塘村路口井盖丢失')
    expect(text).toContain('二〇二六年三月二日')
    expect(text).toMatch(/＿＿＿＿＿＿：/)
    expect(text).not.toContain('张示例')
    expect(text).not.toMatch(/[{}]|undefined|null/)
  })

  test('shows a name that was opened on record, to whoever opened it and nobody else', async () => {
    const id = await accepted()
    const clerk = await office.as('clerk')
    const opened = await clerk(
      `/api/matters/${id}/fields/open`,
      json({ fields: ['contactName'], reason: '填写通知单' }),
    )
    expect(opened.ok, await opened.clone().text()).toBe(true)
    expect(await textOf(await paper(id))).toContain('张示例：')
    expect(await textOf(await paper(id, 'leader'))).not.toContain('张示例')
  })

  test('keeps what it said when the matter changes afterwards', async () => {
    const id = await accepted()
    const before = await textOf(await paper(id))
    await resident.step('triage', id, 'assign', { unit: 'dongpu', demand: '三日内补上' })
    expect(await textOf(await paper(id))).toBe(before)
  })

  test('is for those who may see the matter, and is one of those there are', async () => {
    const id = await accepted()
    expect((await office.ask(`/api/matters/${id}/papers/1/docx`)).status).toBe(401)
    expect((await paper(id, 'yunxi-clerk')).status).toBe(404)
    const clerk = await office.as('clerk')
    for (const number of ['2', '0', '-1', 'x', '1e9', '%00'])
      expect((await clerk(`/api/matters/${id}/papers/${number}/docx`)).status, number).toBe(404)
  })

  test.each([
    ['markup', '<w:p/>&amp;</w:t><script>'],
    ['placeholders', '{#rows.x}{office}{@raw}{/}'],
    ['formulas', '=HYPERLINK("http://example.org")'],
    ['the other direction of writing', '\u202e1200\u202c元\u2066'],
  ])('takes %s in an answer as text', async (_, title) => {
    const id = await accepted({ title })
    const text = await textOf(await paper(id))
    expect(text).toContain(title.replace(/[\u202a-\u202e\u2066-\u2069]/g, ''))
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })
})

describe('the code on a paper', () => {
  const check = (code: string) => office.ask(`/check/${code}`, { headers: { 'x-forwarded-for': '203.0.113.7' } })

  test('tells anyone who issued which paper when, and nothing of what it says', async () => {
    const id = await accepted()
    const text = await textOf(await paper(id))
    const answer = await check(codeOn(text))
    expect(answer.status).toBe(200)
    const page = await answer.text()
    for (const words of ['清澜县', '受理通知单', '2026-03-02', '现在有效', fingerprintOn(text)])
      expect(page).toContain(words)
    for (const words of ['井盖', '下塘村', '张示例']) expect(page).not.toContain(words)
    expect(codeOn(await textOf(await paper(id, 'leader')))).toBe(codeOn(text))
  })

  test('may be typed with blanks, small letters, and O for 0', async () => {
    const code = codeOn(await textOf(await paper(await accepted())))
    const typed = ` ${code.toLowerCase().replaceAll('0', 'o').replaceAll('-', ' ')}`
    const posted = await office.ask('/check', {
      method: 'POST',
      body: new URLSearchParams({ code: typed }),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(posted.status).toBe(303)
    expect((await check(posted.headers.get('location')?.split('/').at(-1) ?? '')).status).toBe(200)
  })

  test('that is forged, cut off or of another office gets one answer, and few tries', async () => {
    const code = codeOn(await textOf(await paper(await accepted()))).replaceAll('-', '')
    const owner = office.county.database.owner
    await owner.query(
      `insert into tenants (tenant, name, created_at) values ('other', '{"zh":"别县","en":"Other"}', now()) on conflict do nothing`,
    )
    await owner.query(
      `insert into paper_codes select 'other', repeat('7', 26), gen_random_uuid(), 1, now() on conflict do nothing`,
    )
    const forged = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`
    const pages = await Promise.all(
      [forged, code.slice(0, 25), '7'.repeat(26)].map(async (each) => {
        const answer = await check(each)
        expect(answer.status).toBe(404)
        return (await answer.text()).replaceAll(each, '')
      }),
    )
    expect(new Set(pages).size).toBe(1)
    const tries = { headers: { 'x-forwarded-for': '203.0.113.99' } }
    const answers = []
    for (let at = 0; at < 22; at += 1) answers.push((await office.ask(`/check/${'8'.repeat(26)}`, tries)).status)
    expect(answers.at(-1)).toBe(429)
  })

  test('another figure gives another fingerprint', async () => {
    const [one, other] = [await accepted({ place: '路口3号' }), await accepted({ place: '路口8号' })]
    expect(fingerprintOn(await textOf(await paper(one)))).not.toBe(fingerprintOn(await textOf(await paper(other))))
  })

  test('gives a proof that the issuing is in the log, once it is, with nothing of what the paper says', async () => {
    const id = await accepted()
    const code = codeOn(await textOf(await paper(id)))
    const proof = (of: string) =>
      office.ask(`/check/${of}/proof`, { headers: { 'x-forwarded-for': '203.0.113.8', 'accept-language': 'zh' } })
    const soon = await proof(code)
    expect([soon.status, soon.headers.get('retry-after')]).toEqual([503, '60'])
    await sequenceLog(office.deps, TEST_TENANT, 'qinglan.example')
    const answer = await proof(code)
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(entryOf(text)).toMatch(new RegExp(`^anlan-log-entry-1\n(begun|events)\n${id}\n`))
    for (const words of ['井盖', '下塘村', '张示例', code]) expect(text).not.toContain(words)
    for (const wrong of ['7'.repeat(26), 'x', '%00']) expect((await proof(wrong)).status, wrong).toBe(404)
    const tries: number[] = []
    for (let at = 0; at < 22; at += 1) tries.push((await proof('8'.repeat(26))).status)
    expect(tries.at(-1)).toBe(429)
  })

  test('says that a paper was taken back', async () => {
    const id = await accepted()
    const code = codeOn(await textOf(await paper(id)))
    const { matter } = await bodyOf<MatterView>(await (await office.as('clerk'))(`/api/matters/${id}`))
    const documents = matter.documents?.map((each) => ({ ...each, revokedAt: '2026-03-03T01:00:00.000Z' }))
    await office.county.database.owner.query(`update matters set matter = matter || $2 where id = $1`, [
      id,
      JSON.stringify({ documents }),
    ])
    const page = await (await check(code)).text()
    expect(page).toContain('已经撤回')
    expect(page).toContain('2026-03-03')
    expect(await textOf(await paper(id))).toContain('（已撤回）')
  })
})
