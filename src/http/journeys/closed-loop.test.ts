import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dayOf } from '../../domain/time/time.ts'
import type { MatterView, TodayView } from '../../domain/views/views.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { createResident } from '../../testing/resident.ts'
import { sweepDeadlines } from '../../workers/sweep-deadlines.ts'

let office: TestOffice
let resident: ReturnType<typeof createResident>
beforeAll(async () => {
  office = await testOffice()
  resident = createResident(office)
})
afterAll(() => office?.dispose())
beforeEach(() => resident.later(120))

const viewOf = async (post: string, id: string) =>
  bodyOf<MatterView>(await (await office.as(post))(`/api/matters/${id}`))
const rowOf = async (post: string, id: string) =>
  (await bodyOf<TodayView>(await (await office.as(post))('/api/today'))).work.find((row) => row.id === id)

/** A step as the newest version stands, and what came back. */
async function tries(post: string, id: string, step: string, form: object): Promise<number> {
  const { matter } = await viewOf('triage', id)
  const answer = await (await office.as(post))(
    `/api/matters/${id}/steps/${step}`,
    json({ seenVersion: matter.version, form }),
  )
  return answer.status
}

async function routed(description: string, route: object) {
  const { code } = await resident.report({ description })
  const id = await resident.matterIdOf(code)
  await resident.step('clerk', id, 'accept', { difficulty: 'simple' })
  await resident.step('triage', id, 'triage', route)
  const { children } = await viewOf('triage', id)
  return { code, id, child: children[0]?.id ?? '' }
}

const ANSWER = { opinion: 'solved', reply: '已经办好。', toldHow: 'code' }

test('new danger that a resident adds by code is on the inspector’s Today at once', async () => {
  const { code, child } = await routed('老戏台的柱子裂了一道缝。', {
    route: 'hazard',
    toUnit: 'qinglan',
    hazardCategory: 'building',
  })
  await resident.step('inspector', child, 'assignOwner', { owner: 'inspector' })
  expect((await rowOf('inspector', child))?.raised).toBeUndefined()
  await resident.fill(`/t/${code}/add`, { note: '柱子歪了，瓦片往下掉。' })
  expect(await rowOf('inspector', child)).toMatchObject({ raised: [{ step: 'receiveAddition' }] })
})

describe('a township under supervision', () => {
  const review = { checked: ['facts', 'solved', 'done', 'conclusion', 'form'], opinion: '属实' }
  const attempts: readonly (readonly [step: string, form: object])[] = [
    ['assign', { unit: 'yunxi', cadence: 'weekly' }],
    ['reassign', { unit: 'yunxi', cadence: 'weekly', rulingBasis: '另派' }],
    ['rule', { unit: 'yunxi', cadence: 'weekly', rulingBasis: '另派' }],
    ['sponsor', { sponsor: 'dongpu-leader' }],
    ['handOver', { unit: 'yunxi', reason: '不归我们' }],
    ['grantExtension', { extendBy: 90, reason: '同意' }],
    ['refuseExtension', { reason: '不同意' }],
    ['review', review],
    ['returnForRedo', { left: '还差一处', redoBy: '2026-03-20' }],
    ['close', { evaluation: '好' }],
    ['cancel', { reason: '不办了' }],
  ]

  test('tries everything to close, extend, cancel or re-seat the county leader’s task, at every stage, and cannot', async () => {
    const leader = await office.as('leader')
    const opened = await leader(
      '/api/matters',
      json({
        procedure: 'task',
        channel: 'window',
        form: { title: '汛前排查', description: '排查全部涵闸', dueOn: '2026-04-20', category: 'instruction' },
      }),
    )
    const { id } = await bodyOf<{ id: string }>(opened)
    const stages: readonly (readonly [post: string, step: string, form: object])[] = [
      ['triage', 'assign', { unit: 'dongpu', cadence: 'weekly' }],
      ['dongpu-mediator', 'takeOver', {}],
      ['dongpu-mediator', 'askExtension', { askedDays: 30, extensionReason: '雨水多' }],
      ['leader', 'refuseExtension', { reason: '汛期不等人' }],
    ]
    for (const [post, step, form] of stages) {
      await resident.step(post, id, step, form)
      const { matter: before } = await viewOf('leader', id)
      for (const [attempt, answers] of attempts) {
        for (const township of ['dongpu-leader', 'dongpu-clerk', 'dongpu-mediator']) {
          const status = await tries(township, id, attempt, answers)
          // Refused for who asks or when, never for a form that was filled in badly.
          expect([403, 409], `${township} takes ${attempt} after ${step}: ${status}`).toContain(status)
        }
      }
      expect((await viewOf('leader', id)).matter).toEqual(before)
    }
    expect((await viewOf('leader', id)).matter).toMatchObject({ orderingPostId: 'leader', unitId: 'dongpu' })
  })
})

