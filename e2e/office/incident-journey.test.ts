import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PLAN_TEXTS, type PlanText, planForm } from '../../src/demo/wording/plan-texts.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { answer, finishStep, keepPicture, standsAt, takeStep } from '../support/person.ts'
import { enter } from '../support/planted-matters.ts'

const TITLE = '东浦镇工业路燃气泄漏'
const gas = {
  ...(PLAN_TEXTS.find(({ id }) => id === 'gas') as PlanText),
  unitId: 'qinglan',
  teams: [['警戒疏散组', 'dongpu', '疏散楼栋居民，划定警戒区']],
  actions: [
    [10, 'qinglan', '关闭上游阀门'],
    [20, 'dongpu', '警戒区内人员疏散完毕'],
  ],
  supplies: [['可燃气体检测仪', 12, '台', 'dongpu', '镇物资室', 8]],
} as const satisfies PlanText
const items = [{ no: '1', item: '燃气阀门', demand: '阀门有标识', points: 5 }]
const checklist = { name: '燃气检查表', category: 'workSafety', items }

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
})
afterAll(() => journey?.stop())

type Reply = { readonly id: string; readonly version: number; readonly reference: string }
const desks = new Map<string, Awaited<ReturnType<typeof enter>>>()
async function desk(post: string) {
  const known = desks.get(post)
  if (known) return known
  await journey.account(post)
  const made = await enter(journey, await journey.visit(), post)
  desks.set(post, made)
  return made
}
const open = async (post: string, procedure: string, form: object) =>
  (await (await desk(post)).ask('/api/matters', { procedure, channel: 'window', form })) as Reply
const step = async (post: string, { id, version }: Reply, name: string, form: object = {}) =>
  (await (await desk(post)).ask(`/api/matters/${id}/steps/${name}`, { seenVersion: version, form })) as Reply
const main = (page: Page) => page.getByRole('main')
const board = (page: Page) => main(page).getByRole('region', { name: '处置看板' })
const stateOf = async (page: Page, id: string) => (await (await page.request.get(`/api/matters/${id}`)).json()).matter

