import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const form = { title: '占着不放的一件', place: '下塘村口' }
const note = json({ seenVersion: 1, form: { done: '看过了' } })

describe('a row that somebody holds and does not let go', () => {
  test('makes who wants it come back, and nobody else', async () => {
    const clerk = await office.as('clerk')
    const opening = json({ procedure: 'tiny', channel: 'window', unitId: 'dongpu', form })
    const { id } = await bodyOf<{ id: string }>(await clerk('/api/matters', opening))
    const holder = await office.county.database.owner.connect()
    await holder.query('begin')
    await holder.query('select from matters where id = $1 for update', [id])
    try {
      // More than the pool has connections: each of them waits for the row, the rest for a connection.
      const waiting = Array.from({ length: 14 }, () => clerk(`/api/matters/${id}/steps/note`, note))
      expect((await office.ask('/readyz')).status).toBe(200)
      for (const answer of await Promise.all(waiting)) {
        expect(answer.status, await answer.clone().text()).toBe(503)
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
        expect(await answer.json()).toMatchObject({ code: 'busy' })
      }
      expect((await clerk('/api/matters')).status).toBe(200)
    } finally {
      await holder.query('rollback')
      holder.release()
    }
    expect((await clerk(`/api/matters/${id}/steps/note`, note)).status).toBe(200)
  })
})
