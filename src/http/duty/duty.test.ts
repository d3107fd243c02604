import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DutyView } from '../../domain/views/duty-view.ts'
import { json, type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
let asked: Record<string, Awaited<ReturnType<TestOffice['as']>>>
beforeAll(async () => {
  office = await testOffice()
  office.county.setNow('2026-03-02T01:00:00.000Z')
  asked = {}
  for (const post of ['triage', 'leader', 'dongpu-clerk', 'dongpu-leader', 'yunxi-clerk', 'xiatang-grid'])
    asked[post] = await office.as(post)
  await plan('triage', 'county-desk', 'qinglan', 'leader', ['clerk', 'handler'], 'leader')
  await plan(
    'dongpu-clerk',
    'dongpu-desk',
    'dongpu',
    'dongpu-leader',
    ['dongpu-clerk', 'dongpu-mediator'],
    'dongpu-leader',
  )
})
afterAll(() => office?.dispose())

const ask = async <T>(post: string, path: string, body?: unknown): Promise<T> => {
  const answer = await asked[post]?.(path, body === undefined ? undefined : json(body))
  if (!answer?.ok) throw new Error(`${post} ${path}: ${answer?.status} ${await answer?.text()}`)
  return (await answer.json()) as T
}
const duty = (post: string, query = '') => ask<DutyView>(post, `/api/duty${query}`)

/** A shift of 3 March, half past eight to half past eight, published. */
async function plan(by: string, dutyPost: string, unit: string, leader: string, posts: string[], publisher: string) {
  const officers = posts.map((post, index) => ({ post, part: index === 0 ? 'main' : 'deputy' }))
  const form = {
    title: `3月3日${unit}值班`,
    unit,
    category: 'whole',
    dutyPost,
    startsAt: '2026-03-03T08:30',
    endsAt: '2026-03-04T08:30',
    leader,
    officers,
    dutyPhone: '0399-6010110',
    place: '值班室',
  }
  const opened = await ask<{ id: string; version: number }>(by, '/api/matters', {
    procedure: 'duty',
    channel: 'other',
    form,
  })
  await ask(publisher, `/api/matters/${opened.id}/steps/publish`, { seenVersion: opened.version, form: {} })
}

describe('duty', () => {
  test('shows the time ahead without a published shift to whoever answers for the desk', async () => {
    const { desks } = await duty('leader', '?from=2026-03-03&to=2026-03-04')
    expect(desks.find(({ deskId }) => deskId === 'county-desk')?.gaps).toEqual([
      { from: '2026-03-02T16:00:00.000Z', until: '2026-03-03T00:30:00.000Z' },
      { from: '2026-03-04T00:30:00.000Z', until: '2026-03-04T16:00:00.000Z' },
    ])
  })

  test('says who is on now to everybody below, with the line of the desk and no matter', async () => {
    office.county.setNow('2026-03-03T00:30:00.000Z')
    const { line, desks } = await duty('xiatang-grid')
    expect(line.map(({ deskId, on }) => [deskId, on?.postIds, on?.phone])).toEqual([
      ['county-desk', ['clerk', 'handler'], '0399-6010110'],
      ['dongpu-desk', ['dongpu-clerk', 'dongpu-mediator'], '0399-6010110'],
    ])
    expect(desks).toEqual([])
    expect(JSON.stringify(line)).not.toMatch(/ZB-/)
  })

  test('shows the rota of a unit to its line and not to another township', async () => {
    const seen = async (post: string) => (await duty(post)).desks.map(({ deskId, shifts }) => [deskId, shifts.length])
    expect(await seen('leader')).toEqual([
      ['county-desk', 1],
      ['dongpu-desk', 1],
    ])
    expect(await seen('dongpu-clerk')).toEqual([['dongpu-desk', 1]])
    expect(await seen('yunxi-clerk')).toEqual([])
  })

  test('ends to the minute', async () => {
    office.county.setNow('2026-03-04T00:29:59.000Z')
    expect((await duty('leader')).line[0]?.on?.until).toBe('2026-03-04T00:30:00.000Z')
    office.county.setNow('2026-03-04T00:30:00.000Z')
    expect((await duty('leader')).line[0]?.on).toBeUndefined()
  })

  test('is not asked for more than two months at once', async () => {
    const answer = await asked['leader']?.('/api/duty?from=2026-01-01&to=2026-12-31')
    expect(answer?.status).toBe(400)
  })
})
