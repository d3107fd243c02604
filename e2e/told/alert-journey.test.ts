import { afterAll, beforeAll, expect, test } from 'vitest'
import { capWrongs } from '../../src/testing/standards/cap-valid.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { answer, keepPicture } from '../support/person.ts'
import { enter } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  await journey.account('dongpu-leader')
})
afterAll(() => journey?.stop())

const REPORT = {
  title: '东浦河水位上涨',
  category: 'flood',
  reportingAs: 'township',
  scene: '河水上涨',
  course: '上游持续降雨',
  deaths: 0,
  missing: 0,
  injured: 0,
  loss: 0,
  measures: '巡堤',
  place: '东浦河堤',
  placeUnit: 'xiatang',
  unit: 'dongpu',
}

test('a leader writes an alert, looks at it, issues and cancels it; everybody reads it as CAP', async () => {
  const { page, ask } = await enter(journey, await journey.visit(), 'dongpu-leader')
  const form = { ...REPORT, eventAt: '2026-03-02T08:30', knownAt: '2026-03-02T08:40' }
  const { id } = await ask('/api/matters', { procedure: 'incident', channel: 'other', unitId: 'dongpu', form })
  await page.goto(`/matters/${id}`)
  await settled(page)
  await page.getByRole('button', { name: '发预警' }).click()
  const drawer = page.getByRole('dialog', { name: '发预警' })
  await answer(drawer, {
    标题: '东浦河水位今晚将超警戒',
    情况: '上游持续降雨，水位还在涨。',
    请大家怎么做: '沿河住户往高处转移。',
    严重程度: '严重（橙）',
    紧急程度: '一小时内',
    把握: '多半会',
    采取什么行动: '转移',
    有效到: '2026-03-03 09:00',
    给谁看: '公开',
  })
  await keepPicture(page, 'alert-form')
  await drawer.getByRole('button', { name: '先看一遍' }).click()
  await drawer.getByText('发出去是这样').waitFor()
  await drawer.getByText('CAP 原文').click()
  await keepPicture(page, 'alert-look')
  const card = page.getByRole('region', { name: /^预警（CAP）/ })
  await drawer.getByRole('button', { name: '发出去' }).click()
  await card.getByText(/有效 到/).waitFor()
  await keepPicture(page, 'alert-card')
  const address = (await card.getByRole('link', { name: 'CAP 原文' }).getAttribute('href')) ?? ''
  const alert = address.split('/').at(-2)
  const xml = await (await fetch(`${journey.url}/cap/${alert}.xml`)).text()
  expect(await capWrongs(xml)).toEqual([])

  await card.getByRole('button', { name: '解除' }).click()
  const ending = page.getByRole('dialog', { name: '解除' })
  await answer(ending, {
    标题: '东浦河水位已退',
    情况: '水位降到警戒以下。',
    严重程度: '一般（蓝）',
    把握: '已经发生',
    有效到: '2026-03-02 20:00',
  })
  await ending.getByRole('button', { name: '先看一遍' }).click()
  await ending.getByRole('button', { name: '发出去' }).click()
  await card.getByText(/^解除 · 公开/).waitFor()
  const feed = await (await fetch(`${journey.url}/feeds/notices.atom`)).text()
  expect(feed).toContain('预警解除：东浦河水位已退')
  expect(journey.faults).toEqual([])
})
