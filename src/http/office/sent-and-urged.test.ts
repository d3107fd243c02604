import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StepResult } from '../../domain/views/act-views.ts'
import type { MatterView, TodayView } from '../../domain/views/views.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { sweepDeadlines } from '../../workers/sweep-deadlines.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.dispose())

type Opened = { id: string; version: number; reference: string }
const openAs = async (post: string, procedure: string, form: object) =>
  bodyOf<Opened>(await (await office.as(post))('/api/matters', json({ procedure, channel: 'window', form })))
const take = async (post: string, id: string, step: string, form: object) => {
  const send = await office.as(post)
  const { matter } = await bodyOf<MatterView>(await send(`/api/matters/${id}`))
  const taken = await send(`/api/matters/${id}/steps/${step}`, json({ seenVersion: matter.version, form }))
  const said = await taken.text()
  expect(taken.status, said).toBe(200)
  return JSON.parse(said) as StepResult
}
const todayOf = async (post: string) => bodyOf<TodayView>(await (await office.as(post))('/api/today'))
const sentOf = async (post: string) => (await todayOf(post)).sent.map(({ id }) => id)

const TASK = { title: '汛前排查', description: '排查全部涵闸', dueOn: '2026-04-02', unit: 'dongpu' }

test('a supervised task that a leader orders stands in what the leader sent and has not got back', async () => {
  const { id } = await openAs('leader', 'task', TASK)
  expect(await sentOf('leader')).toContain(id)
})

test('so does one that a leader sends about another matter, and it names that leader as who ordered it', async () => {
  const report = await openAs('clerk', 'report', {
    title: '涵闸漏水',
    description: '涵闸漏水，田淹了一片。',
    category: 'facility',
    place: '下塘村涵闸',
    placeUnit: 'xiatang',
  })
  const { opened } = await take('leader', report.id, 'supervise', {
    taskTitle: '修涵闸',
    taskDemand: '一周内修好',
    taskUnit: 'dongpu',
    taskDueOn: '2026-04-02',
  })
  const child = opened[0]?.id ?? ''
  expect(await sentOf('leader')).toContain(child)
  const view = await bodyOf<MatterView>(await (await office.as('leader'))(`/api/matters/${child}`))
  expect(view.matter.orderingPostId).toBe('leader')
})

const A_REPORT = {
  title: '井盖破损',
  description: '井盖破了，晚上看不见。',
  category: 'facility',
  place: '下塘村路口',
  placeUnit: 'xiatang',
}
const rowOf = async (post: string, id: string) => (await todayOf(post)).work.find((row) => row.id === id)

test('a task that the triage desk sends stands in what it sent, and its story says who sent it', async () => {
  const report = await openAs('clerk', 'report', A_REPORT)
  const { opened } = await take('triage', report.id, 'supervise', {
    taskTitle: '换井盖',
    taskDemand: '三天内换好',
    taskUnit: 'dongpu',
    taskDueOn: '2026-04-02',
  })
  const child = opened[0]?.id ?? ''
  expect(await sentOf('triage')).toContain(child)
  const { timeline } = await bodyOf<MatterView>(await (await office.as('triage'))(`/api/matters/${child}`))
  expect(timeline[0]).toMatchObject({ type: 'MatterOpened', postId: 'triage', personName: '吴范本' })
})

test('a matter that was urged stands on the list of whoever has to act, with what they can do, until they did something', async () => {
  const { id } = await openAs('clerk', 'report', A_REPORT)
  await take('clerk', id, 'accept', { difficulty: 'simple' })
  await take('triage', id, 'assign', { unit: 'dongpu' })
  await take('dongpu-clerk', id, 'takeOver', { owner: 'dongpu-clerk' })
  expect((await rowOf('dongpu-clerk', id))?.raised).toBeUndefined()
  await take('leader', id, 'urge', {})
  const row = await rowOf('dongpu-clerk', id)
  expect(row?.raised).toEqual([{ at: office.deps.now(), step: 'urge', by: 'leader', mark: 'blue' }])
  expect(row?.mayTake).toEqual(expect.arrayContaining(['answer', 'recordProgress']))
  await take('dongpu-clerk', id, 'recordProgress', { progress: '今天去看过' })
  expect((await rowOf('dongpu-clerk', id))?.raised).toBeUndefined()
})

test('what an owner adds does not come back to the owner as news', async () => {
  const { id } = await openAs('clerk', 'report', A_REPORT)
  await take('clerk', id, 'addMaterial', { note: '拍了照片' })
  expect((await rowOf('clerk', id))?.raised).toBeUndefined()
})

test('an overdue matter that was raised to a leader stands on that leader’s list, until the leader did something about it', async () => {
  const { id } = await openAs('clerk', 'report', A_REPORT)
  expect(await rowOf('leader', id)).toBeUndefined()
  office.county.setNow('2026-03-30T01:00:00.000Z')
  await sweepDeadlines(office.deps, TEST_TENANT)
  office.county.setNow('2026-04-20T01:00:00.000Z')
  await sweepDeadlines(office.deps, TEST_TENANT)
  office.county.setNow('2026-05-20T01:00:00.000Z')
  await sweepDeadlines(office.deps, TEST_TENANT)
  const row = await rowOf('leader', id)
  expect(row?.raised).toMatchObject([{ tier: 2 }])
  expect(row?.nextSteps).toEqual([])
  expect(row?.mayTake).toEqual(expect.arrayContaining(['urge', 'supervise']))
  await take('leader', id, 'urge', { startHigher: true, higherReason: '雨季就要到了' })
  expect(await rowOf('leader', id)).toBeUndefined()
})
