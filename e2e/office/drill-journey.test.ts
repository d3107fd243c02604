import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PLAN_TEXTS, type PlanText, planForm } from '../../src/demo/wording/plan-texts.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { answer, findMatter, standsAt, takeStep } from '../support/person.ts'
import { enter } from '../support/planted-matters.ts'

const TITLE = '燃气泄漏演练'
const SCENE = '疏散下风向住户'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
})
afterAll(() => journey?.stop())

const desks = new Map<string, Awaited<ReturnType<typeof enter>>>()
async function desk(post: string) {
  const known = desks.get(post)
  if (known) return known
  await journey.account(post)
  const made = await enter(journey, await journey.visit(), post)
  desks.set(post, made)
  return made
}
type Reply = { readonly id: string; readonly version: number; readonly reference: string }
const open = async (post: string, procedure: string, form: object) =>
  (await (await desk(post)).ask('/api/matters', { procedure, channel: 'window', form })) as Reply
const step = async (post: string, { id, version }: Reply, name: string, form: object = {}) =>
  (await (await desk(post)).ask(`/api/matters/${id}/steps/${name}`, { seenVersion: version, form })) as Reply

const main = (page: Page) => page.getByRole('main')

/** What the county is told in numbers: the ledger as a whole, each kind, and the day of who would be called. */
async function numbers(): Promise<object> {
  const { page } = await desk('leader')
  const counts = await (await page.request.get('/api/counts')).json()
  const all = await (await page.request.get('/api/matters')).json()
  const real = (counts as { procedure: string }[]).filter(({ procedure }) => procedure !== 'drill')
  const days = []
  for (const post of ['leader', 'dongpu-clerk', 'dongpu-leader', 'triage']) {
    const { workCount, turnedCount, sentCount } = await (await (await desk(post)).page.request.get('/api/today')).json()
    days.push({ post, workCount, turnedCount, sentCount })
  }
  return { real, all: all.count, days }
}

test('a drill is played through the real procedures and leaves every count of the county as it was', async () => {
  // Its limits run for two weeks: none ends by itself while the drill is played.
  const told = { title: '真的反映', category: 'facility', description: '真实事项，路灯不亮', place: '东浦镇' }
  await open('triage', 'report', told)
  const gas = { ...(PLAN_TEXTS.find(({ id }) => id === 'gas') as PlanText), supplies: [], unitId: 'safety' }
  const texts = {
    ...gas,
    teams: [['抢修组', 'safety', '关阀、抢修']],
    actions: [[10, 'safety', '关闭上游阀门']],
  } as const satisfies PlanText
  const drafted = await open('inspector', 'plan', { ...planForm(texts, () => '2026-12-31'), placeUnit: '' })
  const plan = await step('leader', drafted, 'publish')
  const items = [
    { no: '1', item: '响应和指挥', points: 60 },
    { no: '2', item: '处置', points: 40 },
  ]
  const criteria = await open('triage', 'criteria', { name: '演练评估标准', category: 'drill', items, passMark: 60 })
  await step('leader', criteria, 'publish')
  const before = await numbers()

  // Put on the plan, arranged and approved.
  const { page: organiser } = await desk('handler')
  await organiser.goto('/matters/new/drill')
  await answer(main(organiser), { 演练名称: TITLE, 演练形式: '实战演练', 最迟哪天演练: '2026-06-30' })
  await main(organiser).getByRole('button', { name: '登记', exact: true }).click()
  await standsAt(organiser, '待定方案')
  await main(organiser).getByText('演练', { exact: true }).first().waitFor()
  const id = organiser.url().split('/').at(-1)?.split('?')[0] ?? ''
  const drill = async (): Promise<Reply> => {
    const view = await (await organiser.request.get(`/api/matters/${id}`)).json()
    return view.matter
  }
  const arrangement = {
    category: 'field',
    scope: 'single',
    notice: 'announced',
    plan: plan.reference,
    plannedOn: '2026-03-02',
    place: '月湖路调压站',
    safeguards: '有真实险情立即停止',
  }
  await step('handler', await drill(), 'arrange', arrangement)
  const { page: leader } = await desk('leader')
  await leader.goto('/')
  await findMatter(leader, '演练', TITLE)
  await takeStep(leader, '批准')
  await standsAt(leader, '待写脚本')

  // Played by its minutes.
  const injects = [{ no: '1', minute: 5, inject: '风向转变', to: '东浦镇', expected: '疏散' }]
  const script = { scenario: '调压站泄漏', sceneAt: '7月15日凌晨2点', injects }
  await step('handler', await drill(), 'writeScript', script)
  const { now } = await (await organiser.request.get('/api/today')).json()
  const players = [{ unit: 'dongpu', part: '疏散', people: 8 }]
  await step('handler', await drill(), 'start', { startedAt: now, players, injects })
  journey.passes(4)
  await organiser.goto(`/matters/${id}`)
  await standsAt(organiser, '演练中')
  const given = await (await organiser.request.get('/api/today')).json()
  await step('handler', await drill(), 'giveAsTask', {
    inject: 'injects.0',
    givenAt: given.now,
    taskTitle: SCENE,
    taskDemand: '按预案疏散',
    taskUnit: 'dongpu',
    taskDueOn: '2026-03-02',
  })
  expect(await numbers()).toEqual(before)

  // Whoever plays has it on their day, apart from the work, and marked.
  const { page: town } = await desk('dongpu-clerk')
  await town.goto('/')
  const played = town.getByRole('region', { name: '演练中等我办的' })
  await played.getByText(SCENE).waitFor()
  await played.getByText('演练', { exact: true }).first().waitFor()
  await town.goto('/matters')
  await main(town).getByRole('row').first().waitFor()
  expect(await main(town).getByText(SCENE).count()).toBe(0)
  await town.goto('/matters?exercise=only')
  await main(town).getByRole('row').filter({ hasText: SCENE }).getByText('演练', { exact: true }).waitFor()

  // The order runs late; nobody outside the drill hears of it, and no number moves.
  journey.passes(4 * 24 * 60)
  await organiser.goto(`/matters/${id}`)
  expect(await numbers()).toEqual(before)

  // It ends, is evaluated by somebody else, and what it showed is put right in earnest.
  const ended = await (await organiser.request.get('/api/today')).json()
  const end = { endedAt: ended.now, heldOn: '2026-03-02', people: 8, stopped: 'whole' }
  await step('handler', await drill(), 'end', end)
  await step('reviewer', await drill(), 'assess', {
    criteria: criteria.reference,
    scores: [
      { no: '1', lost: 5 },
      { no: '2', lost: 8 },
    ],
    planSteps: [{ key: '1', how: 'late', actual: 14 }],
    conclusion: '疏散慢了',
  })
  expect(await numbers()).toEqual(before)
  const gap = { title: '疏散路线只有一条', cause: '预案没有写', unit: 'dongpu', measure: '补一条', dueOn: '2026-04-01' }
  await step('reviewer', await drill(), 'assignIssues', { gaps: [gap], planFlaw: 'keep' })
  const after = (await numbers()) as { all: number }
  expect(after.all).toBe((before as { all: number }).all + 1)
  await town.goto('/')
  await findMatter(town, '整改', gap.title)
  expect(await main(town).locator('.matter-line').getByText('演练', { exact: true }).count()).toBe(0)
  expect(journey.faults).toEqual([])
})
