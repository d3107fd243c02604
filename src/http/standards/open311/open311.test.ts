import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AdminChange } from '../../../domain/views/admin-views.ts'
import type { ClientKey, ClientKeyMade } from '../../../domain/views/client-key-view.ts'
import type { MatterPage } from '../../../domain/views/views.ts'
import { inside, readXml, textIn } from '../../../exchange/xml/read-xml.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../../testing/office.ts'

let office: TestOffice
let key: string
beforeAll(async () => {
  office = await testOffice()
  key = (await newKey()).key
})
afterAll(() => office?.dispose())

const newKey = async (name = '县城管App') => {
  const admin = await office.as('administrator')
  const answer = await admin('/api/admin/client-keys', json({ name, reason: '接入城管App' }))
  expect(answer.status, await answer.clone().text()).toBe(201)
  return bodyOf<ClientKeyMade>(answer)
}
type Request = Readonly<Record<string, string | null>>
type Faults = readonly { readonly code: number; readonly description: string }[]
const V2 = '/open311/v2'
let reader = 0
/** Each from an address of its own, so that one test does not slow another down. */
const ask = (path: string, init: RequestInit = {}) => {
  reader += 1
  return office.ask(path, {
    ...init,
    headers: { ...init.headers, 'x-forwarded-for': `10.1.${reader >> 8}.${reader & 255}` },
  })
}
const form = (values: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(values).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
})
const GOOD = {
  service_code: 'facility',
  description: '路灯坏了三天，晚上看不见路。',
  address_string: '石桥东头',
  address_id: 'xiatang',
}
const post = (values: Record<string, string> = {}, format = 'json') =>
  ask(`${V2}/requests.${format}`, form({ ...GOOD, api_key: key, ...values }))
const without = (name: keyof typeof GOOD) => {
  const { [name]: _, ...rest } = GOOD
  return ask(`${V2}/requests.json`, form({ ...rest, api_key: key }))
}
const listed = async (query = '') => bodyOf<Request[]>(await ask(`${V2}/requests.json${query}`))

/** The elements of a request in the order of the specification. */
const REQUEST = [
  'service_request_id',
  'status',
  'status_notes',
  'service_name',
  'service_code',
  'description',
  'agency_responsible',
  'service_notice',
  'requested_datetime',
  'updated_datetime',
  'expected_datetime',
  'address',
  'address_id',
  'zipcode',
  'lat',
  'long',
  'media_url',
]