test('an incident is reported up in minutes, answered by a plan, and its lesson changes a checklist', async () => {
  const plan = await open('inspector', 'plan', {
    ...planForm(gas, (days) => (days < 0 ? '2025-01-10' : '2026-03-10')),
    placeUnit: '',
  })
  await step('leader', plan, 'publish')
  const list = await open('inspector', 'checklist', checklist)
  const listed = await step('triage', list, 'publish')

  // Registered by whoever is on duty; the half hour of the duty desk runs from the event.
  const { page: town } = await desk('dongpu-clerk')
  await town.goto('/matters/new/incident')
  await answer(main(town), {
    标题: TITLE,
    事件种类: '燃气事故',
    地点: '工业路1号',
    发生时间: '2026-03-02 08:50',
    得知时间: '2026-03-02 08:55',
    谁在报告: '乡镇值班（30分钟）',
    现场情况: '楼道燃气味浓',
    简要经过: '住户报味',
    死亡人数: '0',
    失联人数: '0',
    重伤人数: '0',
    '直接经济损失（万元）': '0',
    已经采取的措施: '断电、劝离',
  })
  await main(town).getByRole('button', { name: '登记', exact: true }).click()
  await town.waitForURL(/\/matters\/[0-9a-f-]{36}/)
  await standsAt(town, '待核实')
  const id = town.url().split('/').at(-1)?.split('?')[0] ?? ''
  await board(town)
    .getByText(/^还剩0:(19|20)$/)
    .waitFor()

  // The leader of the unit has it on Today at once; the county as soon as it is told.
  const { page: townLeader } = await desk('dongpu-leader')
  await townLeader.goto('/')
  await main(townLeader).getByText(TITLE).first().waitFor()

  // Phoned first, and typed after; then the county's two hours to the city.
  journey.passes(14)
  await town.reload()
  await takeStep(town, '首报', { 报给谁: '县级政府和主管部门', 首报时间: '2026-03-02 09:08', 方式: '先电话后书面' })
  const { page: triage } = await desk('triage')
  await triage.goto('/')
  await main(triage).getByText(TITLE).first().waitFor()
  await triage.goto(`/matters/${id}`)
  await takeStep(triage, '逐级上报', { 报给谁: '市级', 方式: '先电话后书面' })
  const met = (await stateOf(triage, id)).clocks.find(({ code }: { code: string }) => code === 'INC-08')
  expect(met).toMatchObject({ state: 'met', endedAt: '2026-03-02T01:08:00.000Z' })

  await town.reload()
  await takeStep(town, '核实', { 事件种类: '燃气事故', 怎么核实的: '到现场', 核实情况: '检测仪报警' })
  await takeStep(town, '定级', { 死亡人数: '0', 失联人数: '0', 重伤人数: '0', '直接经济损失（万元）': '1' })
  await main(town).locator('.matter-line').getByText('一般', { exact: true }).waitFor()

  // The plan is activated: its teams are called, its steps run.
  await townLeader.goto(`/matters/${id}`)
  await takeStep(townLeader, '启动响应', { 响应级别: '四级', 启动哪个预案: `${plan.reference} ${gas.name}` })
  await standsAt(townLeader, '处置中')
  await board(townLeader).getByText('T+10').waitFor()
  await board(townLeader).getByText('预案步骤 0/2').waitFor()
  await board(townLeader).getByText('装备和物资 1').click()
  await board(townLeader).getByText('快到期').waitFor()

  // The unit signs in from its board; a step is done, another runs late before one's eyes.
  await town.reload()
  await board(town).getByRole('button', { name: '签到' }).click()
  await finishStep(town, '签到', { 到场人数: '8' })
  await board(town).getByText('已到，待反馈').waitFor()
  await board(town).getByRole('button', { name: '步骤完成' }).first().click()
  await finishStep(town, '步骤完成', { 结果: '阀门已关' })
  await board(town).getByText('预案步骤 1/2').waitFor()
  journey.passes(30)
  await town.reload()
  await board(town)
    .getByText(/^超时0:\d\d$/)
    .waitFor()

  // A line of the log, and another written meanwhile by somebody who saw an older page.
  await townLeader.reload()
  await board(town).getByRole('textbox').fill('三单元浓度最高，先疏散三单元')
  await board(town).getByRole('button', { name: '记下' }).click()
  await board(town).getByText('三单元浓度最高').waitFor()
  await board(townLeader).getByRole('textbox').fill('增派一车')
  await board(townLeader).getByRole('button', { name: '记下' }).click()
  await board(townLeader).getByText('情况记录 2').waitFor()
  await keepPicture(townLeader, 'incident-board')
  const phone = await journey.visit({ phone: true })
  await enter(journey, phone, 'dongpu-clerk')
  await phone.goto(`/matters/${id}`)
  await board(phone).getByText('增派一车').waitFor()
  await keepPicture(phone, 'incident-board-phone')

  await townLeader.reload()
  await takeStep(townLeader, '结束响应', { 为什么可以结束: '检测正常', '防次生、衍生事件的措施': '两小时复测一次' })
  await standsAt(townLeader, '善后恢复')

  // Its review draws a lesson, which goes on by itself: what it proposes becomes the next version of the checklist once another accepts it.
  await townLeader.reload()
  await takeStep(townLeader, '发起复盘', { 复盘题目: '燃气泄漏复盘', 复盘什么: '突发事件', 为什么要复盘: '疏散晚了' })
  const reviewer = await desk('reviewer')
  const [{ id: reviewId }] = (await (await reviewer.page.request.get('/api/matters?procedure=aar')).json()).rows
  const now = async (): Promise<Reply> => stateOf(reviewer.page, reviewId)
  const events = [{ at: '2026-03-02T01:20:00.000Z', fact: '启动响应' }]
  await step('reviewer', await now(), 'setOutTimeline', { recusal: 'none', events })
  const causes = { planned: '二十分钟疏散', actual: '三十分钟', worked: '关阀快', failed: '敲门', causes: '平时没有查' }
  await step('reviewer', await now(), 'analyse', causes)
  await step('reviewer', await now(), 'drawLessons', {
    origin: 'incident',
    lessons: [{ title: '检查表加疏散路线', lesson: '疏散路线和敲门名单平时就要有', unit: 'qinglan' }],
  })
  const [drawn] = (await (await reviewer.page.request.get('/api/matters?procedure=lesson')).json()).rows
  const lesson = (): Promise<Reply> => stateOf(reviewer.page, drawn.id)
  await step('reviewer', await lesson(), 'propose', {
    category: 'checklist',
    checklist: listed.reference,
    checklistRows: [{ act: 'add', no: '2', item: '疏散路线', demand: '有图有名单', points: 5 }],
    namedUnits: [{ unit: 'dongpu' }],
    findingCategory: 'gas',
    checkBy: '2026-03-20',
  })
  await step('triage', await lesson(), 'adopt', { decision: '应当查' })
  const { fields, state } = await stateOf(reviewer.page, drawn.id)
  expect([state, fields.checklist, fields.checklistAfter]).toEqual([
    'checking',
    `${listed.reference}@2`,
    `${listed.reference}@3`,
  ])
  const { fields: now3 } = await stateOf(reviewer.page, listed.id)
  expect(now3.items).toMatchObject([{ item: '燃气阀门' }, { item: '疏散路线' }])
  expect(journey.faults).toEqual([])
})
