import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../domain/matter/actor.ts'
import { raisedToRole } from '../../engine/worklist/raised.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { askingProcedure, workingProcedure } from '../../testing/family-procedures.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { playingProcedure } from '../../testing/procedures/playing-procedure.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import { sweepDeadlines } from '../../workers/sweep-deadlines.ts'
import { databaseFor } from '../connection/connect.ts'
import { verifyTenant } from '../verify/verify-tenant.ts'
import { handleAndFollow } from '../write/follow-up.ts'
import { countByKind, countMatters } from './count-matters.ts'
import { listDuplicates } from './duplicates.ts'
import { listMatters } from './list-matters.ts'
import { readToday } from './today.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty([tinyProcedure, playingProcedure, askingProcedure, workingProcedure])
})
afterAll(() => county?.dispose())

const db = () => databaseFor(county.deps.pool, TEST_TENANT)
const rulebook = () => county.deps.rulebooks.of(TEST_TENANT)
const PEOPLE = ['clerk', 'handler', 'verifier', 'leader', 'dongpu-clerk', 'dongpu-leader'] as const

const open = async (procedure: string, title: string) =>
  (
    await handleAndFollow(county.deps, {
      actor: actorOf('clerk'),
      command: { type: 'OpenMatter', procedure, channel: 'window', unitId: 'dongpu', form: { title } },
    })
  ).matter
const step = (matterId: string, name: string, form: Record<string, string> = {}) =>
  handleAndFollow(county.deps, {
    actor: actorOf('handler'),
    matterId,
    command: { type: 'TakeStep', step: name, form },
  })

/** Every number that the county is told. */
async function counts() {
  const { directory } = await rulebook()
  const each = await Promise.all(
    PEOPLE.map(async (person) => {
      const actor = actorOf(person)
      const today = await readToday(db(), actor, county.deps.now(), await rulebook())
      return {
        person,
        all: await countMatters(db(), actor, { limit: 50 }, directory),
        kinds: await countByKind(db(), actor, { limit: 50 }, directory, ['tiny']),
        overdue: await countMatters(db(), actor, { overdue: 'true', limit: 50 }, directory),
        listed: (await listMatters(db(), actor, { limit: 50 }, directory)).rows.length,
        work: today.workCount,
        turned: today.turnedCount,
        sent: today.sentCount,
      }
    }),
  )
  const { rows } = await county.database.owner.query(
    'select unit_id, procedure, state_group, sum(value)::int as n from counters group by 1, 2, 3 having sum(value) <> 0 order by 1, 2, 3',
  )
  return { each, counters: rows }
}

test('an exercise with what it injects leaves every count of the county as it was', async () => {
  await open('tiny', '真的路灯不亮')
  const before = await counts()
  const drill = await open('playing', '防汛演练')
  const { opened } = await step(drill.id, 'inject')
  const [incident] = opened
  expect(incident).toMatchObject({ exercise: true, procedure: 'tiny' })
  expect(await counts()).toEqual(before)

  // It goes on like any other, on time or late, and nobody outside it is alarmed.
  await step(incident?.id ?? '', 'note', { done: '到了现场' })
  county.setNow('2026-03-12T01:00:00.000Z')
  await sweepDeadlines(county.deps, TEST_TENANT)
  const { matter } = await step(incident?.id ?? '', 'handle', { done: '排完了' })
  expect(matter.clocks[0]).toMatchObject({ state: 'met' })
  await step(drill.id, 'close')
  county.setNow('2026-03-02T01:00:00.000Z')
  const after = await counts()
  expect(after.each.map(({ work, all, kinds, listed }) => ({ work, all, kinds, listed }))).toEqual(
    before.each.map(({ work, all, kinds, listed }) => ({ work, all, kinds, listed })),
  )
  expect(after.counters).toEqual(before.counters)
  expect((await verifyTenant(county.deps, TEST_TENANT, () => {})).counters).toEqual([])
})

