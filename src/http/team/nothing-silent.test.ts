import { afterAll, beforeEach, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import type { InboxView } from '../../domain/views/notice-view.ts'
import type { GapsView, TeamView } from '../../domain/views/team-view.ts'
import { handleCommand } from '../../storage/write/handle.ts'
import { bodyOf, type TestOffice, testOffice } from '../../testing/office.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { sweepDeadlines } from '../../workers/sweep-deadlines.ts'

let office: TestOffice
beforeEach(async () => {
  await office?.dispose()
  office = await testOffice()
})
afterAll(() => office?.dispose())

const A_REPORT: FormValues = {
  title: '井盖缺失',
  category: 'facility',
  description: '路口井盖不见了',
  place: '下塘村口',
  placeUnit: 'xiatang',
}
const open = async (procedure: string, postId: string, form: FormValues, unitId = 'qinglan') => {
  const command = { type: 'OpenMatter', procedure, channel: 'window', unitId, form } as const
  return (await handleCommand(office.deps, { actor: actorOf(postId), command })).matter.id
}
const take = (postId: string, matterId: string, step: string, form: FormValues = {}) =>
  handleCommand(office.deps, { actor: actorOf(postId), matterId, command: { type: 'TakeStep', step, form } })
async function reportAt(unit: string, owner?: string): Promise<string> {
  const id = await open('report', 'clerk', A_REPORT)
  await take('clerk', id, 'accept', { difficulty: 'simple' })
  await take('triage', id, 'assign', { unit })
  if (owner) await take(owner, id, 'takeOver', { owner })
  return id
}
const gapsOf = async (postId: string) =>
  (await bodyOf<GapsView>(await (await office.as(postId))('/api/team/gaps'))).gaps
const vacate = async (postId: string) => {
  await office.county.database.owner.query('update posts set person_id = null where id = $1', [postId])
  office.deps.rulebooks.forget(TEST_TENANT)
}
const told = async (postId: string) =>
  (await bodyOf<InboxView>(await (await office.as(postId))('/api/inbox'))).notices.map(({ kind }) => kind)

test('a post without a holder that has matters stands on Today of the nearest who oversees it, who is told for it', async () => {
  await reportAt('dongpu', 'dongpu-clerk')
  expect(await gapsOf('dongpu-leader')).toEqual([])
  await vacate('dongpu-clerk')
  expect(await gapsOf('dongpu-leader')).toEqual([{ postId: 'dongpu-clerk', unitId: 'dongpu', matters: 1 }])
  expect(await gapsOf('leader')).toEqual([])
  expect(await gapsOf('dongpu-mediator')).toEqual([])
  office.county.setNow('2026-05-20T01:00:00.000Z')
  await sweepDeadlines(office.deps, TEST_TENANT)
  expect(await told('dongpu-leader')).toContain('overdue')
  const team = await bodyOf<TeamView>(await (await office.as('dongpu-leader'))('/api/team'))
  expect(team.posts.find(({ postId }) => postId === 'dongpu-clerk')).toMatchObject({ open: 1, overdue: 1 })
})

test('a unit in which all posts fell vacant stands on Today of the nearest above', async () => {
  await reportAt('yunxi')
  expect(await gapsOf('leader')).toEqual([])
  await vacate('yunxi-clerk')
  expect(await gapsOf('leader')).toMatchObject([{ unitId: 'yunxi', matters: 1 }])
})

test('a leader on leave without a deputy stands on Today of the leader above, until somebody stands in', async () => {
  const id = await open('task', 'leader', {
    title: '排查老旧小区消防通道',
    description: '逐栋排查',
    dueOn: '2026-03-31',
    unit: 'dongpu',
  })
  const leave = await open(
    'leave',
    'dongpu-leader',
    {
      title: '东浦镇分管领导公出五天',
      absent: 'dongpu-leader',
      category: 'business',
      head: 'yes',
      from: '2026-03-02',
      until: '2026-03-06',
    },
    'dongpu',
  )
  await take('leader', leave, 'approveAbove')
  expect(id).toBeDefined()
  expect(await gapsOf('leader')).toMatchObject([{ postId: 'dongpu-leader', unitId: 'dongpu' }])
  await take('leader', leave, 'askChange', { askedUntil: '2026-03-06', askedDeputy: 'triage' })
  await take('leader', leave, 'grantChange', { until: '2026-03-06', deputy: 'triage' })
  expect(await gapsOf('leader')).toEqual([])
})
