import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SatisfactionView } from '../../domain/views/satisfaction.ts'
import { bodyOf, type TestOffice, testOffice } from '../../testing/office.ts'
import { createResident } from '../../testing/resident.ts'

let office: TestOffice
let resident: ReturnType<typeof createResident>
beforeAll(async () => {
  office = await testOffice()
  resident = createResident(office)
})
afterAll(() => office?.dispose())

async function answered(number: number): Promise<string> {
  resident.later(120)
  const { code } = await resident.report({ description: `第${number}处路灯不亮，走夜路看不见。` })
  const id = await resident.matterIdOf(code)
  await resident.step('clerk', id, 'accept', { difficulty: 'simple' })
  await resident.step('clerk', id, 'answer', { opinion: 'solved', reply: '修好了', toldHow: 'code' })
  return code
}
const totals = async (who: string) =>
  (await bodyOf<SatisfactionView>(await (await office.as(who))('/api/satisfaction?procedure=report'))).units

test('ratings are told by unit, few of them only as few, and to whoever sees the matters', async () => {
  for (const number of [1, 2, 3, 4]) {
    await resident.fill(`/t/${await answered(number)}/rate`, { rating: 'satisfied' })
  }
  expect(await totals('leader')).toEqual([
    { unitId: 'centre', rated: 'few', satisfied: 'hidden', dissatisfied: 'hidden', unrated: 'few' },
  ])
  await resident.fill(`/t/${await answered(5)}/rate`, { rating: 'satisfied' })
  // Who may still answer is no answer that is missing.
  await answered(6)
  expect(await totals('leader')).toEqual([
    { unitId: 'centre', rated: 'hidden', satisfied: 'hidden', dissatisfied: 'few', unrated: 'few' },
  ])
  expect(await totals('yunxi-clerk')).toEqual([])
})

test('a kind that residents do not rate has no totals', async () => {
  expect((await (await office.as('leader'))('/api/satisfaction?procedure=hazard')).status).toBe(404)
})
