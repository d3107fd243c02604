import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { finishStep, keepPicture, takeStep } from '../support/person.ts'
import { enter } from '../support/planted-matters.ts'

const TITLE = '小作坊夜间焊接'
const whistle = {
  title: TITLE,
  category: 'enforcement',
  urgency: 'emergency',
  description: '居民楼下焊接，火星四溅，镇里没有执法权。',
  place: '下塘村12号楼下',
  called: [
    { unit: 'yunxi', duty: '查越界堆放' },
    { unit: 'xiatang', duty: '带路、劝离围观' },
    { unit: 'safety', duty: '查动火作业' },
  ],
}

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
})
afterAll(() => journey?.stop())

test('a whistle to three units, one silent, is raised to the leader: on Today, in the inbox, on a phone', async () => {
  for (const post of ['dongpu-clerk', 'yunxi-clerk', 'xiatang-grid', 'leader']) await journey.account(post)
  const town = await enter(journey, await journey.visit(), 'dongpu-clerk')
  const opened = await town.ask('/api/matters', { procedure: 'whistle', channel: 'window', form: whistle })
  const at = `/matters/${opened.id}`

  // Each unit called finds it on Today, with half an hour of its own, and says that it is there.
  const yunxi = await enter(journey, await journey.visit(), 'yunxi-clerk')
  await yunxi.page.goto('/')
  await yunxi.page.getByRole('main').getByRole('link', { name: TITLE, exact: true }).first().click()
  await takeStep(yunxi.page, '报到', { 怎么到的: '到了现场' })
  const village = await enter(journey, await journey.visit({ phone: true }), 'xiatang-grid')
  await village.page.goto(`${at}?step=reportIn`)
  await finishStep(village.page, '报到', { 怎么到的: '到了现场' })

  // The township says who came: its word counts.
  const seen = (await (await town.page.request.get(`/api${at}`)).json()).matter
  const came = await town.ask(`/api${at}/steps/came`, { seenVersion: seen.version, form: { cameUnit: 'yunxi' } })
  await town.ask(`/api${at}/steps/didNotCome`, {
    seenVersion: came.version,
    form: { absentUnit: 'xiatang', absentWhy: '到村口没有见到人' },
  })

  // Half an hour later the silent one, which has nobody, is the leader's matter.
  const leader = await enter(journey, await journey.visit(), 'leader')
  journey.passes(32)
  await leader.page.goto('/')
  const main = leader.page.getByRole('main')
  const row = main.getByRole('listitem').filter({ hasText: TITLE })
  await expect
    .poll(
      async () => {
        await leader.page.reload()
        await row.first().waitFor()
        return row.filter({ hasText: '报到逾期' }).count()
      },
      { timeout: 40_000, interval: 1_000 },
    )
    .toBeGreaterThan(0)
  await keepPicture(leader.page, 'whistle-leader-today')
  await leader.page.goto('/inbox')
  await main.getByText(TITLE).first().waitFor()

  const phone = await enter(journey, await journey.visit({ phone: true }), 'leader')
  await phone.page.goto('/')
  await phone.page.getByRole('main').getByText(TITLE).first().waitFor()
  await keepPicture(phone.page, 'whistle-leader-phone')
  await phone.page.goto(at)
  await phone.page.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  await keepPicture(phone.page, 'whistle-phone')
  expect(journey.faults).toEqual([])
})