test('what an exercise showed is put right in earnest, and counts', async () => {
  const drill = await open('playing', '消防演练')
  const { directory } = await rulebook()
  const before = await countMatters(db(), actorOf('clerk'), { limit: 50 }, directory)
  const { opened } = await step(drill.id, 'gap')
  expect(opened[0]?.exercise).toBeUndefined()
  expect(opened[0]?.reference).toMatch(/^SY-/)
  expect((await countMatters(db(), actorOf('clerk'), { limit: 50 }, directory)).count).toBe(before.count + 1)
})

test('exercises are listed where they are asked for, in the ledger of their own kind and on the day of those who play', async () => {
  const drill = await open('playing', '反恐演练')
  const { opened } = await step(drill.id, 'inject')
  const { directory } = await rulebook()
  const list = async (filter: object) =>
    (await listMatters(db(), actorOf('handler'), { limit: 50, ...filter }, directory)).rows
  expect((await list({})).some(({ exercise }) => exercise)).toBe(false)
  expect((await list({ exercise: 'only' })).map(({ id }) => id)).toEqual(
    expect.arrayContaining([drill.id, opened[0]?.id]),
  )
  expect((await list({ exercise: 'only' })).every(({ exercise }) => exercise)).toBe(true)
  expect((await list({ procedure: 'playing' })).map(({ id }) => id)).toContain(drill.id)
  expect((await list({ procedure: 'tiny' })).map(({ id }) => id)).not.toContain(opened[0]?.id)
  const today = await readToday(db(), actorOf('dongpu-clerk'), county.deps.now(), await rulebook())
  expect(today.exercises.map(({ id }) => id)).toEqual(expect.arrayContaining([drill.id, opened[0]?.id]))
})

test('what is played takes no number of the real ones', async () => {
  const drill = await open('playing', '数字演练')
  const { opened } = await step(drill.id, 'inject')
  expect(opened[0]?.reference).toMatch(/^YL-2026-\d{4}$/)
})

test('a report is compared with real ones, what is played with what is played', async () => {
  const drill = await open('playing', '滨河路水管爆裂演练')
  const { opened } = await step(drill.id, 'inject')
  const { directory } = await rulebook()
  const like = { procedure: 'tiny', title: '滨河路水管爆裂演练' }
  const now = county.deps.now()
  expect(await listDuplicates(db(), actorOf('clerk'), like, now, directory)).toEqual([])
  await step(drill.id, 'inject')
  const played = await listDuplicates(db(), actorOf('clerk'), { ...like, matterId: opened[0]?.id }, now, directory)
  expect(played.map(({ reference }) => reference.slice(0, 2))).toEqual(['YL'])
})

test('an exercise and what is in earnest are never merged', async () => {
  const asking = async (title: string, exercise?: true) =>
    (
      await handleAndFollow(county.deps, {
        actor: exercise ? systemActor(TEST_TENANT) : actorOf('clerk'),
        command: {
          type: 'OpenMatter',
          procedure: 'asking',
          channel: 'window',
          unitId: 'qinglan',
          form: { title },
          ...(exercise ? { exercise } : {}),
        },
      })
    ).matter
  const played = await asking('演练里的反映', true)
  const real = await asking('真的反映')
  const merge = (into: string, matterId: string) =>
    handleAndFollow(county.deps, {
      actor: actorOf('clerk'),
      matterId,
      command: { type: 'TakeStep', step: 'merge', form: { into } },
    })
  for (const [into, from] of [
    [played, real],
    [real, played],
  ] as const)
    await expect(merge(into.reference, from.id)).rejects.toMatchObject({
      code: 'form-invalid',
      details: { issues: [{ field: 'into', rule: 'in-exercise' }] },
    })
})

test('an exercise that is overdue is raised to those who play and to nobody above them', async () => {
  const { directory } = await rulebook()
  const late = { unitId: 'xiatang', originUnitId: 'xiatang' }
  expect(raisedToRole('leader', late, directory)).toEqual(['leader@dongpu'])
  expect(raisedToRole('leader', { ...late, exercise: true }, directory)).toEqual([])
  expect(raisedToRole('leader', { ...late, originUnitId: 'dongpu', exercise: true }, directory)).toEqual([
    'leader@dongpu',
  ])
})
