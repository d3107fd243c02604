import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../domain/matter/command.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { addMilliseconds } from '../../domain/time/time.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { askingProcedure, workingProcedure } from '../../testing/family-procedures.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { runJobs } from '../../workers/run-jobs.ts'
import { databaseFor } from '../connection/connect.ts'
import { readTrackedMatter } from '../read/tracked-matter.ts'
import { handleAndFollow } from './follow-up.ts'
import { handleCommand } from './handle.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty([askingProcedure, workingProcedure])
})
afterAll(() => county?.dispose())
let now = '2026-03-02T01:00:00.000Z'
const pass = (ms: number) => {
  now = addMilliseconds(now, ms)
  county.setNow(now)
}
beforeEach(() => pass(60_000))

const asks = (title = '路灯不亮') =>
  act('clerk', { type: 'OpenMatter', procedure: 'asking', channel: 'window', unitId: 'qinglan', form: { title } })
const act = async (post: string, command: Command, matter?: Matter) =>
  (await handleAndFollow(county.deps, { actor: actorOf(post), command, ...(matter ? { matterId: matter.id } : {}) }))
    .matter
const take = (post: string, matter: Matter, step: string, form: FormValues = {}) =>
  act(post, { type: 'TakeStep', step, form }, matter)
/** The step alone, as when the server dies right after its commit. */
const takeAndDie = async (post: string, matter: Matter, step: string, form: FormValues = {}) =>
  handleCommand(county.deps, { actor: actorOf(post), matterId: matter.id, command: { type: 'TakeStep', step, form } })
const read = async ({ id }: Matter): Promise<Matter> => {
  const { rows } = await county.database.owner.query('select matter from matters where id = $1', [id])
  return rows[0].matter
}
const childrenOf = async ({ id }: Matter): Promise<Matter[]> => {
  const text = `select matter from matters m join matter_links l on l.from_id = m.id where l.to_id = $1 order by m.id`
  return (await county.database.owner.query(text, [id])).rows.map(({ matter }) => matter)
}
const stepsOf = async ({ id }: Matter, step: string): Promise<string[]> => {
  const text = `select event -> 'form' ->> 'words' as words from matter_events where matter_id = $1 and event ->> 'step' = $2`
  return (await county.database.owner.query(text, [id, step])).rows.map(({ words }) => words)
}
const workersRun = async () => {
  pass(10_000)
  return runJobs(county.deps, TEST_TENANT)
}
const routed = async (toUnit = 'xiatang') => {
  const matter = await take('triage', await asks(), 'route', { toUnit })
  const [child] = await childrenOf(matter)
  return { matter, child: child as Matter }
}

describe('what is added to a matter', () => {
  test('reaches at once whoever handles what came of it, and stands on their worklist', async () => {
    const { matter, child } = await routed()
    await take('clerk', matter, 'add', { words: '又掉了两块砖' })
    expect(await stepsOf(child, 'hear')).toEqual(['又掉了两块砖'])
    expect((await read(child)).raised).toMatchObject([{ step: 'hear', to: ['handler@xiatang'] }])
  })

  test('is not lost when the server dies after the commit, and arrives once however often the job runs', async () => {
    const { matter, child } = await routed()
    await takeAndDie('clerk', matter, 'add', { words: '夜里更响' })
    expect(await stepsOf(child, 'hear')).toEqual([])
    expect(await workersRun()).toMatchObject({ failures: [] })
    await county.database.owner.query(`update jobs set done_at = null where kind = 'relay'`)
    await workersRun()
    expect(await stepsOf(child, 'hear')).toEqual(['夜里更响'])
  })

  test('waits for a child that is not open yet', async () => {
    const asked = await asks()
    await takeAndDie('triage', asked, 'route', { toUnit: 'xiatang' })
    await take('clerk', asked, 'add', { words: '来早了' })
    expect(await childrenOf(asked)).toEqual([])
    await workersRun()
    await workersRun()
    const [child] = await childrenOf(asked)
    expect(await stepsOf(child as Matter, 'hear')).toEqual(['来早了'])
  })

  test('follows a child that was passed up to where it lives now, and skips one that is over', async () => {
    const { matter, child } = await routed()
    await take('xiatang-grid', child, 'passUp')
    const [above] = await childrenOf(child)
    await take('clerk', matter, 'add', { words: '还在漏' })
    expect(await stepsOf(child, 'hear')).toEqual([])
    expect(await stepsOf(above as Matter, 'hear')).toEqual(['还在漏'])
  })

  test('is kept from nobody else when one of them cannot be reached, and reaches that one later', async () => {
    const { matter, child } = await routed()
    await take('triage', matter, 'route', { toUnit: 'dongpu' })
    const other = (await childrenOf(matter)).find(({ id }) => id !== child.id)
    const version = `update matters set matter = jsonb_set(matter, '{procedureVersion}', $2) where id = $1`
    await county.database.owner.query(version, [child.id, '99'])
    await take('clerk', matter, 'add', { words: '两处都漏' })
    expect(await stepsOf(other as Matter, 'hear')).toEqual(['两处都漏'])
    await county.database.owner.query(version, [child.id, '1'])
    await workersRun()
    expect(await stepsOf(child, 'hear')).toEqual(['两处都漏'])
    expect(await stepsOf(other as Matter, 'hear')).toEqual(['两处都漏'])
  })
})

