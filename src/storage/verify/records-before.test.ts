import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson } from '../../engine/record/canonical-json.ts'
import { wholeLinkHash } from '../../engine/record/chain.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { databaseFor } from '../connection/connect.ts'
import { listEvents } from '../read/get-matter.ts'
import { handleCommand } from '../write/handle.ts'
import { sha256 } from '../write/ids.ts'
import { verifyTenant } from './verify-tenant.ts'

const MIGRATION = join(import.meta.dirname, '../schema/migrations/0041_leaner_events.sql')

let county: TestCounty
let id: string

beforeAll(async () => {
  county = await testCounty(PROCEDURES)
  const form = {
    title: '码头护栏缺口',
    category: 'safety',
    description: '缺口旁是放学路。',
    place: '东浦码头',
    placeUnit: 'xiatang',
  }
  const opening = { type: 'OpenMatter', procedure: 'report', channel: 'window', unitId: 'dongpu', form } as const
  id = (await handleCommand(county.deps, { actor: actorOf('clerk'), command: opening })).matter.id
  await step('accept', { difficulty: 'ordinary' })
})

afterAll(() => county?.dispose())

const step = (name: string, form: Record<string, string>) =>
  handleCommand(county.deps, {
    actor: actorOf('clerk'),
    matterId: id,
    command: { type: 'TakeStep', step: name, form },
  })
const verify = () => verifyTenant(county.deps, TEST_TENANT, () => {})

/** Puts the tables back to what the release before made, with its rows: events that say everything, hashes as letters. */
async function asBefore(): Promise<void> {
  const { owner } = county.database
  const events = await listEvents(databaseFor(county.deps.pool, TEST_TENANT), TEST_TENANT, id)
  await owner.query(`drop view told; drop index matter_events_told;
    alter table matter_events drop constraint matter_events_hash_check;
    alter table matter_events alter column event type jsonb using event::jsonb, alter column hash type text using encode(hash, 'hex');
    drop view ledger;
    alter table matters drop constraint matters_head_check;
    alter table matters alter column head type text using encode(head, 'hex');
    create view ledger as select * from matters where tenant = current_setting('anlan.tenant', true);
    grant select on ledger to anlan_app`)
  let hash = ''
  for (const { version, event } of events) {
    hash = wholeLinkHash(hash, canonicalJson(event), sha256)
    const values = [id, version, JSON.stringify(event), hash]
    await owner.query('update matter_events set event = $3, hash = $4 where matter_id = $1 and version = $2', values)
  }
  await owner.query('update matters set head = $2 where id = $1', [id, hash])
}

test('records of the release before are whole after the upgrade, and their chain goes on', async () => {
  await asBefore()
  await county.database.owner.query(await readFile(MIGRATION, 'utf8'))
  const whole = { matters: 1, broken: 0, examples: [], counters: [], beside: [] }
  expect(await verify()).toEqual({ ...whole, events: 2 })

  // A connection that was open over the change asks for the types anew.
  await step('recordProgress', { progress: '已到现场。' })
  expect(await verify()).toEqual({ ...whole, events: 3 })

  const { owner } = county.database
  await owner.query(
    `update matter_events set event = jsonb_set(event::jsonb, '{form,difficulty}', '"simple"')::json where matter_id = $1 and version = 2`,
    [id],
  )
  expect((await verify()).examples).toMatchObject([{ id, fault: { rule: 'chain-broken', at: '2' } }])
})
