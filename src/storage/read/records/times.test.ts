import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FormValues } from '../../../domain/procedure/form.ts'
import { PROCEDURES } from '../../../procedures/all.ts'
import { type TestCounty, testCounty } from '../../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../../testing/people.ts'
import { databaseFor } from '../../connection/connect.ts'
import { handleCommand } from '../../write/handle.ts'
import { viewMatter } from '../get-matter.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
})
afterAll(() => county?.dispose())

const open = async (procedure: string, form: FormValues, day: string, aboutUnitId?: string) => {
  const command = {
    type: 'OpenMatter',
    procedure,
    channel: 'window',
    unitId: 'qinglan',
    form,
    ...(aboutUnitId ? { aboutUnitId } : {}),
  } as const
  const now = `2026-${day}T01:00:00.000Z`
  return (await handleCommand(county.deps, { actor: actorOf('inspector'), command, now })).matter
}

test('how often something was found at a place does not count what came of a complaint: the number would tell of it', async () => {
  const address = { category: 'smallShop', name: '后街小店', address: '东浦镇后街1号', placeUnit: 'dongpu' }
  const site = await open('site', address, '01-04')
  await handleCommand(county.deps, {
    actor: actorOf('triage'),
    matterId: site.id,
    command: { type: 'TakeStep', step: 'publish' },
  })
  const found = {
    title: '通道堵塞',
    category: 'electric',
    description: '堆放货物',
    site: site.reference,
    place: '后街',
  }
  await open('hazard', found, '01-05')
  await open('hazard', found, '02-02', 'dongpu')
  const last = await open('hazard', found, '03-02')
  const rulebook = await county.deps.rulebooks.of(TEST_TENANT)
  const db = databaseFor(county.deps.pool, TEST_TENANT)
  const view = await viewMatter(db, actorOf('inspector'), last.reference, county.deps.now(), rulebook)
  expect(view.times).toEqual({ timesHere: 2 })
  const grade = { type: 'TakeStep', step: 'grade', form: { level: 'general', criterion: '第3条' } } as const
  const { matter } = await handleCommand(county.deps, {
    actor: actorOf('inspector'),
    matterId: last.id,
    command: grade,
    now: '2026-03-03T01:00:00.000Z',
  })
  expect(matter.fields).toMatchObject({ timesHere: 2 })
})
