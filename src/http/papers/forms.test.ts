import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { agreedDispute, CLERK, MEDIATOR, stepAs, TODAY, viewOf } from '../../testing/papers/agreed-dispute.ts'
import { docxText } from '../../testing/papers/docx-text.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const form = async (id: string, who = MEDIATOR, name = 'confirmationApplication') =>
  (await office.as(who))(`/api/matters/${id}/forms/${name}/docx`)

describe('a form that nobody issues', () => {
  test('is offered while the matter stands so, and filled with what is on record', async () => {
    const id = await agreedDispute(office, 'yes')
    const { forms, matter } = await viewOf(office, id)
    expect(forms).toMatchObject([{ document: 'confirmationApplication', title: { zh: '司法确认申请书' } }])
    const answer = await form(id)
    expect(answer.status).toBe(200)
    const text = docxText(new Uint8Array(await answer.arrayBuffer()))
    for (const words of ['司法确认申请书', matter.reference, '东调〔2026〕1号', '各让半米，留出通道', '2026年4月1日前'])
      expect(text).toContain(words)
    expect(text).not.toContain('周某')
    expect(text).not.toMatch(/查验码|[{}]|undefined|null/)
  })

  test('is not offered where the answers speak against it, nor in another state, and then it is not made either', async () => {
    const id = await agreedDispute(office, 'no')
    expect((await viewOf(office, id)).forms).toBeUndefined()
    expect((await form(id)).status).toBe(404)
    const able = await agreedDispute(office, 'yes')
    for (const name of ['agreement', 'nothing', '__proto__', '%00', 'x'.repeat(500)])
      expect((await form(able, MEDIATOR, name)).status, name).toBe(404)
    await stepAs(office, able, CLERK, 'confirmPerformance', { visitedOn: TODAY, performance: '通道已留出' })
    expect((await form(able)).status).toBe(404)
  })

  test('is for those who may see the matter', async () => {
    const id = await agreedDispute(office, 'yes')
    expect((await office.ask(`/api/matters/${id}/forms/confirmationApplication/docx`)).status).toBe(401)
    expect((await form(id, 'yunxi-clerk')).status).toBe(404)
  })
})
