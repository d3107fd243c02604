import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PROCEDURES } from '../../procedures/all.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { handleCommand } from '../write/handle.ts'
import { verifyTenant } from './verify-tenant.ts'

let county: TestCounty
let id: string

beforeEach(async () => {
  county = await testCounty(PROCEDURES)
  const actor = actorOf('clerk')
  const form = {
    title: '码头护栏缺口',
    category: 'safety',
    description: '缺口旁是放学路。',
    place: '东浦码头',
    placeUnit: 'xiatang',
  }
  const opened = await handleCommand(county.deps, {
    actor,
    command: { type: 'OpenMatter', procedure: 'report', channel: 'window', unitId: 'dongpu', form },
  })
  id = opened.matter.id
  await handleCommand(county.deps, {
    actor,
    matterId: id,
    command: { type: 'TakeStep', step: 'accept', form: { difficulty: 'ordinary' } },
  })
  await handleCommand(county.deps, {
    actor,
    matterId: id,
    command: { type: 'TakeStep', step: 'recordProgress', form: { progress: '已到现场。' } },
  })
})
afterEach(() => county.dispose())

/** The owner of the tables is the one who could tamper; the application may not even update events. */
const tamper = (sql: string) => county.database.owner.query(sql, [id])
const verify = () => verifyTenant(county.deps, TEST_TENANT, () => {})

describe('verifying a tenant', () => {
  test('records that nobody touched are whole', async () => {
    expect(await verify()).toEqual({ matters: 1, events: 3, broken: 0, examples: [], counters: [], beside: [] })
  })

  test.each([
    [
      'a changed event',
      `update matter_events set event = jsonb_set(event::jsonb, '{form,progress}', '"没有去。"')::json where matter_id = $1 and version = 3`,
      { rule: 'chain-broken', at: '3' },
    ],
    [
      'a removed event in the middle',
      'delete from matter_events where matter_id = $1 and version = 2',
      { rule: 'chain-broken', at: '2' },
    ],
    [
      'a removed last event',
      'delete from matter_events where matter_id = $1 and version = 3',
      { rule: 'chain-cut-short', at: '3' },
    ],
    [
      'swapped events',
      'update matter_events set version = case version when 2 then 30 when 3 then 20 end where matter_id = $1 and version > 1',
      { rule: 'chain-broken', at: '2' },
    ],
    [
      'another time beside an event',
      `update matter_events set at = at + interval '1 hour' where matter_id = $1 and version = 2`,
      { rule: 'chain-broken', at: '2' },
    ],
    [
      'a changed row',
      `update matters set matter = jsonb_set(matter, '{title}', '"码头"') where id = $1`,
      { rule: 'row-differs', at: 'matter' },
    ],
    ['a changed column', `update matters set state = 'closed' where id = $1`, { rule: 'column-differs', at: 'state' }],
    [
      'a moved deadline',
      `update deadlines set due_at = due_at + interval '30 days' where matter_id = $1 and deadline = 'handle'`,
      { rule: 'deadline-differs', at: 'handle#1' },
    ],
    [
      'a removed deadline',
      `delete from deadlines where matter_id = $1 and deadline = 'handle'`,
      { rule: 'deadline-differs', at: 'handle#1' },
    ],
    ['no events at all', 'delete from matter_events where matter_id = $1', { rule: 'events-missing', at: '1' }],
  ])('finds %s', async (_, sql, fault) => {
    await tamper(sql)
    const found = await verify()
    expect(found.broken).toBe(1)
    expect(found.examples).toMatchObject([{ id, fault }])
  })

  test('finds a count that is not what is there', async () => {
    await county.database.owner.query(
      `update counters set value = value + 1 where procedure = 'report' and state_group = 'open'`,
    )
    expect((await verify()).counters).toMatchObject([{ procedure: 'report', group: 'open', counted: 1, recorded: 2 }])
  })
})
