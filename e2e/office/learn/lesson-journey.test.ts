import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../../support/journey-server.ts'
import { keepPicture, standsAt, takeStep } from '../../support/person.ts'
import { enter } from '../../support/planted-matters.ts'

const TITLE = '烟道油污没有列入检查'
const ITEM = '烟道油污'
const items = [{ no: '1', item: '疏散通道', demand: '畅通', points: 10 }]
const checklist = { name: '九小场所检查表', category: 'nineSmall', items }

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
const stateOf = async (page: Page, id: string) => (await (await page.request.get(`/api/matters/${id}`)).json()).matter

test('a lesson changes a checklist, is checked in the units exposed, and its page says that the problem came back', async () => {
  const listed = await step('triage', await open('inspector', 'checklist', checklist), 'publish')
  await step(
    'triage',
    await open('inspector', 'site', {
      name: '聚源酒楼',
      category: 'smallRestaurant',
      address: '饭店街1号',
      placeUnit: 'qingshi',
    }),
    'publish',
  )
  const drawn = await open('reviewer', 'lesson', {
    title: TITLE,
    lesson: '小餐饮起火，烟道三年没有清洗',
    unit: 'qinglan',
  })
  await step('reviewer', drawn, 'propose', {
    category: 'checklist',
    checklist: listed.reference,
    checklistRows: [{ act: 'add', no: '2', item: ITEM, demand: '每季度清洗', points: 10 }],
    placeTypes: ['smallRestaurant'],
    findingCategory: 'fire',
    findingItem: ITEM,
    checkBy: '2026-03-20',
  })

  // Another than the proposer accepts; nobody types the change again.
  const { page: triage } = await desk('triage')
  await triage.goto(`/matters/${drawn.id}`)
  await takeStep(triage, '采纳', { 采纳的理由: '应当查' })
  await standsAt(triage, '同类单位自查')
  await main(triage).getByText(`${listed.reference}@2 → ${listed.reference}@3`).waitFor()
  await main(triage)
    .getByRole('link', { name: `${listed.reference}@2 → ${listed.reference}@3` })
    .click()
  await main(triage).getByText(ITEM).first().waitFor()

  // The township answers for the village where nobody holds a post.
  const { page: town } = await desk('dongpu-clerk')
  const [check] = (await (await town.request.get('/api/matters?procedure=selfcheck')).json()).rows
  await town.goto(`/matters/${check.id}`)
  await takeStep(town, '填自查结果', { 有没有同样的问题: '没有', 查了几处: '1', '怎么查的，查到什么': '逐家看过' })
  await step('leader', await stateOf(town, check.id), 'confirm', { confirmation: '属实' })
  const { page: leader } = await desk('leader')
  await leader.goto(`/matters/${drawn.id}`)
  await takeStep(leader, '都查完了，结束', { 落实情况: '新版已用' })
  await standsAt(leader, '已落实')
  await main(leader).getByText('单位答完以后，没有再查出').waitFor()

  // A month later it is found again.
  journey.passes(30 * 24 * 60)
  await open('inspector', 'hazard', {
    title: ITEM,
    category: 'fire',
    description: '油污很厚',
    place: '饭店街1号',
    placeUnit: 'qingshi',
  })
  await leader.reload()
  await main(leader).getByText('又出现了：单位答完以后，又查出1处').waitFor()
  await main(leader).getByText('检查次数少').waitFor()
  await keepPicture(leader, 'lesson-came-back')
  await leader.goto('/learn?show=back')
  await main(leader).getByRole('link', { name: TITLE }).waitFor()
  await keepPicture(leader, 'learn')
  await main(leader).getByRole('link', { name: '又出现1处' }).click()
  await leader.waitForURL(/figure=since/)
  await main(leader).getByRole('link', { name: ITEM }).first().waitFor()
  expect(journey.faults).toEqual([])
})