test('a question of whoever handles goes back up, also from where the matter was passed up to', async () => {
  const { matter, child } = await routed()
  await take('xiatang-grid', child, 'passUp')
  const [above] = await childrenOf(child)
  await take('dongpu-clerk', above as Matter, 'ask', { words: '哪一盏？' })
  expect(await stepsOf(matter, 'hear')).toEqual(['哪一盏？'])
})

test('a question to a matter that is over already is left out, and nothing stays undone', async () => {
  const worked = await act('handler', {
    type: 'OpenMatter',
    procedure: 'working',
    channel: 'inspection',
    unitId: 'qinglan',
    form: { title: '自己发现的' },
  })
  await take('handler', worked, 'ask', { words: '谁知道？' })
  expect(await workersRun()).toMatchObject({ failures: [] })
})

describe('matters that were merged', () => {
  test('are answered with the joint one, also those merged into one of them before', async () => {
    const [joint, second, third] = [await asks(), await asks(), await asks()]
    await take('clerk', third, 'merge', { into: second.reference })
    await take('clerk', second, 'merge', { into: joint.reference })
    await take('clerk', joint, 'answer', { words: '修好了' })
    expect([await stepsOf(second, 'answerMerged'), await stepsOf(third, 'answerMerged')]).toEqual([
      ['修好了'],
      ['修好了'],
    ])
  })

  test('are on their own again once the merge is undone', async () => {
    const [joint, second] = [await asks(), await asks()]
    await take('clerk', second, 'merge', { into: joint.reference })
    const undone = await take('clerk', second, 'unmerge')
    expect(undone).toMatchObject({ state: 'received', links: [] })
    expect(await childrenOf(joint)).toEqual([])
    await take('clerk', joint, 'answer', { words: '修好了' })
    expect((await read(second)).state).toBe('received')
  })
})

describe('the matter from which another was opened', () => {
  test('goes on waiting when that one was passed up, and is told when what came of it ends', async () => {
    const { matter, child } = await routed()
    await take('xiatang-grid', child, 'passUp')
    const [above] = await childrenOf(child)
    expect(await read(matter)).toMatchObject({
      openChildCount: 1,
      endedChildren: [{ id: child.id, outcome: 'passedUp', to: above?.id }],
    })
    await expect(take('clerk', matter, 'answer', { words: '好了' })).rejects.toMatchObject({ code: 'guard-refused' })
    const tracked = await readTrackedMatter(databaseFor(county.deps.pool, TEST_TENANT), TEST_TENANT, matter.id)
    expect(new Set(tracked?.children.map((each) => each.matter.id))).toEqual(new Set([child.id, above?.id]))
    await take('dongpu-clerk', above as Matter, 'finish')
    expect(await read(matter)).toMatchObject({
      openChildCount: 0,
      endedChildren: [{ id: child.id }, { id: above?.id, outcome: 'done' }],
    })
    expect((await take('clerk', matter, 'answer', { words: '好了' })).group).toBe('done')
  })

  test('learns why one came back, and stands on the worklist of whoever routes until it is routed again', async () => {
    const { matter, child } = await routed()
    await take('xiatang-grid', child, 'giveBack', { why: '归住建局管' })
    const { rows } = await county.database.owner.query(
      `select event ->> 'reason' as reason from matter_events where matter_id = $1 and type = 'ChildClosed'`,
      [matter.id],
    )
    expect(rows).toEqual([{ reason: '归住建局管' }])
    expect((await read(matter)).raised).toMatchObject([{ child: child.reference, to: ['triageOfficer@qinglan'] }])
    const again = await take('triage', matter, 'route', { toUnit: 'yunxi' })
    expect(again).toMatchObject({ raised: [], openChildCount: 1, childCount: 2 })
  })

  test('takes one that was opened elsewhere as its own, waits for it and is told of its end', async () => {
    const matter = await asks()
    const found = await act('handler', {
      type: 'OpenMatter',
      procedure: 'working',
      channel: 'inspection',
      unitId: 'qinglan',
      form: { title: '检查时发现' },
    })
    const adopting = await take('triage', matter, 'adopt', { other: found.reference })
    expect(adopting).toMatchObject({ childCount: 1, openChildCount: 1 })
    expect((await read(found)).links).toMatchObject([{ type: 'childOf', matterId: matter.id }])
    await take('clerk', matter, 'add', { words: '还有一处' })
    expect(await stepsOf(found, 'hear')).toEqual(['还有一处'])
    await take('handler', found, 'finish')
    expect(await read(matter)).toMatchObject({ openChildCount: 0, endedChildren: [{ id: found.id, outcome: 'done' }] })
  })

  test('takes on none that takes others on itself: three in a circle would wait for each other for ever', async () => {
    const [first, second] = [await asks(), await asks()]
    await expect(take('triage', first, 'adopt', { other: second.reference })).rejects.toMatchObject({
      code: 'form-invalid',
      details: { issues: [{ field: 'other', rule: 'takes-others-on' }] },
    })
  })
})
