import { afterAll, beforeAll, expect, test } from 'vitest'
import type { KindCount, MatterPage, MatterView } from '../../domain/views/views.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const keyed = (body: object) => json(body, { 'idempotency-key': crypto.randomUUID() })

async function open(post: string, procedure: string, form: object) {
  const send = await office.as(post)
  const answer = await send('/api/matters', keyed({ procedure, channel: 'window', form }))
  expect(answer.status, await answer.clone().text()).toBe(201)
  const { id } = await bodyOf<{ id: string }>(answer)
  return bodyOf<MatterView>(await send(`/api/matters/${id}`))
}
async function publish({ matter }: MatterView) {
  const send = await office.as('triage')
  const answer = await send(`/api/matters/${matter.id}/steps/publish`, keyed({ seenVersion: matter.version }))
  expect(answer.status, await answer.clone().text()).toBe(200)
}

test('a record tells what points to it: as many as the list behind the number has rows, of any version, and no more', async () => {
  const works = { name: '青澜示例化工厂', category: 'company', address: '东浦镇工业路1号' }
  const first = await open('inspector', 'organisation', works)
  const other = await open('inspector', 'organisation', { ...works, name: '青澜示例农机厂' })
  await publish(first)
  await publish(other)
  const site = { category: 'enterprise', address: '东浦镇工业路1号', placeUnit: 'dongpu' }
  for (const name of ['罐区', '成品库'])
    await open('inspector', 'site', { ...site, name, organisation: first.matter.reference })

  const send = await office.as('clerk')
  const asked = `pointsTo=${first.matter.reference}`
  const counts = await bodyOf<KindCount[]>(await send(`/api/counts?${asked}`))
  const { rows, count } = await bodyOf<MatterPage>(await send(`/api/matters?${asked}&procedure=site`))
  expect(counts.filter(({ all }) => all > 0)).toEqual([{ procedure: 'site', open: 2, all: 2, isLimit: false }])
  expect(rows.map(({ title }) => title).sort()).toEqual(['成品库', '罐区'])
  expect(count).toBe(2)
  const none = await bodyOf<MatterPage>(await send(`/api/matters?pointsTo=${other.matter.reference}`))
  expect(none).toMatchObject({ rows: [], count: 0 })
})
