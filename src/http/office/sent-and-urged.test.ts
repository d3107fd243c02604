import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StepResult } from '../../domain/views/act-views.ts'
import type { MatterView, TodayView } from '../../domain/views/views.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'

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

test('a matter that was urged says so to whoever has to act, until it moves on', async () => {
  const { id } = await openAs('clerk', 'report', {
    title: '井盖破损',
    description: '井盖破了，晚上看不见。',
    category: 'facility',
    place: '下塘村路口',
    placeUnit: 'xiatang',
  })
  const rowOf = async (post: string) => (await todayOf(post)).work.find((row) => row.id === id)
  expect((await rowOf('clerk'))?.urged).toBeUndefined()
  await take('leader', id, 'urge', { colour: 'yellow' })
  expect((await rowOf('clerk'))?.urged).toEqual({ at: office.deps.now(), personName: '李范例' })
  await take('clerk', id, 'accept', { difficulty: 'simple' })
  const moved = await rowOf('triage')
  expect(moved?.state).toBe('accepted')
  expect(moved?.urged).toBeUndefined()
})
