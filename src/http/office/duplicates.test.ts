import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DuplicateView } from '../../domain/views/views.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.dispose())

const found = async (question: object) => {
  const clerk = await office.as('clerk')
  const views = await bodyOf<DuplicateView[]>(await clerk('/api/duplicates', json({ procedure: 'tiny', ...question })))
  return views.map(({ title }) => title)
}

test('what looks the same is found by words and place, and is not the matter itself', async () => {
  const clerk = await office.as('clerk')
  const form = { title: '下塘村路口井盖破损', place: '下塘村口' }
  const opening = json({ procedure: 'tiny', channel: 'window', unitId: 'dongpu', form })
  const { id } = await bodyOf<{ id: string }>(await clerk('/api/matters', opening))
  expect(await found({ title: '下塘村路口井盖破损了', place: '下塘村口' })).toEqual([form.title])
  expect(await found({ title: '完全无关联的咨询事项' })).toEqual([])
  expect(await found({ ...form, matterId: id })).toEqual([])
})
