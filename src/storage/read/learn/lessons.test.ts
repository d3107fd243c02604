import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../../domain/matter/command.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import { present } from '../../../domain/present.ts'
import type { FormValues } from '../../../domain/procedure/form.ts'
import { CAME_BACK_FIGURES } from '../../../domain/views/came-back-view.ts'
import { PROCEDURES } from '../../../procedures/all.ts'
import { type TestCounty, testCounty } from '../../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../../testing/people.ts'
import { databaseFor } from '../../connection/connect.ts'
import { handleAndFollow } from '../../write/follow-up.ts'
import { listMatters } from '../list-matters.ts'
import { readCameBack, readLearned } from './lessons.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
})
afterAll(() => county?.dispose())
const on = (day: string) => county.setNow(`${day}T02:00:00.000Z`)

async function act(post: string, command: Command, matterId?: string): Promise<Matter> {
  const { matter } = await handleAndFollow(county.deps, { actor: actorOf(post), command, ...present({ matterId }) })
  return matter
}
const opens = (post: string, procedure: string, form: FormValues) =>
  act(post, { type: 'OpenMatter', procedure, channel: 'window', unitId: 'qinglan', form })
const takes = (post: string, { id }: Matter, step: string, form: FormValues = {}) =>
  act(post, { type: 'TakeStep', step, form }, id)
const hazard = (placeUnit: string, title = '烟道油污', category = 'fire') =>
  opens('inspector', 'hazard', { title, category, description: '油污很厚', place: '饭店街', placeUnit })
const childrenOf = async ({ id }: Matter): Promise<Matter[]> =>
  (
    await county.database.owner.query(
      'select matter from matters m join matter_links l on l.from_id = m.id where l.to_id = $1 order by m.unit_path',
      [id],
    )
  ).rows.map(({ matter }) => matter)

async function lesson(title: string): Promise<Matter> {
  const drawn = await opens('reviewer', 'lesson', { title, lesson: '烟道没有人看', unit: 'qinglan' })
  await takes('reviewer', drawn, 'propose', {
    category: 'none',
    namedUnits: [{ unit: 'dongpu' }, { unit: 'yunxi' }],
    findingCategory: 'fire',
    findingItem: '烟道油污',
    checkBy: '2026-06-20',
  })
  return takes('triage', drawn, 'adopt', { decision: '都查一遍' })
}
const answer = async (post: string, check: Matter) => {
  await takes(post, check, 'answer', { result: 'notHere', checkedPlaces: 3, how: '逐家看过' })
  return takes('leader', check, 'confirm', { confirmation: '属实' })
}
const view = async (matter: Matter) => {
  const rulebook = await county.deps.rulebooks.of(TEST_TENANT)
  const [db, actor] = [databaseFor(county.deps.pool, TEST_TENANT), actorOf('leader')]
  const seen = await readCameBack(db, actor, matter.id, rulebook)
  for (const figure of CAME_BACK_FIGURES) {
    const list = async (place?: string) =>
      (
        await listMatters(
          db,
          actor,
          { sweep: matter.reference, figure, limit: 50, ...present({ place }) },
          rulebook.directory,
        )
      ).rows
    expect(await list(), figure).toHaveLength(seen[figure])
    for (const unit of seen.units)
      if (figure in unit)
        expect(await list(unit.unitId), `${unit.unitId} ${figure}`).toHaveLength(unit[figure as 'since'])
  }
  return seen
}

test('a lesson says unit by unit what was found before it answered and since, each figure the number of rows behind it', async () => {
  on('2024-12-01')
  await hazard('xiatang')
  on('2026-05-01')
  await hazard('xiatang')
  await hazard('xiatang', '通道堵塞')
  await hazard('xiatang', '烟道油污', 'gas')
  on('2026-06-01')
  const drawn = await lesson('烟道没有列入检查')
  expect(await view(drawn)).toMatchObject({ checks: 2, checksDone: 0, checksOpen: 2, before: 0, since: 0 })

  // Dongpu answers; what is found there later came back, what is found in Yunxi, which has not answered, did not.
  const [dongpu] = await childrenOf(drawn)
  on('2026-06-05')
  await answer('dongpu-clerk', dongpu as Matter)
  on('2026-06-10')
  await hazard('qingshi')
  await hazard('beitang')
  const dismissed = await hazard('qingshi')
  await county.database.owner.query(
    `update matters set matter = jsonb_set(matter, '{outcome}', '"notHazard"') where id = $1`,
    [dismissed.id],
  )
  const seen = await view(drawn)
  // More than twelve months before, another item and another category do not count.
  expect(seen).toMatchObject({ checksDone: 1, checksOpen: 1, checksLate: 0, foundToo: 0, before: 1, since: 1 })
  expect(seen.units).toMatchObject([
    { unitId: 'dongpu', group: 'done', before: 1, since: 1, late: false },
    { unitId: 'yunxi', group: 'open', before: 0, since: 0 },
  ])
})

test('what came back stands first among the lessons, and a cancelled check is no answer', async () => {
  on('2026-06-11')
  const other = await lesson('出口锁闭没有列入检查')
  const [first] = await childrenOf(other)
  await takes('leader', first as Matter, 'cancel', { reason: '不用查' })
  expect(await view(other)).toMatchObject({ checks: 2, checksDone: 0, checksOpen: 1 })
  const rulebook = await county.deps.rulebooks.of(TEST_TENANT)
  const learned = await readLearned(databaseFor(county.deps.pool, TEST_TENANT), actorOf('leader'), rulebook)
  expect(learned).toMatchObject({
    lessonKinds: ['lesson'],
    reviews: ['aar'],
    rectifications: ['rectification'],
    lessons: [{ title: '烟道没有列入检查' }, { title: '出口锁闭没有列入检查' }],
  })
})

test('a reader counts only what they see', async () => {
  const rulebook = await county.deps.rulebooks.of(TEST_TENANT)
  const db = databaseFor(county.deps.pool, TEST_TENANT)
  const { lessons } = await readLearned(db, actorOf('yunxi-clerk'), rulebook)
  // Yunxi sees its own check and not what was found in Dongpu.
  expect(lessons.find(({ title }) => title === '烟道没有列入检查')).toMatchObject({ checks: 1, since: 0 })
})
