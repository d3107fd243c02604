import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { JourneyServer } from './journey-server.ts'

const box = (west: number, south: number) => [
  [
    [west, south],
    [west + 0.1, south],
    [west + 0.1, south + 0.1],
    [west, south + 0.1],
    [west, south],
  ],
]
const area = (unit: string, west: number, south: number, population: number) => ({
  type: 'Feature',
  properties: { unit, population },
  geometry: { type: 'Polygon', coordinates: box(west, south) },
})

/** Puts a map of the invented county in, as an administrator does. */
export async function putMap(journey: JourneyServer, page: Page): Promise<void> {
  const features = [
    area('dongpu', 110, 31, 58_600),
    area('yunxi', 110.1, 31, 47_300),
    area('xiatang', 110, 31, 9_000),
    area('qingshi', 110, 31.1, 8_000),
  ]
  const headers = { origin: journey.url }
  const data = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
  const sent = await page.request.post('/api/map/files', {
    data,
    headers: { ...headers, 'content-type': 'application/octet-stream', 'x-file-name': 'map.geojson' },
  })
  const { id } = (await sent.json()) as { id: string }
  const kept = await page.request.put('/api/map', { data: { file: id, seenVersion: 0, reason: '按区划图' }, headers })
  expect(kept.status(), await kept.text()).toBe(200)
}
