import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROCEDURES } from '../../procedures/all.ts'
import { STARTERS } from '../../procedures/starters/starters.ts'
import { handleCommand } from '../../storage/write/handle.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { takeOver } from './take-over.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
})
afterAll(() => county?.dispose())

const site = (checklist: string) => ({
  actor: actorOf('triage'),
  command: {
    type: 'OpenMatter',
    procedure: 'site',
    channel: 'window',
    unitId: 'qinglan',
    form: { name: checklist, category: 'other', address: '县城', placeUnit: 'dongpu' },
  } as const,
})

test('an office takes over what comes with the program once, as records that somebody there approves', async () => {
  const first = await takeOver(county.deps, TEST_TENANT, STARTERS)
  expect(first.map(({ reference }) => reference)).not.toContain(undefined)
  expect(await takeOver(county.deps, TEST_TENANT, STARTERS)).toEqual(STARTERS.map(({ key }) => ({ key })))
  const reference = String(first[1]?.reference)
  const { matter } = await handleCommand(county.deps, site('核对'))
  const link = { type: 'triggers', reference } as const
  const linked = await handleCommand(county.deps, {
    actor: actorOf('triage'),
    command: { type: 'AddLink', link },
    matterId: matter.id,
  })
  const approved = await handleCommand(county.deps, {
    actor: actorOf('triage'),
    command: { type: 'TakeStep', step: 'publish' },
    matterId: String(linked.matter.links[0]?.matterId),
  })
  expect(approved.matter).toMatchObject({ state: 'inForce', title: '危险化学品单位检查表' })
})