describe('a public client', () => {
  test('finds the endpoint and its formats', async () => {
    const found = await bodyOf<Record<string, unknown>>(await ask('/open311/discovery.json'))
    expect(found).toMatchObject({
      changeset: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      endpoints: [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: 'http://localhost:8080/open311/v2',
          type: 'production',
          formats: ['text/xml', 'application/json'],
        },
      ],
    })
    const answer = await ask('/open311/discovery.xml')
    expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    const xml = await answer.text()
    expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true)
    const [endpoints] = inside(readXml(xml), 'endpoints')
    expect(endpoints?.children.map(({ name }) => name)).toEqual(['endpoint'])
  })

  test('lists the services and reads what each may be told', async () => {
    const services = await bodyOf<Request[]>(await ask(`${V2}/services.json`))
    expect(services.length).toBeGreaterThan(3)
    for (const service of services)
      expect(Object.keys(service)).toEqual([
        'service_code',
        'service_name',
        'description',
        'metadata',
        'type',
        'keywords',
        'group',
      ])
    const xml = readXml(await (await ask(`${V2}/services.xml?lang=en`)).text())
    expect(xml.name).toBe('services')
    expect(inside(xml, 'service').map((each) => textIn(each, 'service_code'))).toEqual(
      services.map(({ service_code: code }) => code),
    )
    const definition = await bodyOf<{ service_code: string; attributes: { code: string; values: unknown[] }[] }>(
      await ask(`${V2}/services/facility.json?jurisdiction_id=qinglan`),
    )
    expect(definition.service_code).toBe('facility')
    expect(definition.attributes.map(({ code }) => code)).toEqual(['placeUnit', 'aboutUnit'])
    const [attribute] = inside(
      inside(readXml(await (await ask(`${V2}/services/facility.xml`)).text()), 'attributes')[0] ?? readXml('<none/>'),
      'attribute',
    )
    expect(attribute?.children.map(({ name }) => name)).toEqual([
      'variable',
      'code',
      'datatype',
      'required',
      'order',
      'description',
      'values',
      'datatype_description',
    ])
  })

  test('reports with its key, and follows the report by what it was given', async () => {
    const answer = await post({
      first_name: '试',
      last_name: '何',
      phone: '13900001234',
      lat: '30.1',
      long: '120.2',
      email: 'a@example.cn',
    })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const [made] = await bodyOf<Request[]>(answer)
    expect(Object.keys(made ?? {})).toEqual(['service_request_id', 'service_notice', 'account_id'])
    const code = made?.['service_request_id'] ?? ''
    expect(code).toMatch(/^[0-9A-Z]{10}$/)
    const [followed] = await bodyOf<Request[]>(await ask(`${V2}/requests/${code}.json`))
    expect(Object.keys(followed ?? {})).toEqual(REQUEST)
    expect(followed).toMatchObject({ status: 'open', service_code: 'facility', description: null, address: null })
    expect(followed?.['expected_datetime']).toMatch(/\+08:00$/)
    expect((await ask(`/t/${code}`)).status).toBe(200)
    const clerk = await office.as('clerk')
    const { rows } = await bodyOf<MatterPage>(await clerk('/api/matters?procedure=report'))
    expect(JSON.stringify(rows)).not.toMatch(/13900001234|何试|example\.cn|30\.1/)
    expect(rows[0]).toMatchObject({ place: '石桥东头' })
  })

  test('reads the answer in XML as well', async () => {
    const xml = readXml(await (await post({}, 'xml')).text())
    expect(xml.name).toBe('service_requests')
    const [request] = inside(xml, 'request')
    expect(request?.children.map(({ name }) => name)).toEqual(['service_request_id', 'service_notice', 'account_id'])
    const id = request ? textIn(request, 'service_request_id') : ''
    const followed = readXml(await (await ask(`${V2}/requests/${id}.xml`)).text())
    expect(inside(followed, 'request')[0]?.children.map(({ name }) => name)).toEqual(REQUEST)
  })
})

