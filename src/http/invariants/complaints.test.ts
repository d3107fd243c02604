import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MatterPage, MatterView } from '../../domain/views/views.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

type Opened = { readonly id: string; readonly reference: string }

/** A complaint about a unit, taken in at the county and accepted. */
async function complaint(title: string, aboutUnit: string): Promise<Opened> {
  const clerk = await office.as('clerk')
  const form = { title, category: 'conduct', description: '有人来反映，说得很清楚。', aboutUnit }
  const answer = await clerk(
    '/api/matters',
    json({ procedure: 'report', channel: 'window', unitId: 'qinglan', form: { ...form, place: '镇政府大厅' } }),
  )
  expect(answer.status, await answer.clone().text()).toBe(201)
  const opened = await bodyOf<Opened>(answer)
  const accepted = await clerk(
    `/api/matters/${opened.id}/steps/accept`,
    json({ seenVersion: 1, form: { difficulty: 'simple' } }),
  )
  expect(accepted.status, await accepted.clone().text()).toBe(200)
  return opened
}

const route = async (id: string, toUnit: string) => {
  const triage = await office.as('triage')
  const form = { route: 'task', toUnit, taskSource: 'matter', taskDueOn: '2026-04-30' }
  return triage(`/api/matters/${id}/steps/triage`, json({ seenVersion: 2, form }))
}

describe('a complaint about a unit', () => {
  test.each(['dongpu', 'xiatang'])('is not routed to that unit or below it: %s', async (toUnit) => {
    const { id } = await complaint('窗口不给办', 'dongpu')
    const answer = await route(id, toUnit)
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ code: 'guard-refused', guard: 'notTheUnitComplainedAbout' })
  })

  test('keeps what is opened from it out of that unit’s sight', async () => {
    const { id } = await complaint('窗口收了材料不给回执', 'dongpu')
    const answer = await route(id, 'yunxi')
    expect(answer.status, await answer.clone().text()).toBe(200)
    const { opened } = await bodyOf<{ opened: Opened[] }>(answer)
    const leader = await office.as('leader')
    const child = await bodyOf<MatterView>(await leader(`/api/matters/${opened[0]?.id}`))
    expect(child.matter).toMatchObject({ unitId: 'yunxi', aboutUnitId: 'dongpu' })
    const dongpu = await office.as('dongpu-clerk')
    expect((await dongpu(`/api/matters/${opened[0]?.id}`)).status).toBe(404)
    const { rows } = await bodyOf<MatterPage>(await dongpu('/api/matters'))
    expect(rows).toEqual([])
  })

  test('linked to a matter of that unit, does not show there even as a hidden one', async () => {
    const about = await complaint('收费没有依据', 'dongpu')
    const clerk = await office.as('clerk')
    const opening = { procedure: 'tiny', channel: 'window', unitId: 'dongpu', form: { title: '大厅照明' } }
    const theirs = await bodyOf<Opened>(await clerk('/api/matters', json(opening)))
    for (const [from, to] of [
      [theirs, about],
      [about, theirs],
    ] as const) {
      const added = await clerk(`/api/matters/${from.id}/links`, json({ type: 'triggers', reference: to.reference }))
      expect(added.status).toBe(200)
    }
    const atCounty = await bodyOf<MatterView>(await clerk(`/api/matters/${theirs.id}`))
    expect(atCounty.links.map(({ reference }) => reference)).toEqual([about.reference, about.reference])
    const dongpu = await office.as('dongpu-clerk')
    const seen = await (await dongpu(`/api/matters/${theirs.id}`)).text()
    expect(JSON.parse(seen)).toMatchObject({ links: [], timeline: [{ type: 'MatterOpened' }] })
    expect(seen).not.toContain(about.id)
    expect(seen).not.toContain(about.reference)
    const events = await (await dongpu(`/api/matters/${theirs.id}/events`)).text()
    expect(events).not.toContain(about.id)
    expect(events).not.toContain(about.reference)
    const whole = await bodyOf<{ events: { type: string }[] }>(await clerk(`/api/matters/${theirs.id}/events`))
    expect(whole.events.map(({ type }) => type)).toEqual(['MatterOpened'])
    const recorded = await bodyOf<{ events: { type: string }[] }>(await clerk(`/api/matters/${about.id}/events`))
    expect(recorded.events.map(({ type }) => type)).toEqual(['MatterOpened', 'StepTaken', 'LinkAdded', 'LinkAdded'])
  })

  test('leaves no gap by which its unit could tell that something is hidden', async () => {
    const about = await complaint('办事要托人', 'dongpu')
    const clerk = await office.as('clerk')
    const opening = { procedure: 'tiny', channel: 'window', unitId: 'dongpu', form: { title: '大厅座椅' } }
    const theirs = await bodyOf<Opened>(await clerk('/api/matters', json(opening)))
    const linked = { type: 'triggers', reference: about.reference }
    const key = { 'idempotency-key': 'link-to-a-complaint' }
    for (let times = 0; times < 2; times += 1)
      expect((await clerk(`/api/matters/${theirs.id}/links`, json(linked, key))).status).toBe(200)
    expect((await bodyOf<MatterView>(await clerk(`/api/matters/${theirs.id}`))).links).toMatchObject([
      { type: 'triggers', direction: 'to', reference: about.reference },
    ])
    const dongpu = await office.as('dongpu-clerk')
    const seen = await bodyOf<MatterView>(await dongpu(`/api/matters/${theirs.id}`))
    expect(seen.matter.version).toBe(seen.timeline.length)
    const { length } = await bodyOf<{ length: number }>(
      await dongpu(`/api/matters/${theirs.id}/verify`, { method: 'POST' }),
    )
    expect(length).toBe(seen.timeline.length)
    const asOpening = await clerk('/api/matters', json({ ...opening, links: [linked] }))
    expect(await asOpening.json()).toMatchObject({ code: 'guard-refused', guard: 'sameComplaint' })
  })

  test('an old key answers by what the person may see now, not by what was seen then', async () => {
    const unclear = { category: 'facility', description: '有人来反映，说得不清楚。', place: '镇上' }
    const dongpu = await office.as('dongpu-clerk')
    const opening = {
      procedure: 'report',
      channel: 'window',
      unitId: 'qinglan',
      form: { ...unclear, title: '说不清的事' },
    }
    const key = { 'idempotency-key': 'opened-before-it-was-about-us' }
    const first = await dongpu('/api/matters', json(opening, key))
    expect(first.status, await first.clone().text()).toBe(201)
    const { id } = await bodyOf<Opened>(first)
    await office.county.database.owner.query(
      `update matters set matter = matter || '{"aboutUnitId":"dongpu"}', about_path = '/qinglan/dongpu/' where id = $1`,
      [id],
    )
    const again = await dongpu('/api/matters', json(opening, key))
    expect({ status: again.status, body: await again.text() }).toMatchObject({
      status: 404,
      body: expect.not.stringContaining(id),
    })
  })
})