test('a report is not answered while its dispute goes on one tier up; its page names who has it now and what the first tier did', async () => {
  const { code, id, child } = await routed('两家为排水沟吵了半个月。', {
    route: 'dispute',
    toUnit: 'xiatang',
    disputeCategory: 'neighbours',
  })
  const both = [{ position: 'a' }, { position: 'b' }]
  const today = dayOf(office.deps.now())
  await resident.step('xiatang-grid', child, 'askConsent', { body: 'people', parties: both, askedHow: 'inPerson' })
  for (const party of ['parties.0', 'parties.1']) {
    await resident.step('xiatang-grid', child, 'recordConsent', { party, consentedOn: today })
  }
  await resident.step('xiatang-grid', child, 'accept', {})
  await resident.step('xiatang-grid', child, 'stop', { party: 'parties.0' })
  await resident.step('xiatang-grid', child, 'escalate', {
    escalateReason: '村里调不了',
    remedies: ['lawsuit'],
    toldHow: 'inPerson',
  })
  expect((await viewOf('clerk', id)).matter.openChildCount).toBe(1)
  expect(await tries('clerk', id, 'feedBack', ANSWER)).toBe(409)
  const page = await resident.pageOf(code)
  expect(page).toContain('交上一级调解')
  expect(page).toContain('东浦镇')
})

test('a report that led to a risk which is only watched gets an interim answer with the day of the next', async () => {
  const { code, id, child } = await routed('老桥下面的石头少了一块。', {
    route: 'risk',
    toUnit: 'qinglan',
    riskDimension: 'publicSafety',
  })
  await resident.step('inspector', child, 'assess', {
    likelihood: '2',
    impact: '3',
    inherentLevel: 'general',
    targetLikelihood: '1',
    targetImpact: '3',
    basis: '现场看过',
  })
  await resident.step('leader', child, 'acceptRisk', { reason: '每半年复评一次' })
  expect(await tries('clerk', id, 'feedBack', ANSWER)).toBe(409)
  await resident.step('clerk', id, 'interimReply', {
    progressSoFar: '已评估，列入半年一看的清单',
    laterReason: '汛后再看',
    laterBasis: '评估报告',
    nextReplyOn: '2026-06-30',
  })
  const page = await resident.pageOf(code)
  expect(page).toContain('已评估，列入半年一看的清单')
  expect(page).toContain('6月30日')
})

test('a report that was declined by mistake is accepted after all, and its resident reads so', async () => {
  const { code } = await resident.report({ description: '巷口的电线杆斜了。' })
  const id = await resident.matterIdOf(code)
  const today = dayOf(office.deps.now())
  await resident.step('clerk', id, 'decline', {
    ground: 'courts',
    reason: '误以为在诉讼中',
    remedies: ['lawsuit'],
    toldOn: today,
    toldHow: 'code',
  })
  expect(await tries('clerk', id, 'revokeDecline', { revokeReason: '我弄错了', difficulty: 'simple' })).toBe(403)
  await resident.step('triage', id, 'revokeDecline', { revokeReason: '查明不在诉讼中', difficulty: 'simple' })
  expect((await viewOf('triage', id)).matter).toMatchObject({ group: 'open' })
  expect(await resident.pageOf(code)).toContain('现在改为受理')
})

test('what came of a report about something long ago is not late when it reaches the unit', async () => {
  const { code } = await resident.report({ description: '去年起井盖就松。', happenedOn: '2025-06-01' })
  const id = await resident.matterIdOf(code)
  await resident.step('clerk', id, 'accept', { difficulty: 'simple' })
  await resident.step('triage', id, 'triage', { route: 'hazard', toUnit: 'dongpu', hazardCategory: 'facility' })
  const { children } = await viewOf('triage', id)
  const { matter } = await viewOf('dongpu-clerk', children[0]?.id ?? '')
  expect(matter.clocks.map(({ dueAt }) => dueAt > office.deps.now())).toEqual([true])
})

test('a leader’s Today is no intake; what was raised to the leader is on it, and the resident’s page claims no reminder', async () => {
  const { code } = await resident.report({ description: '东街的排水口堵了。' })
  const id = await resident.matterIdOf(code)
  expect(await rowOf('leader', id)).toBeUndefined()
  expect(await rowOf('clerk', id)).toBeDefined()
  for (const days of [20, 20, 20]) {
    resident.later(days * 24 * 60)
    await sweepDeadlines(office.deps, TEST_TENANT)
  }
  expect((await rowOf('leader', id))?.raised?.length).toBeGreaterThan(0)
  expect(await resident.pageOf(code)).not.toMatch(/提醒了|已报|已提醒|催了/)
})

test('a report that goes to the police by mistake comes back though they had signed for it', async () => {
  const { code } = await resident.report({ description: '夜里有人在巷口大声吵闹。' })
  const id = await resident.matterIdOf(code)
  const today = dayOf(office.deps.now())
  await resident.step('clerk', id, 'transfer', {
    organKind: 'police',
    organ: '清澜县公安局',
    route: 'judicial',
    toldOn: today,
    toldHow: 'code',
  })
  await resident.step('clerk', id, 'recordReceipt', { receiptNo: '收1号', receiptOn: today })
  await resident.step('clerk', id, 'sentBack', { refusedReason: '不属公安管辖', difficulty: 'simple' })
  expect((await viewOf('triage', id)).matter).toMatchObject({ group: 'open' })
  expect(await resident.pageOf(code)).toContain('对方机关退回来了')
})
