import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DutyView } from '../../src/domain/views/duty-view.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { answer, keepPicture } from '../support/person.ts'
import { enter } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
})
afterAll(() => journey?.stop())

type Desk = Awaited<ReturnType<typeof enter>>
const desks = new Map<string, Desk>()
async function desk(post: string): Promise<Desk> {
  const known = desks.get(post)
  if (known) return known
  await journey.account(post)
  const made = await enter(journey, await journey.visit(), post)
  desks.set(post, made)
  return made
}
const dutyOf = async (post: string) =>
  (await (await (await desk(post)).page.request.get('/api/duty')).json()) as DutyView
const shiftOn = async (day: string) => {
  const shift = (await dutyOf('triage')).desks.flatMap(({ shifts }) => shifts).find(({ title }) => title.includes(day))
  if (!shift) throw new Error(`no shift on ${day}`)
  return shift
}
const take = async (post: string, day: string, name: string, form: object = {}) => {
  const { id, version } = await shiftOn(day)
  return (await desk(post)).ask(`/api/matters/${id}/steps/${name}`, { seenVersion: version, form })
}
const onDesk = async (post: string) => (await dutyOf(post)).line.find(({ deskId }) => deskId === 'county-desk')?.on

test('a week is planned and published, a swap has consent, a report at night reaches who is on duty, who hands over with two signatures', async () => {
  const { page: office } = await desk('triage')
  await office.goto('/duty')
  await office.getByText('排班').click()
  await answer(office.getByRole('main'), {
    从哪天起: '2026-03-03',
    排几天: '3',
    几点交班: '08:30',
    '带班领导，按顺序轮': [{ 带班领导: '李范例 · 分管领导' }],
    '值班人员，按顺序轮': [
      { 主班: '周示例 · 受理岗', 副班: '王样本 · 承办岗' },
      { 主班: '陈样例 · 复查岗', 副班: '郑虚构 · 检查岗' },
    ],
    值班电话: '0399-6010110',
    值班地点: '县政府一楼总值班室',
  })
  await office.getByRole('button', { name: '先看一遍' }).click()
  await keepPicture(office, 'duty-plan')
  await office.getByRole('button', { name: '排3班' }).click()
  await office.getByText('排好3班，还没公布').waitFor()

  const { page: leader } = await desk('leader')
  await leader.goto('/duty')
  await leader.getByRole('button', { name: '公布3班' }).click()
  await leader.getByText('已公布3班').waitFor()
  // Today is not covered: the leader sees the gap before anybody needs the desk.
  await leader.goto('/')
  await settled(leader)
  await leader.getByText('此刻没人值班').waitFor()
  expect((await dutyOf('leader')).desks.find(({ deskId }) => deskId === 'county-desk')?.gaps[0]?.until).toBe(
    '2026-03-03T00:30:00.000Z',
  )

  const after = [
    { post: 'mediator', part: 'main' },
    { post: 'handler', part: 'deputy' },
  ]
  await desk('mediator')
  await desk('clerk')
  await take('clerk', '3月3日', 'askSwap', {
    swapReason: '当天到市里开会',
    substitute: [{ post: 'mediator' }],
    officersAfter: after,
  })
  await take('mediator', '3月3日', 'agreeSwap')
  await take('leader', '3月3日', 'approveSwap', { officers: after, officeTold: 'told' })

  // 3 March, 23:40.
  journey.passes(38 * 60 + 40)
  expect((await onDesk('mediator'))?.postIds).toEqual(['mediator', 'handler'])
  const village = await desk('xiatang-grid')
  const incident = await village.ask('/api/matters', {
    procedure: 'incident',
    channel: 'phone',
    form: {
      title: '下塘村口货车侧翻',
      category: 'traffic',
      reportingAs: 'township',
      eventAt: '2026-03-03T23:30',
      knownAt: '2026-03-03T23:36',
      involved: '一辆货车',
      scene: '侧翻在村口',
      course: '下坡失控',
      deaths: 0,
      missing: 0,
      injured: 1,
      loss: 3,
      measures: '先设警戒',
      place: '下塘村口',
      unit: 'dongpu',
    },
  })
  const officer = await desk('mediator')
  await officer.ask('/api/session/post', { postId: 'county-desk' })
  const { page: night } = officer
  await night.goto('/')
  await settled(night)
  await night.getByRole('link', { name: '下塘村口货车侧翻' }).first().waitFor()
  await night.getByText('新登记，报到你这里').first().waitFor()
  await keepPicture(night, 'duty-night')
  await night.goto('/inbox')
  await night.getByRole('tabpanel').getByText('请你处理').first().waitFor()
  // Nobody is planned in the town: its leader is told as well.
  const town = await desk('dongpu-leader')
  await town.page.goto('/')
  await settled(town.page)
  await town.page.getByRole('link', { name: '下塘村口货车侧翻' }).first().waitFor()
  await officer.ask(`/api/matters/${incident.id}/steps/firstReport`, {
    seenVersion: incident.version,
    form: { reportedAt: '2026-03-03T23:40', reportedTo: 'county', reportedHow: 'phone' },
  })

  await officer.ask('/api/session/post', { postId: 'mediator' })
  await take('mediator', '3月3日', 'signOn', { onDutyAt: '2026-03-03T08:30', phoneTest: 'works' })
  // 4 March, 8:25: the list is written for the next officer, who signs it.
  journey.passes(8 * 60 + 45)
  await take('mediator', '3月3日', 'leave', {
    summary: '夜间一起货车侧翻，已首报。',
    anyOpen: 'some',
    handed: [{ kind: 'open', what: '侧翻货车待吊离', next: '问交警几点吊', matterNo: 'TF-2026-0001' }],
    handedTo: [{ post: 'verifier' }],
  })
  const own = await officer.page.request.post(`/api/matters/${(await shiftOn('3月3日')).id}/steps/accept`, {
    data: {
      seenVersion: (await shiftOn('3月3日')).version,
      form: { handoverAt: '2026-03-04T08:25', handoverPhone: 'works' },
    },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: journey.url },
  })
  expect(own.status()).toBe(403)
  await desk('verifier')
  await take('verifier', '3月3日', 'accept', { handoverAt: '2026-03-04T08:25', handoverPhone: 'works' })

  // 8:31: the next officer is on, and the desk is closed to the one before, to the minute.
  journey.passes(6)
  expect((await onDesk('verifier'))?.postIds).toEqual(['verifier', 'inspector'])
  const late = await officer.page.request.post('/api/session/post', {
    data: { postId: 'county-desk' },
    headers: { origin: journey.url },
  })
  expect(late.ok()).toBe(false)
  const next = await desk('verifier')
  await next.ask('/api/session/post', { postId: 'county-desk' })
  // Limits of the night may have been marked meanwhile.
  const { matter } = await (await next.page.request.get(`/api/matters/${incident.id}`)).json()
  await next.ask(`/api/matters/${incident.id}/steps/verify`, {
    seenVersion: matter.version,
    form: { category: 'traffic', verifiedHow: 'onSite', findings: '属实', verifiedAt: '2026-03-04T08:31' },
  })
  expect(journey.faults).toEqual([])
})
