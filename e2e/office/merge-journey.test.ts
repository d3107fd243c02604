import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { findMatter, keepPicture, signIn, standsAt } from '../support/person.ts'
import { report } from '../support/resident.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  await journey.account('clerk')
})
afterAll(() => journey?.stop())

const told = { category: '公共设施', place: '北塘村口', area: '不清楚' }

test('a report is merged into one that nobody could guess to be the same, found by words of its title', async () => {
  const resident = await journey.visit({ phone: true })
  await report(resident, journey, { ...told, story: '北塘村水管爆了，路都淹了。' })
  await report(resident, journey, { ...told, story: '家里三天没有自来水，孩子洗不了澡。', place: '云溪老街' })
  const desk = await journey.visit()
  await signIn(desk, 'clerk')
  await settled(desk)
  await findMatter(desk, '诉求', '家里三天没有自来水')
  await desk.getByRole('main').getByRole('button', { name: '重复件并办', exact: true }).click()
  const drawer = desk.getByRole('dialog', { name: '重复件并办', exact: true })
  await drawer.getByRole('combobox', { name: '与哪一件并办' }).fill('水管爆')
  const found = desk.getByTitle(/^SQ-2026-\d+ 北塘村水管爆了/)
  await found.waitFor()
  await settled(desk)
  await keepPicture(desk, 'merge-pick')
  await found.click()
  await drawer.getByRole('button', { name: '重复件并办', exact: true }).click()
  await drawer.waitFor({ state: 'detached' })
  await standsAt(desk, '待告知并办结果')
  expect(journey.faults).toEqual([])
})
