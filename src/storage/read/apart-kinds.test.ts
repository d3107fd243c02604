import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, POSTS, TEST_TENANT } from '../../testing/people.ts'
import { databaseFor } from '../connection/connect.ts'
import { handleCommand } from '../write/handle.ts'
import { countByKind } from './count-matters.ts'
import { listDuplicates } from './duplicates.ts'
import { getMatter } from './get-matter.ts'
import { listMatters } from './list-matters.ts'
import { readToday } from './today.ts'

/** Kinds that nobody above their units sees, each as one post opens it, and every post that sees it then. */
const KINDS: readonly (readonly [
  procedure: string,
  opener: string,
  unit: string,
  form: FormValues,
  seen: readonly string[],
])[] = [
  [
    'counselling',
    'dongpu-mediator',
    'dongpu',
    { title: '心理疏导转介', raisedBy: 'self' },
    ['dongpu-clerk', 'dongpu-mediator'],
  ],
  [
    'integrity',
    'court-judge',
    'qinglan',
    {
      category: 'interference',
      title: '3月2日填报一件',
      unit: 'qinglan',
      happenedOn: '2026-03-02',
      means: 'phone',
      person: '某领导（示例）',
      content: '打电话要求快判。',
      affects: 'no',
      named: [{ post: 'leader' }],
    },
    ['auditor', 'court-judge'],
  ],
]

let county: TestCounty
const opened = new Map<string, Matter>()
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
  for (const [procedure, opener, unitId, form] of KINDS) {
    const command = { type: 'OpenMatter', procedure, channel: 'window', unitId, form } as const
    opened.set(procedure, (await handleCommand(county.deps, { actor: actorOf(opener), command })).matter)
  }
})
afterAll(() => county?.dispose())

describe.each(KINDS)('a matter of the kind %s', (procedure, _, __, form, seers) => {
  test.each(POSTS.map(({ id }) => [id]))('is, for %s, at every door or at none', async (post) => {
    const actor = actorOf(post)
    const db = databaseFor(county.deps.pool, TEST_TENANT)
    const rulebook = await county.deps.rulebooks.of(TEST_TENANT)
    const { directory } = rulebook
    const { id } = opened.get(procedure) as Matter
    const isIn = (rows: readonly { id: string }[]) => rows.some((row) => row.id === id)
    const title = String(form['title'])
    const open = getMatter(db, actor, id, rulebook)
    const [listed, found, same, today, counts, page] = await Promise.all([
      listMatters(db, actor, { limit: 100 }, directory),
      listMatters(db, actor, { limit: 100, text: title }, directory),
      listDuplicates(db, actor, { procedure, title }, county.deps.now(), directory),
      readToday(db, actor, county.deps.now(), rulebook),
      countByKind(db, actor, { limit: 10 }, directory, [procedure]),
      open.then(
        () => true,
        () => false,
      ),
    ])
    const sees = seers.includes(post)
    expect([isIn(listed.rows), isIn(found.rows), isIn(same), counts[0]?.all, page]).toEqual([
      sees,
      sees,
      sees,
      sees ? 1 : 0,
      sees,
    ])
    if (!sees) expect([...today.work, ...today.turnedOverdue, ...today.sent].filter((row) => row.id === id)).toEqual([])
  })
})
