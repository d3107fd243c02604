import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AlertPreview, AlertsView } from '../../../domain/views/alert-view.ts'
import type { MatterView } from '../../../domain/views/views.ts'
import { inside, type ReadElement, readXml, textIn } from '../../../exchange/xml/read-xml.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../../testing/office.ts'
import { TEST_TENANT } from '../../../testing/people.ts'
import { capWrongs } from '../../../testing/standards/cap-valid.ts'
import { sweepDeadlines } from '../../../workers/sweep-deadlines.ts'

let office: TestOffice
let id: string
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())
beforeEach(async () => {
  office.county.setNow('2026-03-02T01:00:00.000Z')
  const clerk = await office.as('dongpu-clerk')
  const form = {
    title: '东浦河水位上涨',
    category: 'flood',
    reportingAs: 'township',
    eventAt: '2026-03-02T08:30',
    knownAt: '2026-03-02T08:40',
    scene: '河水上涨',
    course: '上游持续降雨',
    deaths: 0,
    missing: 0,
    injured: 0,
    loss: 0,
    measures: '巡堤',
    place: '东浦河堤',
    placeUnit: 'xiatang',
    unit: 'dongpu',
  }
  const answer = await clerk('/api/matters', json({ procedure: 'incident', channel: 'other', unitId: 'dongpu', form }))
  expect(answer.status, await answer.clone().text()).toBe(201)
  id = (await bodyOf<{ id: string }>(answer)).id
})

const versionOf = async () =>
  (await bodyOf<MatterView>(await (await office.as('dongpu-leader'))(`/api/matters/${id}`))).matter.version
const wish = (more: object = {}) => ({
  msgType: 'Alert',
  scope: 'Public',
  headline: { zh: '东浦河水位今晚将超警戒', en: 'The Dongpu will pass its warning level tonight' },
  description: { zh: '上游持续降雨，水位还在涨。', en: 'Rain upstream goes on.' },
  instruction: { zh: '沿河住户往高处转移。', en: 'Move to higher ground.' },
  urgency: 'Expected',
  severity: 'Severe',
  certainty: 'Likely',
  responses: ['Evacuate'],
  expires: '2026-03-03T09:00:00+08:00',
  areas: ['dongpu'],
  ...more,
})
const send = async (more: object = {}, post = 'dongpu-leader', path = 'alerts') =>
  (await office.as(post))(`/api/matters/${id}/${path}`, json({ seenVersion: await versionOf(), ...wish(more) }))
const issued = async (more: object = {}) => {
  const answer = await send(more)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await bodyOf<{ id: string }>(answer)).id
}
const view = async (post = 'dongpu-leader') =>
  bodyOf<AlertsView>(await (await office.as(post))(`/api/matters/${id}/alerts`))
const cap = async (alert: string) => office.ask(`/cap/${alert}.xml`)

