import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { answer, findMatter, keepPicture, signIn } from '../support/person.ts'
import { report } from '../support/resident.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  await journey.account('clerk')
})
afterAll(() => journey?.stop())

test('the words of a place propose the village: on the form, and on a report that came without one, where one press sets it', async () => {
  const desk = await journey.visit()
  await signIn(desk, 'clerk')
  await settled(desk)
  await desk.goto('/matters/new/report')
  const main = desk.getByRole('main')
  await answer(main, { 标题: '路灯不亮', 在哪里: '下塘村或青石村' })
  await settled(desk)
  expect(await main.getByText('从地点看是').count()).toBe(0)
  await answer(main, { 在哪里: '东浦镇下塘村口' })
  await main.getByText('从地点看是东浦镇 下塘村').waitFor()
  await keepPicture(desk, 'place-form')
  await main.getByRole('button', { name: '就填这里' }).click()
  await main.getByText('从地点看是').waitFor({ state: 'detached' })

  const resident = await journey.visit({ phone: true })
  await report(resident, journey, {
    story: '青石小学门口的井盖丢了，孩子要绕着走。',
    category: '公共设施',
    place: '青石小学门口',
    area: '不清楚',
  })
  await findMatter(desk, '诉求', '青石小学门口的井盖')
  await desk.getByText('从地点看，属地是东浦镇 青石村').waitFor()
  await keepPicture(desk, 'place-matter')
  await desk.getByRole('button', { name: '定为属地' }).click()
  await desk.getByText('东浦镇 青石村 青石小学门口').waitFor()
  expect(await desk.getByRole('button', { name: '定为属地' }).count()).toBe(0)
  expect(journey.faults).toEqual([])
})
