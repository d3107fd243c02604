import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileRef } from '../../domain/procedure/form.ts'
import type { MatterView } from '../../domain/views/views.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { docxText } from '../../testing/papers/docx-text.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const MEDIATOR = 'dongpu-mediator'
const CLERK = 'dongpu-clerk'
const today = '2026-03-02'
const agreement = {
  agreementNo: '东调〔2026〕1号',
  agreedOn: today,
  agreement: '各让半米，留出通道',
  performBy: '2026-03-30',
  signatures: [
    { position: 'a', signedBy: 'signature' },
    { position: 'b', signedBy: 'fingerprint' },
  ],
  effectiveOn: today,
}

const viewOf = async (id: string, who = MEDIATOR) =>
  bodyOf<MatterView>(await (await office.as(who))(`/api/matters/${id}`))

async function step(id: string, who: string, name: string, form: object): Promise<void> {
  const { matter } = await viewOf(id, who)
  const sent = await (await office.as(who))(
    `/api/matters/${id}/steps/${name}`,
    json({ seenVersion: matter.version, form }),
  )
  expect(sent.status, await sent.clone().text()).toBe(200)
}

async function file(): Promise<FileRef> {
  const send = await office.as(MEDIATOR)
  const answer = await send('/api/files', {
    method: 'POST',
    body: Buffer.from('%PDF-1.4\n%%EOF\n'),
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('协议书.pdf') },
  })
  expect(answer.ok, await answer.clone().text()).toBe(true)
  return bodyOf<FileRef>(answer)
}

/** A dispute that came to a written agreement, which a court may or may not be asked to confirm. */
async function agreed(confirmable: 'yes' | 'no'): Promise<string> {
  const send = await office.as(MEDIATOR)
  const told = {
    title: '下塘村两家宅基地边界',
    category: 'housing',
    description: '两家为一米通道争执',
    difficulty: 'complex',
    place: '下塘村',
    source: 'applied',
    partyA: '周某',
  }
  const opened = await send(
    '/api/matters',
    json({ procedure: 'dispute', channel: 'window', unitId: 'dongpu', form: told }),
  )
  expect(opened.status, await opened.clone().text()).toBe(201)
  const { id } = await bodyOf<{ id: string }>(opened)
  const asking = { body: 'people', parties: [{ position: 'a' }, { position: 'b' }], askedHow: 'inPerson' }
  await step(id, MEDIATOR, 'askConsent', asking)
  for (const party of ['parties.0', 'parties.1'])
    await step(id, MEDIATOR, 'recordConsent', { party, consentedOn: today })
  await step(id, MEDIATOR, 'accept', {})
  await step(id, CLERK, 'chooseMediator', {
    owner: MEDIATOR,
    chosenBy: 'parties',
    recusal: 'none',
    openSession: 'no',
  })
  const session = { sessionAt: `${today}T00:30:00.000Z`, sessionPlace: '东浦镇调解室', record: '各让半米' }
  await step(id, MEDIATOR, 'holdSession', session)
  await step(id, MEDIATOR, 'recordAgreement', { ...agreement, confirmable, materials: [await file()] })
  return id
}

const form = async (id: string, who = MEDIATOR, name = 'confirmationApplication') =>
  (await office.as(who))(`/api/matters/${id}/forms/${name}/docx`)

describe('a form that nobody issues', () => {
  test('is offered while the matter stands so, and filled with what is on record', async () => {
    const id = await agreed('yes')
    const { forms, matter } = await viewOf(id)
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
    const id = await agreed('no')
    expect((await viewOf(id)).forms).toBeUndefined()
    expect((await form(id)).status).toBe(404)
    const able = await agreed('yes')
    for (const name of ['agreement', 'nothing', '__proto__', '%00', 'x'.repeat(500)])
      expect((await form(able, MEDIATOR, name)).status, name).toBe(404)
    await step(able, CLERK, 'confirmPerformance', { visitedOn: today, performance: '通道已留出' })
    expect((await form(able)).status).toBe(404)
  })

  test('is for those who may see the matter', async () => {
    const id = await agreed('yes')
    expect((await office.ask(`/api/matters/${id}/forms/confirmationApplication/docx`)).status).toBe(401)
    expect((await form(id, 'yunxi-clerk')).status).toBe(404)
  })
})
