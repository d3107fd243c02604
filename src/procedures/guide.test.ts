import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { begin } from '../demo/load-matters.ts'
import { yearOfOpenings } from '../demo/openings.ts'
import type { Procedure } from '../domain/procedure/procedure.ts'
import { openSteps } from '../engine/decide/open-steps.ts'
import { faultsOf } from '../engine/definition/faults-of.ts'
import { demoWorld } from '../testing/demo-world.ts'
import { given, TEST_RULEBOOK } from '../testing/given.ts'
import { actorOf } from '../testing/people.ts'
import { PROCEDURES } from './all.ts'

const ROOT = join(import.meta.dirname, '../..')

let folder: string
let patrol: Procedure
let all: readonly Procedure[]

// The registry that a reader of the guide ends up with: its folder beside ours, and its line in the list.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-guide-'))
  const guide = await readFile(join(ROOT, 'docs/how-to-add-a-procedure.md'), 'utf8')
  const [, path = '', code = ''] = /`src\/procedures\/(\S+)`\n\n```ts\n(.*?)```/s.exec(guide) ?? []
  const file = join(folder, path)
  await mkdir(join(file, '..'), { recursive: true })
  const ours = (depth: string) => pathToFileURL(join(ROOT, depth)).href
  await writeFile(
    file,
    code.replaceAll("'../../../", `'${ours('src')}/`).replaceAll("'../../", `'${ours('src/procedures')}/`),
  )
  patrol = ((await import(pathToFileURL(file).href)) as { patrolV1: Procedure }).patrolV1
  all = [...PROCEDURES, patrol]
})
afterAll(() => rm(folder, { recursive: true }))

test('the example of the guide has no fault, and none of the others gets one by it', () => {
  expect(faultsOf(patrol, all)).toEqual([])
  expect(PROCEDURES.flatMap((procedure) => faultsOf(procedure, all))).toEqual([])
})

test('its matters are offered to those it names, and go their way', () => {
  const rulebook = { ...TEST_RULEBOOK, procedures: all }
  const form = { title: '巡河', category: 'river', place: '青石桥' }
  const walked = given(patrol, 'inspector', form, { at: '2026-07-02T01:00:00.000Z', rulebook })
  const offers = openSteps(patrol, walked.matter(), actorOf('inspector'), rulebook, '2026-07-02T02:00:00.000Z')
  expect(offers.filter(({ open, step }) => open && !step.aside).map(({ id }) => id)).toEqual(['write'])
  walked.takes('inspector', 'write', { finding: '没有异常' }).takes('verifier', 'check').isIn('checked')
})

test('the demo county has matters of it, told from its definition alone', () => {
  const world = demoWorld(20_260_304, all)
  const openings = yearOfOpenings(world.context.rulebook, 'qinglan', world.now, world.dice).filter(
    ({ procedure }) => procedure === 'patrol',
  )
  expect(openings.length).toBeGreaterThan(2)
  for (const opening of openings) begin(world, opening)
  expect(openings.every(({ at }) => at.slice(0, 10) >= '2026-06-30')).toBe(true)
  expect(world.refusals).toEqual([])
  const outcomes = world.drafts.map(({ matter }) => matter.outcome)
  expect(outcomes.filter((outcome) => outcome === 'checked').length).toBeGreaterThan(openings.length / 2)
  expect(world.drafts[0]?.matter).toMatchObject({ procedure: 'patrol', title: expect.stringContaining('巡查') })
})