describe('an alert of an incident', () => {
  test('is proposed from the matter, looked at, and issued by whoever commands it', async () => {
    expect(await view()).toMatchObject({
      mayIssue: true,
      proposed: { event: { zh: '防汛抗旱' }, category: 'Met', severity: 'Unknown', areas: ['xiatang'] },
      alerts: [],
    })
    const { xml } = await bodyOf<AlertPreview>(await send({}, 'dongpu-leader', 'alerts/preview'))
    expect(await capWrongs(xml)).toEqual([])
    expect((await view()).alerts).toEqual([])
    const alert = await issued()
    expect((await view()).alerts).toMatchObject([
      { id: alert, msgType: 'Alert', status: 'Actual', personName: '韩模拟', stands: true },
    ])
    const answer = await cap(alert)
    expect(answer.headers.get('content-type')).toBe('application/cap+xml; charset=utf-8')
    const text = await answer.text()
    expect(await capWrongs(text)).toEqual([])
    expect(textIn(readXml(text), 'sender')).toBe('qinglan@localhost')
    expect(text).not.toMatch(/TF-2026|河水位上涨/)
  })

  test('is nobody else’s to issue: no clerk, no leader elsewhere; whoever does not see the matter is told of none', async () => {
    expect((await view('dongpu-clerk')).mayIssue).toBe(false)
    for (const post of ['dongpu-clerk', 'clerk', 'triage']) {
      expect((await send({}, post)).status, post).toBe(403)
      expect((await send({}, post, 'alerts/preview')).status, post).toBe(403)
    }
    expect((await (await office.as('yunxi-clerk'))(`/api/matters/${id}/alerts`)).status).toBe(404)
    expect((await office.ask(`/api/matters/${id}/alerts`)).status).toBe(401)
  })

  test('is updated and cancelled by name, and each says which it takes the place of', async () => {
    const first = await issued()
    office.county.setNow('2026-03-02T03:00:00.000Z')
    const second = await issued({ msgType: 'Update', replaces: first, severity: 'Moderate' })
    office.county.setNow('2026-03-02T05:00:00.000Z')
    const third = await issued({ msgType: 'Cancel', replaces: second, responses: ['AllClear'], urgency: 'Past' })
    const text = await (await cap(third)).text()
    expect(await capWrongs(text)).toEqual([])
    const references = textIn(readXml(text), 'references')
      ?.split(' ')
      .map((each) => each.split(',')[1])
    expect(references).toEqual([first, second])
    expect((await view()).alerts.map(({ msgType, stands }) => `${msgType} ${stands}`)).toEqual([
      'Cancel false',
      'Update false',
      'Alert false',
    ])
    expect((await send({ msgType: 'Update', replaces: second })).status).toBe(409)
    await issued()
  })

  test('stands alone: a second beside it is refused, and so is one that saw an older matter', async () => {
    await issued()
    expect((await send()).status).toBe(409)
    const late = await (await office.as('dongpu-leader'))(
      `/api/matters/${id}/alerts`,
      json({ seenVersion: 99, ...wish() }),
    )
    expect(late.status).toBe(409)
  })

  test('is held up by what somebody did since it was looked at, and by no limit that ran out meanwhile', async () => {
    const seenVersion = await versionOf()
    office.county.setNow('2026-03-02T12:00:00.000Z')
    await sweepDeadlines(office.deps, TEST_TENANT)
    expect(await versionOf()).toBeGreaterThan(seenVersion)
    await issued({ seenVersion })
  })

  test('for few is read by who sees the matter and by nobody else', async () => {
    const alert = await issued({ scope: 'Restricted', restriction: '各镇值班室' })
    expect((await cap(alert)).status).toBe(404)
    const leader = await office.as('leader')
    const own = await leader(`/api/matters/${id}/alerts/${alert}/cap`)
    expect(await capWrongs(await own.text())).toEqual([])
    const feed = await (await office.ask('/feeds/notices.atom')).text()
    expect(feed).not.toContain(alert)
    const after = await issued({ msgType: 'Update', replaces: alert })
    expect(await (await cap(after)).text()).not.toContain(alert)
  })

  test.each([
    ['over already', { expires: '2026-03-01T09:00:00+08:00' }],
    ['for longer than a week', { expires: '2026-04-01T09:00:00+08:00' }],
    ['for no area', { areas: [] }],
    ['for another town', { areas: ['dongpu', 'yunxi'] }],
    ['for the whole county', { areas: ['qinglan'] }],
    ['for an unknown area', { areas: ['nowhere'] }],
    ['restricted without saying to whom', { scope: 'Restricted' }],
    ['public with a restriction', { restriction: '某些人' }],
    ['private without names', { scope: 'Private' }],
    ['an update of nothing', { msgType: 'Update' }],
    ['an update of what is not there', { msgType: 'Update', replaces: '019cac0f-2680-71b7-a8da-c3c11d3a2d69' }],
    ['with a number of somebody', { headline: { zh: '请打13900001234' } }],
    ['without a headline', { headline: undefined }],
    ['with a headline longer than a screen', { headline: { zh: '长'.repeat(200) } }],
  ])('is refused %s', async (_, more) => {
    expect((await send(more)).status).toBe(400)
    expect((await view()).alerts).toEqual([])
  })

  test('of other kinds there are none', async () => {
    const clerk = await office.as('clerk')
    const form = { title: '路灯不亮', category: 'facility', description: '路灯不亮，看不见路。', place: '石桥' }
    const { id: report } = await bodyOf<{ id: string }>(
      await clerk('/api/matters', json({ procedure: 'report', channel: 'window', unitId: 'qinglan', form })),
    )
    expect((await clerk(`/api/matters/${report}/alerts`)).status).toBe(404)
  })

  test.each(['/cap/x.xml', '/cap/019cac0f-2680-71b7-a8da-c3c11d3a2d69.xml', "/cap/'--.xml", '/cap/..%2f.xml'])(
    '%s is none',
    async (path) => {
      expect((await office.ask(path)).status).toBe(404)
    },
  )
})

