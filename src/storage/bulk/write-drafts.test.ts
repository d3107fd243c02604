import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { derivedId } from '../write/ids.ts'
import { continueDraft, type Draft } from './bulk-draft.ts'
import { writeDrafts } from './write-drafts.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county?.dispose())

test('of what follows from drafts only what their writer did itself counts as done: shredding still has its day', async () => {
  const rulebook = await county.deps.rulebooks.of(TEST_TENANT)
  const grounds = { tenant: TEST_TENANT, rulebook, keys: county.deps.keys }
  const identity = { matterId: derivedId(0, 'drafts-test'), reference: 'SY-2026-0001' }
  const form = { title: '路灯不亮', reporter: '张示例' }
  const course: [Command, Actor][] = [
    [{ type: 'OpenMatter', procedure: 'tiny', channel: 'window', unitId: 'dongpu', form }, actorOf('clerk')],
    [{ type: 'TakeStep', step: 'handle', form: { done: '换了灯泡' } }, actorOf('handler')],
    [{ type: 'TakeStep', step: 'close' }, actorOf('verifier')],
  ]
  let draft: Draft | undefined
  course.forEach(([command, actor], day) => {
    draft = continueDraft(grounds, draft, { command, actor, now: `2026-03-0${day + 2}T01:00:00.000Z`, identity })
  })
  await writeDrafts(county.deps, [draft as unknown as Draft], { tenant: TEST_TENANT, rulebook, followed: true })
  const { rows } = await county.database.owner.query('select kind, done_at from jobs')
  expect(rows).toEqual([{ kind: 'shred-fields', done_at: null }])
})
