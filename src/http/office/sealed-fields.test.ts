import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenedFields } from '../../domain/views/act-views.ts'
import type { MatterView } from '../../domain/views/views.ts'
import { bodyOf, json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const opening = (title: string, more: object = {}) => ({
  procedure: 'tiny',
  channel: 'window',
  unitId: 'dongpu',
  form: { title, place: '下塘村口' },
  ...more,
})
async function open(title: string, more: object = {}) {
  const clerk = await office.as('clerk')
  const answer = await clerk('/api/matters', json(opening(title, more)))
  expect(answer.status, await answer.clone().text()).toBe(201)
  return bodyOf<{ id: string }>(answer)
}

describe('before anybody opened it', () => {
  test('whoever may open a field sees half of it, others and the vault nothing', async () => {
    const { id } = await open('一件有电话的事', {
      form: { title: '一件有电话的事', phone: '13900005678', reporter: '何试题' },
    })
    const viewAs = async (post: string) => bodyOf<MatterView>(await (await office.as(post))(`/api/matters/${id}`))
    expect((await viewAs('clerk')).masks).toEqual({ phone: '139****5678' })
    expect((await viewAs('leader')).masks).toBeUndefined()
    expect(JSON.stringify(await viewAs('clerk'))).not.toContain('13900005678')
  })
})

describe('personal fields', () => {
  test('opening one needs a reason, is recorded, and closes after ten minutes', async () => {
    const { id } = await open('有电话的事', { form: { title: '有电话的事', phone: '13900005678', reporter: '何试题' } })
    const clerk = await office.as('clerk')
    const view = await bodyOf<MatterView>(await clerk(`/api/matters/${id}`))
    expect(JSON.stringify(view)).not.toContain('13900005678')
    expect(view).toMatchObject({ mayOpen: ['phone'], hasReporter: true })
    const without = await clerk(`/api/matters/${id}/fields/open`, json({ fields: ['phone'], reason: ' ' }))
    expect(await without.json()).toMatchObject({ issues: [{ field: 'reason', rule: 'too-short' }] })
    const opened = await clerk(
      `/api/matters/${id}/fields/open`,
      json({ fields: ['phone', 'reporter'], reason: '核实地点' }),
    )
    expect(opened.headers.get('cache-control')).toBe('no-store')
    expect(await opened.json()).toEqual({
      values: { phone: '13900005678', reporter: '何试题' },
      closesAt: '2026-03-02T01:10:00.000Z',
    })
    const after = await bodyOf<MatterView>(await clerk(`/api/matters/${id}`))
    expect(after.timeline.at(-1)).toMatchObject({
      type: 'FieldsOpened',
      fields: ['phone', 'reporter'],
      note: '核实地点',
      personName: '周示例',
    })
  })

  test('what was opened shows again for ten minutes under the same reason and the same record, to the same post only', async () => {
    const { id } = await open('再看一次', { form: { title: '再看一次', phone: '13900005678' } })
    const [clerk, triage] = [await office.as('clerk'), await office.as('triage')]
    const again = async (send: Send) => bodyOf<OpenedFields>(await send(`/api/matters/${id}/fields/open`))
    expect((await again(clerk)).values).toEqual({})
    await clerk(`/api/matters/${id}/fields/open`, json({ fields: ['phone'], reason: '核实地点' }))
    expect(await again(clerk)).toEqual({ values: { phone: '13900005678' }, closesAt: '2026-03-02T01:10:00.000Z' })
    expect((await again(triage)).values).toEqual({})
    const { timeline } = await bodyOf<MatterView>(await clerk(`/api/matters/${id}`))
    expect(timeline.filter(({ type }) => type === 'FieldsOpened')).toHaveLength(1)
    office.county.setNow('2026-03-02T01:11:00.000Z')
    expect((await again(clerk)).values).toEqual({})
    office.county.setNow('2026-03-02T01:00:00.000Z')
  })

  test('each opening is recorded, whatever key comes with it', async () => {
    const { id } = await open('看两次', { form: { title: '看两次', phone: '13900005678' } })
    const clerk = await office.as('clerk')
    for (const _ of [1, 2])
      await clerk(
        `/api/matters/${id}/fields/open`,
        json({ fields: ['phone'], reason: '核实地点' }, { 'idempotency-key': 'open-the-phone' }),
      )
    const { timeline } = await bodyOf<MatterView>(await clerk(`/api/matters/${id}`))
    expect(timeline.map(({ type }) => type)).toEqual(['MatterOpened', 'FieldsOpened', 'FieldsOpened'])
  })

  test('a leader sees progress, not identities', async () => {
    const { id } = await open('看不到人的事', { form: { title: '看不到人的事', phone: '13900005678' } })
    const leader = await office.as('leader')
    expect((await bodyOf<MatterView>(await leader(`/api/matters/${id}`))).mayOpen).toEqual([])
    expect((await leader(`/api/matters/${id}/fields/open`, json({ fields: ['phone'], reason: '想了解' }))).status).toBe(
      403,
    )
  })
})
