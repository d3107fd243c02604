import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatterView } from '../../domain/views/views.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { apartProcedure } from '../../testing/procedures/apart-procedure.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice(undefined, [apartProcedure])
})
afterAll(() => office?.dispose())

type Opened = { readonly id: string; readonly reference: string }

const open = async (procedure: string, form: object): Promise<Opened> => {
  const clerk = await office.as('clerk')
  const answer = await clerk('/api/matters', json({ procedure, channel: 'window', unitId: 'qinglan', form }))
  expect(answer.status, await answer.clone().text()).toBe(201)
  return bodyOf<Opened>(answer)
}
const viewFor = async (post: string, id: string) =>
  bodyOf<MatterView>(await (await office.as(post))(`/api/matters/${id}`))

test('a link to a matter for few is recorded there, so that nothing is missing from the record of the other', async () => {
  const secret = await open('apart', { title: '只给少数人看的事' })
  const plain = await open('tiny', { title: '平常的事' })
  const clerk = await office.as('clerk')
  const wish = json({ type: 'triggers', reference: secret.reference })
  expect((await clerk(`/api/matters/${plain.id}/links`, wish)).status).toBe(200)
  expect((await viewFor('clerk', plain.id)).links.map(({ reference }) => reference)).toEqual([secret.reference])
  const seen = await viewFor('inspector', plain.id)
  expect(seen.links).toEqual([])
  expect(seen.matter.version).toBe(seen.timeline.length)
  expect(JSON.stringify(seen)).not.toContain(secret.reference)
})

test('whoever is named in the one does not learn of it from another that names it', async () => {
  const secret = await open('apart', { title: '记着经办人的事', about: [{ post: 'handler' }] })
  const other = await open('apart', { title: '没有记谁的事' })
  const clerk = await office.as('clerk')
  const wish = json({ type: 'triggers', reference: secret.reference })
  expect((await clerk(`/api/matters/${other.id}/links`, wish)).status).toBe(200)
  const seen = await viewFor('handler', other.id)
  expect(seen.matter.version).toBe(seen.timeline.length)
  expect(JSON.stringify(seen)).not.toContain(secret.reference)
})

test('a report is not merged into a matter for few: its number would stand in the report', async () => {
  const secret = await open('apart', { title: '只给少数人看的事' })
  const report = await open('report', {
    title: '路灯不亮',
    category: 'facility',
    description: '路灯不亮，走夜路看不见。',
    place: '石桥',
  })
  const clerk = await office.as('clerk')
  const answer = await clerk(
    `/api/matters/${report.id}/steps/merge`,
    json({ seenVersion: 1, form: { mergedInto: secret.reference } }),
  )
  expect({ status: answer.status, body: await answer.text() }).toMatchObject({
    status: 409,
    body: expect.stringContaining('sameComplaint'),
  })
})
