import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AreaReport, type MapView, MOST_MAP_BYTES } from '../../domain/map/map-area.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const ring = [
  [118, 30],
  [118.1, 30],
  [118.1, 30.1],
  [118, 30],
]
const file = (...names: string[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: names.map((name) => ({
      type: 'Feature',
      properties: { name, population: 38000 },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  })
const send = async (post: string, body: string, type = 'application/geo+json') =>
  (await office.as(post))('/api/map/files', {
    method: 'POST',
    body,
    headers: { 'content-type': type, 'x-file-name': encodeURIComponent('青岚县.geojson') },
  })
const keep = async (post: string, body: object) => (await office.as(post))('/api/map', { ...json(body), method: 'PUT' })
const mapOf = async (post: string) => bodyOf<MapView>(await (await office.as(post))('/api/map'))
const issuesOf = async (answer: Response) =>
  (await bodyOf<{ issues: { field: string; rule: string }[] }>(answer)).issues.map(
    ({ field, rule }) => `${field} ${rule}`,
  )

test('an administrator sends a file, reads what stands for which unit, and makes it the map that all see', async () => {
  expect(await mapOf('clerk')).toEqual({ mayChange: false })
  expect(await mapOf('administrator')).toEqual({ mayChange: true })
  const sent = await bodyOf<AreaReport & { id: string }>(await send('administrator', file('东浦镇', '没有这个镇')))
  expect(sent.rows.map(({ unitId, trouble }) => unitId ?? trouble)).toEqual(['dongpu', 'unknown'])
  expect(sent.without).toContain('yunxi')
  const body = { file: sent.id, seenVersion: 0, reason: '按民政局界线图' }
  expect((await keep('administrator', body)).status).toBe(200)
  const { map } = await mapOf('clerk')
  expect(map).toMatchObject({ version: 1, fileName: '青岚县.geojson' })
  expect(map?.areas).toEqual([{ unitId: 'dongpu', population: 38000, polygons: [[ring]] }])
  const changes = await bodyOf<object[]>(await (await office.as('administrator'))('/api/admin/changes'))
  expect(changes).toContainEqual(expect.objectContaining({ subjectId: 'map', reason: '按民政局界线图' }))
})

test('a file is taken once, by who sent it, and not over a map that changed meanwhile', async () => {
  const { id } = await bodyOf<{ id: string }>(await send('administrator', file('云溪镇')))
  expect((await keep('administrator', { file: id, seenVersion: 0, reason: '换图' })).status).toBe(409)
  expect((await keep('administrator', { file: id, seenVersion: 1, reason: '换图' })).status).toBe(200)
  expect((await keep('administrator', { file: id, seenVersion: 2, reason: '换图' })).status).toBe(404)
  expect((await mapOf('clerk')).map?.areas.map(({ unitId }) => unitId)).toEqual(['yunxi'])
})

test('nobody but an administrator changes the map', async () => {
  for (const post of ['clerk', 'leader', 'triage']) expect((await send(post, file('东浦镇'))).status, post).toBe(403)
  expect((await office.ask('/api/map')).status).toBe(401)
})

test('a file that is too long, no map, or of no unit here is refused in words', async () => {
  const long = await send('administrator', ' '.repeat(MOST_MAP_BYTES + 1))
  expect([long.status, await issuesOf(long)]).toEqual([400, ['body too-large']])
  const deep = await send('administrator', '['.repeat(900_000), 'application/octet-stream')
  expect([deep.status, await issuesOf(deep)]).toEqual([400, ['file wrong-form']])
  const point = await send('administrator', file('东浦镇').replace('"Polygon"', '"Point"'))
  expect([point.status, await issuesOf(point)]).toEqual([400, ['features.1.geometry.type not-an-option']])
  const { id } = await bodyOf<{ id: string }>(await send('administrator', file('没有这个镇')))
  const none = await keep('administrator', { file: id, seenVersion: 2, reason: '换图' })
  expect([none.status, await issuesOf(none)]).toEqual([400, ['file not-a-unit']])
})