describe('what is refused', () => {
  test.each([
    ['without a key', () => ask(`${V2}/requests.json`, form(GOOD)), 403],
    ['with another key', () => post({ api_key: 'AAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }), 403],
    ['with a key and a half', () => post({ api_key: `${key}x` }), 403],
    ['without a service', () => without('service_code'), 400],
    ['of an unknown service', () => post({ service_code: 'nothing' }), 404],
    ['without words', () => without('description'), 400],
    ['for another jurisdiction', () => post({ jurisdiction_id: 'muhe' }), 404],
    ['with a phone that is none', () => post({ phone: 'abc' }), 400],
    ['with a unit that nobody may complain of', () => post({ 'attribute[aboutUnit]': 'nowhere' }), 400],
    ['a definition of an unknown service', () => ask(`${V2}/services/nothing.json`), 404],
    ['an unknown request', () => ask(`${V2}/requests/AAAAAAAAAAAAAAAAAAAAAA.json`), 404],
    ['a request under a code of nobody', () => ask(`${V2}/requests/ZZZZZZZZZZ.json`), 404],
    ['a token', () => ask(`${V2}/tokens/123.json`), 404],
    ['a list of another jurisdiction', () => ask(`${V2}/requests.json?jurisdiction_id=muhe`), 404],
    ['a date without a zone', () => ask(`${V2}/requests.json?start_date=2026-03-01`), 400],
    ['a date that is none', () => ask(`${V2}/requests.json?start_date=2026-13-41T00:00:00Z`), 400],
    [
      'more than ninety days',
      () => ask(`${V2}/requests.json?start_date=2025-01-01T00:00:00Z&end_date=2026-01-01T00:00:00Z`),
      400,
    ],
    ['a status that is none', () => ask(`${V2}/requests.json?status=asleep`), 400],
    ['page nought', () => ask(`${V2}/requests.json?page=0`), 400],
  ])('%s', async (_, asking, status) => {
    const answer = await asking()
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    const faults = await bodyOf<Faults>(answer)
    expect(faults[0]).toEqual({ code: status, description: expect.stringMatching(/\S/) })
  })

  test('a place of coordinates alone: nobody here could find it', async () => {
    const { address_string: _, address_id: __, ...rest } = GOOD
    const answer = await ask(`${V2}/requests.json`, form({ ...rest, api_key: key, lat: '30.1', long: '120.2' }))
    expect(answer.status).toBe(400)
  })

  test('in XML it is a list of errors', async () => {
    const xml = readXml(await (await ask(`${V2}/requests.xml`, form(GOOD))).text())
    expect(xml.name).toBe('errors')
    expect(inside(xml, 'error').map((each) => textIn(each, 'code'))).toEqual(['403'])
  })

  test('numbers of people in a description are moved away as on the page for residents', async () => {
    const answer = await post({ description: '路灯坏了，请打13900005678找我，证件330109199001011239。' })
    const [made] = await bodyOf<Request[]>(answer)
    expect(answer.status, JSON.stringify(made)).toBe(201)
    const clerk = await office.as('clerk')
    const { rows } = await bodyOf<MatterPage>(await clerk('/api/matters?procedure=report'))
    const views = await Promise.all(rows.map(async ({ id }) => (await clerk(`/api/matters/${id}`)).text()))
    expect(views.join()).not.toMatch(/13900005678|330109199001011239/)
  })

  test('too many of one key, and not those of another', async () => {
    const [mine, theirs] = [(await newKey('甲程序')).key, (await newKey('乙程序')).key]
    const sent: Response[] = []
    for (let each = 0; each < 31; each += 1) sent.push(await post({ api_key: mine }))
    expect(sent.at(-1)?.status).toBe(429)
    expect(Number(sent.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await post({ api_key: theirs })).status).toBe(201)
  })

  test('odd addresses open nothing and break nothing', async () => {
    for (const path of [
      `${V2}/requests/${'a'.repeat(4000)}.json`,
      `${V2}/requests/%00.json`,
      `${V2}/requests/..%2f..%2fetc.json`,
      `${V2}/requests/'; drop table matters;--.json`,
      `${V2}/services/__proto__.json`,
      `${V2}/requests.json?service_request_id=${'A,'.repeat(500)}`,
      `${V2}/requests.json?service_code=%27%29%3B--`,
      `${V2}/requests.yaml`,
    ])
      expect((await ask(path)).status, path).toBeLessThan(500)
    expect(
      (
        await ask(`${V2}/requests.json`, {
          method: 'POST',
          body: '{"a":1}',
          headers: { 'content-type': 'application/json' },
        })
      ).status,
    ).toBe(400)
  })
})

describe('what everybody may read', () => {
  test('are reports with at least four others like them, by day and township and without a word of anybody', async () => {
    for (let each = 0; each < 4; each += 1)
      await post({ service_code: 'traffic', description: `路口红绿灯坏了，第${each}天。`, address_id: 'xiatang' })
    expect((await listed('?service_code=traffic')).length).toBe(0)
    await post({ service_code: 'traffic', description: '路口红绿灯还是坏的。', address_id: 'qingshi' })
    const found = await listed('?service_code=traffic&status=open')
    expect(found).toHaveLength(5)
    for (const request of found) {
      expect(Object.keys(request)).toEqual(REQUEST)
      expect(request).toMatchObject({
        description: null,
        address: '东浦镇',
        address_id: 'dongpu',
        lat: null,
        long: null,
        requested_datetime: '2026-03-02T00:00:00+08:00',
      })
      expect(request['service_request_id']).toMatch(/^[\w-]{22}$/)
    }
    expect(await listed('?service_code=traffic&status=closed')).toEqual([])
    expect(await listed('?service_code=traffic&page=2&page_size=3')).toHaveLength(2)
    expect(await listed('?service_code=traffic&start_date=2026-01-01T00:00:00Z&end_date=2026-02-01T00:00:00Z')).toEqual(
      [],
    )
    const id = found[0]?.['service_request_id'] ?? ''
    expect(await bodyOf(await ask(`${V2}/requests/${id}.json`))).toEqual([found[0]])
    expect(await listed(`?service_request_id=${id},AAAAAAAAAAAAAAAAAAAAAA`)).toEqual([found[0]])
  })

  test('no complaint about a unit is among them', async () => {
    for (let each = 0; each < 6; each += 1)
      await post({ service_code: 'service', description: `窗口没人，去了${each}次。`, 'attribute[aboutUnit]': 'yunxi' })
    expect(await listed('?service_code=service')).toEqual([])
  })

  test('comes with a tag and may be read by pages of others', async () => {
    const answer = await ask(`${V2}/services.json`)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    const again = await ask(`${V2}/services.json`, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })
})

describe('a key', () => {
  test('is made by an administrator with a reason, shown once, and revoked for good', async () => {
    const admin = await office.as('administrator')
    const { id, key: made } = await newKey('便民小程序')
    expect(made).toMatch(/^[\w-]{8}\.[\w-]{43}$/)
    expect((await post({ api_key: made })).status).toBe(201)
    const all = await bodyOf<ClientKey[]>(await admin('/api/admin/client-keys'))
    const kept = await office.county.database.owner.query('select to_jsonb(k) from client_keys k')
    const record = await bodyOf<AdminChange[]>(await admin('/api/admin/changes'))
    for (const place of [all, kept.rows, record, office.logged])
      expect(JSON.stringify(place)).not.toContain(made.split('.')[1])
    expect(record.find(({ subjectId }) => subjectId === id)).toMatchObject({
      subject: 'clientKey',
      what: 'added',
      reason: '接入城管App',
    })
    expect((await admin(`/api/admin/client-keys/${id}/revoke`, json({ reason: '停用了' }))).status).toBe(200)
    expect((await post({ api_key: made })).status).toBe(403)
    expect((await admin(`/api/admin/client-keys/${id}/revoke`, json({ reason: '再停' }))).status).toBe(404)
  })

  test('is nobody else’s to make; an auditor reads the list', async () => {
    for (const who of ['clerk', 'leader'])
      expect(
        (await (await office.as(who))('/api/admin/client-keys', json({ name: '甲乙', reason: '要用' }))).status,
      ).toBe(403)
    expect((await (await office.as('auditor'))('/api/admin/client-keys')).status).toBe(200)
  })
})

test('the counts by township do not give away the few that are not listed', async () => {
  office.county.setNow('2026-06-10T01:00:00.000Z')
  for (let at = 0; at < 6; at += 1) expect((await post({ address_id: 'dongpu' })).status).toBe(201)
  expect((await post({ address_id: 'dongpu', service_code: 'environment' })).status).toBe(201)
  for (let at = 0; at < 7; at += 1) expect((await post({ address_id: 'yunxi' })).status).toBe(201)
  const { address_id: _, ...nowhere } = GOOD
  for (let at = 0; at < 6; at += 1)
    expect((await ask(`${V2}/requests.json`, form({ ...nowhere, api_key: key }))).status).toBe(201)
  office.county.setNow('2026-07-02T01:00:00.000Z')
  const june = '?start_date=2026-06-01T00:00:00Z&end_date=2026-06-30T00:00:00Z'
  expect((await listed(june)).filter(({ address_id }) => address_id === 'dongpu')).toHaveLength(6)
  const told = await bodyOf<{ reports: unknown; features: { id: string; properties: { reports: unknown } }[] }>(
    await ask('/feeds/reports.geojson'),
  )
  const of = (unit: string) => told.features.find(({ id }) => id === unit)?.properties.reports
  expect([of('dongpu'), told.reports]).toEqual(['hidden', 'hidden'])
  expect(of('yunxi')).toBe(7)
})
