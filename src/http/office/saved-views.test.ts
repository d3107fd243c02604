import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

describe('saved views', () => {
  test('are one’s own', async () => {
    const [clerk, triage] = [await office.as('clerk'), await office.as('triage')]
    const saved = await bodyOf<{ id: string }>(
      await clerk('/api/saved-views', json({ name: '快到期的', query: 'sort=due' })),
    )
    expect(await bodyOf(await clerk('/api/saved-views'))).toMatchObject([{ name: '快到期的', query: 'sort=due' }])
    expect(await bodyOf(await triage('/api/saved-views'))).toEqual([])
    expect((await triage(`/api/saved-views/${saved.id}`, { method: 'DELETE' })).status).toBe(404)
    expect((await clerk(`/api/saved-views/${saved.id}`, { method: 'DELETE' })).status).toBe(200)
    expect((await clerk('/api/saved-views/no-uuid', { method: 'DELETE' })).status).toBe(400)
    expect((await clerk('/api/saved-views', json({ name: ' ', query: '' }))).status).toBe(400)
  })
})
