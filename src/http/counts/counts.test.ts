import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestOfCell, writeCountRequest } from '../../domain/counts/count-request.ts'
import { COUNTED, type Counted } from '../../domain/counts/count-row.ts'
import type { CountedView, CountsView } from '../../domain/counts/counted-matters.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
  office.county.setNow('2026-03-02T01:00:00.000Z')
  for (let each = 0; each < 9; each += 1) await openTiny('clerk', `东浦第${each + 1}件`)
  office.county.setNow('2026-03-12T01:00:00.000Z')
  for (let each = 0; each < 2; each += 1) await openTiny('clerk', `东浦又第${each + 1}件`)
  for (const id of opened.slice(0, 7)) await finish(id)
  office.county.setNow('2026-04-02T01:00:00.000Z')
})
afterAll(() => office?.dispose())

const opened: string[] = []
const send = async (post: string, path: string, body?: object) => (await office.as(post))(path, body && json(body))
const read = async <T>(post: string, path: string) => bodyOf<T>(await send(post, path))

async function openTiny(post: string, title: string) {
  const form = { procedure: 'tiny', channel: 'window', unitId: 'dongpu', form: { title } }
  const answer = await send(post, '/api/matters', form)
  expect(answer.status, await answer.clone().text()).toBe(201)
  opened.push((await bodyOf<{ id: string }>(answer)).id)
}
async function finish(id: string) {
  for (const [post, step, form] of [
    ['handler', 'handle', { done: '修好了' }],
    ['verifier', 'close', {}],
  ] as const) {
    const { matter } = await read<{ matter: { version: number } }>(post, `/api/matters/${id}`)
    const answer = await send(post, `/api/matters/${id}/steps/${step}`, { seenVersion: matter.version, form })
    expect(answer.status, await answer.clone().text()).toBe(200)
  }
}

const ALL = COUNTED.join(',')
const counts = (post: string, query: string) => read<CountsView>(post, `/api/counted?${query}`)
const behind = (post: string, query: Record<string, string>) =>
  read<CountedView>(post, `/api/counted/matters?${new URLSearchParams(query)}`)

describe('counts', () => {
  test('are told by unit, state and week, and each opens exactly as many matters', async () => {
    const by = ['unit', 'kind', 'state', 'week'] as const
    const { cells } = await counts('leader', `by=${by.join(',')}&counted=${ALL}&from=2026-03-01&to=2026-03-31`)
    const sum = (counted: Counted) => cells.reduce((total, cell) => total + Number(cell.counts[counted] ?? 0), 0)
    expect([sum('opened'), sum('closed'), sum('open')]).toEqual([11, 7, 4])
    expect(cells.map(({ key }) => key.week)).toContain('2026-03-09')
    for (const { key, counts } of cells)
      for (const counted of COUNTED) {
        const request = requestOfCell({ counted: COUNTED, by, from: '2026-03-01', to: '2026-03-31' }, key, counted)
        const list = await behind('leader', writeCountRequest(request))
        expect([key, counted, list.count, list.rows.length]).toEqual([key, counted, counts[counted] ?? 0, list.count])
      }
  })

  test('are those of a past day, by what was known then or by what is known now', async () => {
    const at = async (query: string) => (await counts('leader', `counted=opened,open,closed&${query}`)).cells[0]?.counts
    expect(await at('to=2026-03-05')).toEqual({ opened: 9, open: 9 })
    expect(await at('to=2026-03-05&asOf=2026-03-31')).toEqual({ opened: 9, open: 4 })
    expect(await at('')).toEqual({ opened: 11, open: 4, closed: 7 })
  })

  test('are none of what the reader does not see', async () => {
    expect((await counts('yunxi-clerk', `counted=${ALL}`)).cells).toEqual([])
    expect(await behind('yunxi-clerk', { counted: 'opened' })).toMatchObject({ count: 0, pages: 1, rows: [] })
  })

  test('below five are not told outside, nor what gives them away', async () => {
    const { cells } = await counts('leader', 'by=week&counted=opened,closed&told=true')
    expect(cells.map((cell) => cell.counts.opened)).toEqual(['hidden', 'few'])
  })

  test('of anything that is not known are refused, in words', async () => {
    for (const wrong of [
      'counted=opened&by=handler',
      'counted=opened&by=unit,unit,unit,unit,unit',
      'counted=persons',
      'counted=opened&unit=nowhere',
      'counted=opened&kinds=unknown',
      'counted=opened&from=2026-05-01&to=2026-03-01',
      'counted=opened&from=1950-01-01',
      'counted=opened&asOf=2026-01-01',
      'counted=opened&sort=opened',
    ])
      expect((await send('leader', `/api/counted?${wrong}`)).status, wrong).toBe(400)
    expect((await send('leader', '/api/counted/matters?counted=opened,closed')).status).toBe(400)
    expect((await send('leader', '/api/counted/matters?counted=opened&page=0')).status).toBe(400)
  })
})
