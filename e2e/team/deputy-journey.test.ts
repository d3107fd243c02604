import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { takeStep } from '../support/person.ts'
import { enter } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

const WEEK = 7 * 24 * 60

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  for (const post of ['inspector', 'leader', 'verifier']) await journey.account(post)
})
afterAll(() => journey?.stop())

test('a deputy acts for a week and no longer, and the story says for whom', async () => {
  const inspector = await enter(journey, await journey.visit(), 'inspector')
  const leader = await enter(journey, await journey.visit(), 'leader')
  const { page } = await enter(journey, await journey.visit(), 'verifier')
  const hazard = { category: 'building', description: '现场看过，情况属实', place: '沿河路12号', placeUnit: 'xiatang' }
  const found = async (title: string) =>
    inspector.ask('/api/matters', { procedure: 'hazard', channel: 'inspection', form: { title, ...hazard } })
  const first = await found('仓库消防通道被堵')
  const second = await found('仓库配电箱敞开')

  const form = {
    absent: 'inspector',
    category: 'business',
    head: 'no',
    from: '2026-03-02',
    until: '2026-03-08',
    deputy: 'verifier',
    title: '检查岗公出一周',
  }
  const asked = await inspector.ask('/api/matters', { procedure: 'leave', channel: 'window', form })
  await page.goto('/')
  await settled(page)
  expect(await page.getByRole('button', { name: '去代办' }).count()).toBe(0)
  await leader.ask(`/api/matters/${asked.id}/steps/approve`, { seenVersion: asked.version, form: {} })

  await page.reload()
  await page.getByText('检查岗郑虚构在外，由你代，到').waitFor()
  await page.getByRole('button', { name: '去代办' }).click()
  await page.getByText(/你正在代.*检查岗，到/).waitFor()
  await page.goto(`/matters/${first.id}`)
  await takeStep(page, '隐患定级', { 隐患等级: '一般', 判定标准: '《消防法》第二十八条' })
  await page.getByText('陈样例（代检查岗）').first().waitFor()

  journey.passes(WEEK)
  await page.goto(`/matters/${second.id}`)
  await takeStep(page, '记进展', { 进展: '周一到现场看过' })
  await page.getByText('陈样例', { exact: true }).first().waitFor()
  expect(await page.getByText(/你正在代.*检查岗/).count()).toBe(0)
  await page.goto('/')
  await settled(page)
  expect(await page.getByRole('button', { name: '去代办' }).count()).toBe(0)
  expect(journey.faults).toEqual([])
})
