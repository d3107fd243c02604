import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../../domain/matter/actor.ts'
import type { Command } from '../../../domain/matter/command.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { type TestCounty, testCounty } from '../../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../../testing/people.ts'
import { apartProcedure } from '../../../testing/procedures/apart-procedure.ts'
import { tinyProcedure } from '../../../testing/tiny-procedure.ts'
import { databaseFor } from '../../connection/connect.ts'
import { handleCommand } from '../../write/handle.ts'
import { countByKind, countMatters } from '../count-matters.ts'
import { listMatters } from '../list-matters.ts'

const done = { kind: 'longText', title: { zh: '做了什么', en: 'What was done' }, required: true } as const
const told: Procedure = {
  ...tinyProcedure,
  forms: { ...tinyProcedure.forms, done: { title: tinyProcedure.title, fields: { done } } },
}

let county: TestCounty
beforeAll(async () => {
  county = await testCounty([told, apartProcedure])
})
afterAll(() => county?.dispose())

const act = async (post: string, command: Command, matterId?: string) =>
  (await handleCommand(county.deps, { actor: actorOf(post), command, ...(matterId ? { matterId } : {}) })).matter

const open = (title: string, procedure = 'tiny', form: object = {}) =>
  act('clerk', { type: 'OpenMatter', procedure, channel: 'window', unitId: 'dongpu', form: { title, ...form } })

const order = (matterId: string, what: 'restrict' | 'release' | 'erase') =>
  handleCommand(county.deps, {
    actor: systemActor(TEST_TENANT),
    matterId,
    command: { type: 'OrderData', order: what, orderedBy: '00000000-0000-7000-8000-000000000001', reason: '按决定' },
  })

async function search(text: string, post = 'clerk', limit = 50) {
  const { directory } = await county.deps.rulebooks.of(TEST_TENANT)
  const db = databaseFor(county.deps.pool, TEST_TENANT)
  const actor = actorOf(post)
  const [{ rows }, { count }, kinds] = await Promise.all([
    listMatters(db, actor, { text, limit }, directory),
    countMatters(db, actor, { text, limit }, directory),
    countByKind(db, actor, { text, limit }, directory, ['tiny', 'apart']),
  ])
  const byKind = kinds.reduce((sum, { all }) => sum + all, 0)
  if (rows.length < limit) expect([count, byKind], text).toEqual([rows.length, rows.length])
  return rows.map(({ title }) => title).sort()
}

/** A matter that was worked on and ended, with these words at its first step. */
async function ended(title: string, words: string) {
  const { id } = await open(title)
  await act('handler', { type: 'TakeStep', step: 'handle', form: { done: words } }, id)
  await act('verifier', { type: 'TakeStep', step: 'close', form: {} }, id)
  return id
}

test('a matter is found by what was written at any of its steps, with other words of its title, and by nobody who does not see it', async () => {
  const { id } = await open('甲路口积水')
  await act('handler', { type: 'TakeStep', step: 'note', form: { done: '抽水泵（２号）借自邻村\n已经接好电源' } }, id)
  expect(await search('水泵')).toEqual(['甲路口积水'])
  expect(await search('抽水泵(2号)借自邻村')).toEqual(['甲路口积水'])
  expect(await search('积水 接好电源')).toEqual(['甲路口积水'])
  expect(await search('水泵 塌方')).toEqual([])
  expect(await search('邻村借自')).toEqual([])
  expect(await search('接好电源', 'yunxi-clerk')).toEqual([])
  expect(await search('接好电源', 'dongpu-leader')).toEqual(['甲路口积水'])
})

test('titles and stories are found together, each matter once', async () => {
  const { id } = await open('乙桥栏杆松动')
  await act('handler', { type: 'TakeStep', step: 'note', form: { done: '栏杆松动，已经加固' } }, id)
  await act('handler', { type: 'TakeStep', step: 'note', form: { done: '栏杆松动处又看过一次' } }, id)
  const other = await open('丙桥有人反映')
  await act('handler', { type: 'TakeStep', step: 'note', form: { done: '不是栏杆松动，是桥面破损' } }, other.id)
  expect(await search('栏杆松动')).toEqual(['丙桥有人反映', '乙桥栏杆松动'])
  expect(await search('栏杆松动', 'clerk', 1)).toHaveLength(1)
})

test('neither sealed answers nor what the reporter gave of themselves, nor the names of questions, are found', async () => {
  await open('丁事项', 'tiny', { phone: '电话在门卫室转接', reporter: '某某反映人' })
  for (const words of ['门卫室转接', '某某反映人', '做了什么', 'phone', 'done']) expect(await search(words)).toEqual([])
})

test('answers given apart are not found, by their own author neither, until a step lays them open', async () => {
  const { id } = await open('戊评议', 'apart')
  const panel = [{ post: 'mediator' }, { post: 'handler' }]
  await act('clerk', { type: 'TakeStep', step: 'ask', form: { panellists: panel } }, id)
  const why = '缺少现场照片'
  await act('handler', { type: 'TakeStep', step: 'score', form: { score: 80, why } }, id)
  expect(await search('缺少现场照片')).toEqual([])
  expect(await search('缺少现场照片', 'handler')).toEqual([])
  await act('mediator', { type: 'TakeStep', step: 'score', form: { score: 82 } }, id)
  await act('clerk', { type: 'TakeStep', step: 'openScores', form: {} }, id)
  expect(await search('缺少现场照片')).toEqual(['戊评议'])
})

test('what is restricted is not found until it is released, and what was made anonymous never again', async () => {
  const id = await ended('己沟渠清淤', '清淤三百方，弃土运往砖厂')
  expect(await search('弃土运往砖厂')).toEqual(['己沟渠清淤'])
  await order(id, 'restrict')
  expect(await search('弃土运往砖厂')).toEqual([])
  await order(id, 'release')
  expect(await search('弃土运往砖厂')).toEqual(['己沟渠清淤'])
  await order(id, 'erase')
  expect(await search('弃土运往砖厂')).toEqual([])
})
