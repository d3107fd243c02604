import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../../domain/matter/command.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import { present } from '../../../domain/present.ts'
import type { FormValues } from '../../../domain/procedure/form.ts'
import { COVERAGE_FIGURES } from '../../../domain/views/coverage-view.ts'
import { PROCEDURES } from '../../../procedures/all.ts'
import { STARTERS } from '../../../procedures/starters/starters.ts'
import { type TestCounty, testCounty } from '../../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../../testing/people.ts'
import { databaseFor } from '../../connection/connect.ts'
import { handleAndFollow } from '../../write/follow-up.ts'
import { listMatters } from '../list-matters.ts'
import { readCoverage } from './coverage.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
})
afterAll(() => county?.dispose())

async function act(post: string, command: Command, matterId?: string): Promise<Matter> {
  const { matter } = await handleAndFollow(county.deps, { actor: actorOf(post), command, ...present({ matterId }) })
  return matter
}
const opens = (post: string, procedure: string, form: FormValues, unitId = 'qinglan') =>
  act(post, { type: 'OpenMatter', procedure, channel: 'window', unitId, form })
const takes = (post: string, { id }: Matter, step: string, form?: FormValues) =>
  act(post, { type: 'TakeStep', step, ...present({ form }) }, id)

async function record(procedure: string, form: FormValues): Promise<Matter> {
  return takes('triage', await opens('inspector', procedure, form), 'publish')
}
const shop = (name: string, placeUnit: string, category = 'smallShop') =>
  record('site', { name, category, address: `${name}门口`, placeUnit })

test('how far a campaign has come, each figure the number of rows behind it', async () => {
  const { key: _, ...starter } = STARTERS[0] ?? { key: '', procedure: '', form: {} }
  const checklist = await record(starter.procedure, starter.form)
  const [first] = [await shop('一店', 'xiatang'), await shop('二店', 'dongpu'), await shop('三店', 'yunxi')]
  await shop('工地', 'dongpu', 'site')
  const campaign = await takes(
    'leader',
    await opens('clerk', 'campaign', {
      title: '九小场所整治',
      category: 'nineSmall',
      goal: '应查尽查',
      placeTypes: ['smallShop'],
      units: [
        { unit: 'dongpu', duty: '查' },
        { unit: 'yunxi', duty: '查' },
      ],
      selfCheckBy: '2026-12-01',
      sweepBy: '2026-12-10',
      rectifyBy: '2026-12-30',
    }),
    'approve',
    { planOpinion: '同意' },
  )
  const visit = await opens('inspector', 'inspection', {
    site: first?.reference ?? '',
    checklist: checklist.reference,
    campaign: campaign.reference,
    category: 'electric',
    source: 'special',
    plannedOn: '2026-12-05',
  })
  const figures = async () => {
    const rulebook = await county.deps.rulebooks.of(TEST_TENANT)
    const db = databaseFor(county.deps.pool, TEST_TENANT)
    const actor = actorOf('leader')
    const view = await readCoverage(db, actor, campaign.id, rulebook)
    for (const row of view.rows)
      for (const figure of COVERAGE_FIGURES) {
        const filter = { sweep: campaign.reference, figure, place: row.unitId, limit: 50 }
        const { rows } = await listMatters(db, actor, filter, rulebook.directory)
        expect(rows, `${row.unitId} ${figure}`).toHaveLength(row[figure])
      }
    return view.rows
  }
  expect(await figures()).toMatchObject([
    { unitId: 'dongpu', toCheck: 2, checked: 0, left: 2, found: 0 },
    { unitId: 'yunxi', toCheck: 1, checked: 0, left: 1, found: 0 },
  ])
  const asked = ['1', '2', '4', '5', '6', '8', '9', '10', '11']
  await takes('inspector', visit, 'check', {
    checkedOn: county.deps.now().slice(0, 10),
    inspectors: '检查一组',
    sheet: asked.map((no) => (no === '6' ? { no, result: 'failed', finding: '私拉电线' } : { no, result: 'ok' })),
  })
  expect(await figures()).toMatchObject([
    { unitId: 'dongpu', toCheck: 2, checked: 1, left: 1, found: 1, fixed: 0, majorLeft: 0 },
    { unitId: 'yunxi', checked: 0 },
  ])
})
