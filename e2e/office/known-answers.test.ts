import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { answer, keepPicture } from '../support/person.ts'
import { enter } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  for (const post of ['triage', 'leader']) await journey.account(post)
})
afterAll(() => journey?.stop())

const NOTE = /已按记录填好/
const DRAFT = '接着上次没交的草稿'

test('a step’s form opens with what is on record; what nobody changed is no draft, and what is emptied is empty', async () => {
  const { page, ask } = await enter(journey, await journey.visit(), 'triage')
  const form = {
    title: '村口石桥栏杆断了',
    category: 'facility',
    description: '断了一截',
    place: '石桥',
    placeUnit: 'qingshi',
  }
  const { id } = await ask('/api/matters', { procedure: 'report', channel: 'window', form })
  await page.goto(`/matters/${id}`)
  const open = async (step: string) => {
    await page.getByRole('main').getByRole('button', { name: step, exact: true }).click()
    const drawer = page.getByRole('dialog', { name: step, exact: true })
    await settled(page)
    return drawer
  }
  const accept = await open('受理')
  expect(await accept.getByLabel('类别').inputValue()).toBe('facility')
  expect(await accept.getByText(NOTE).count()).toBe(1)
  await keepPicture(page, 'known-accept')
  await accept.getByRole('button', { name: '取消' }).click()

  const again = await open('受理')
  expect(await again.getByText(DRAFT).count()).toBe(0)
  await again.getByLabel('类别').selectOption({ value: '' })
  await again.getByRole('button', { name: '取消' }).click()

  const third = await open('受理')
  await third.getByText(DRAFT).waitFor()
  expect(await third.getByLabel('类别').inputValue()).toBe('')
  await answer(third, { 难易: '简单' })
  await third.getByRole('button', { name: '受理', exact: true }).click()
  await third.waitFor({ state: 'detached' })
  const { matter } = (await (await page.request.get(`/api/matters/${id}`)).json()) as { matter: { category?: string } }
  expect(matter.category).toBeUndefined()

  const leader = await enter(journey, await journey.visit({ locale: 'en', phone: true }), 'leader')
  await leader.page.goto(`/matters/${id}`)
  await leader.page.getByRole('button', { name: /^More/ }).first().click()
  await leader.page.getByRole('button', { name: 'Supervise', exact: true }).click()
  const drawer = leader.page.getByRole('dialog', { name: 'Supervise', exact: true })
  await settled(leader.page)
  expect(await drawer.getByLabel('What to supervise').inputValue()).toBe('村口石桥栏杆断了')
  await keepPicture(leader.page, 'known-supervise')
  expect(journey.faults).toEqual([])
})
