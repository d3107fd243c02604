import { expect } from 'vitest'
import type { FileRef } from '../../domain/procedure/form.ts'
import type { MatterView } from '../../domain/views/views.ts'
import { bodyOf, json, type TestOffice } from '../office.ts'

/** The mediator of it. */
export const MEDIATOR = 'dongpu-mediator'
export const CLERK = 'dongpu-clerk'
export const TODAY = '2026-03-02'
const agreement = {
  agreementNo: '东调〔2026〕1号',
  agreedOn: TODAY,
  agreement: '各让半米，留出通道',
  performBy: '2026-03-30',
  signatures: [
    { position: 'a', signedBy: 'signature' },
    { position: 'b', signedBy: 'fingerprint' },
  ],
  effectiveOn: TODAY,
}

/** The page of a matter, as this post sees it. */
export const viewOf = async (office: TestOffice, id: string, who = MEDIATOR) =>
  bodyOf<MatterView>(await (await office.as(who))(`/api/matters/${id}`))

/** A step by a post, as the newest version stands. */
export async function stepAs(office: TestOffice, id: string, who: string, name: string, form: object): Promise<void> {
  const { matter } = await viewOf(office, id, who)
  const sent = await (await office.as(who))(
    `/api/matters/${id}/steps/${name}`,
    json({ seenVersion: matter.version, form }),
  )
  expect(sent.status, await sent.clone().text()).toBe(200)
}

async function file(office: TestOffice): Promise<FileRef> {
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
export async function agreedDispute(office: TestOffice, confirmable: 'yes' | 'no'): Promise<string> {
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
  await stepAs(office, id, MEDIATOR, 'askConsent', asking)
  for (const party of ['parties.0', 'parties.1'])
    await stepAs(office, id, MEDIATOR, 'recordConsent', { party, consentedOn: TODAY })
  await stepAs(office, id, MEDIATOR, 'accept', {})
  await stepAs(office, id, CLERK, 'chooseMediator', {
    owner: MEDIATOR,
    chosenBy: 'parties',
    recusal: 'none',
    openSession: 'no',
  })
  const session = { sessionAt: `${TODAY}T00:30:00.000Z`, sessionPlace: '东浦镇调解室', record: '各让半米' }
  await stepAs(office, id, MEDIATOR, 'holdSession', session)
  await stepAs(office, id, MEDIATOR, 'recordAgreement', { ...agreement, confirmable, materials: [await file(office)] })
  return id
}