describe('the feed of notices', () => {
  const read = async (query = '', headers: Record<string, string> = {}) =>
    office.ask(`/feeds/notices.atom${query}`, { headers })
  const entries = (feed: ReadElement) => inside(feed, 'entry')

  test('is an Atom feed: ids for ever, when it changed, and the office as its author', async () => {
    const alert = await issued()
    const answer = await read()
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const feed = readXml(await answer.text())
    expect([feed.name, feed.attributes['xmlns']]).toEqual(['feed', 'http://www.w3.org/2005/Atom'])
    expect(textIn(feed, 'id')).toBe('tag:localhost,2024-11-01:qinglan/notices')
    expect(inside(feed, 'author').map((author) => textIn(author, 'name'))).toEqual(['清澜县综治中心'])
    expect(inside(feed, 'link').map(({ attributes }) => attributes['rel'])).toEqual(['self', 'alternate'])
    const own = entries(feed).find((entry) => textIn(entry, 'id') === `urn:uuid:${alert}`)
    expect(own && textIn(own, 'title')).toBe('预警：东浦河水位今晚将超警戒')
    expect(own && inside(own, 'link')[0]?.attributes).toEqual({
      rel: 'alternate',
      type: 'application/cap+xml',
      href: `http://localhost:8080/cap/${alert}.xml`,
    })
    for (const entry of entries(feed)) {
      for (const name of ['id', 'title', 'updated', 'summary']) expect(inside(entry, name), name).toHaveLength(1)
      expect(textIn(entry, 'updated')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    }
    const ids = entries(feed).map((entry) => textIn(entry, 'id'))
    expect(new Set(ids).size).toBe(ids.length)
    expect(textIn(feed, 'updated')).toBe(textIn(entries(feed)[0] ?? feed, 'updated'))
    expect((await read('', { 'if-none-match': answer.headers.get('etag') ?? '' })).status).toBe(304)
    expect(readXml(await (await read('?lang=en')).text()).attributes['xml:lang']).toBe('en')
  })

  test('is a feed while nothing is published', async () => {
    await office.county.database.owner.query('truncate alerts')
    const feed = readXml(await (await read()).text())
    expect(entries(feed)).toEqual([])
    expect(textIn(feed, 'updated')).toBe('2024-11-01T00:00:00.000Z')
  })
})

test('the counts by township are GeoJSON without places, and tell of no few', async () => {
  office.county.setNow('2026-02-10T01:00:00.000Z')
  const clerk = await office.as('clerk')
  const report = async (placeUnit: string) => {
    const form = {
      title: '路灯不亮',
      category: 'facility',
      description: '路灯不亮，看不见路。',
      place: '石桥',
      placeUnit,
    }
    expect(
      (await clerk('/api/matters', json({ procedure: 'report', channel: 'window', unitId: 'qinglan', form }))).status,
    ).toBe(201)
  }
  for (const place of ['xiatang', 'qingshi', 'xiatang', 'dongpu', 'dongpu', 'dongpu', 'beitang']) await report(place)
  office.county.setNow('2026-03-02T01:00:00.000Z')
  const answer = await office.ask('/feeds/reports.geojson')
  expect(answer.headers.get('content-type')).toBe('application/geo+json')
  const found = await bodyOf<{
    type: string
    features: { type: string; geometry: unknown; properties: Record<string, unknown> }[]
  }>(answer)
  expect(found.type).toBe('FeatureCollection')
  expect(found.features.map(({ type, geometry }) => [type, geometry])).toEqual([
    ['Feature', null],
    ['Feature', null],
  ])
  expect(JSON.stringify(found)).not.toMatch(/"reports":[1-4]\b/)
  expect(found.features.every(({ properties }) => properties['month'] === '2026-02')).toBe(true)
})
