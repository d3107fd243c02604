import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMilliseconds } from '../../domain/time/time.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { leaveAlone } from '../../storage/due/due-matters.ts'
import { verifyTenant } from '../../storage/verify/verify-tenant.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { randomCounty } from '../../testing/oracle/random-county.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { timedProcedure } from '../../testing/timed-procedure.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import { sweepDeadlines } from '../sweep-deadlines.ts'
import { sweepOne } from './sweep-one.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty([tinyProcedure, timedProcedure, ...PROCEDURES])
})
afterAll(() => county?.dispose())

/** Everything that a command writes to. */
const TABLES = ['matters', 'matter_events', 'deadlines', 'jobs', 'notices', 'counters', 'matter_links', 'stand_ins']
// PostgreSQL compares no json, only its text.
const rowsIn = (table: string, name: string) =>
  table === 'matter_events' ? `select matter_id, version, type, at, event::text, hash from ${name}` : `table ${name}`
/** Kinds with warnings, escalation, colours and steps that the end of a limit takes. */
const KINDS = ['tiny', 'timed', 'report', 'hazard', 'petition', 'dispute', 'incident', 'plan', 'casesheet', 'case']
const DAY_MS = 86_400_000

const sql = (text: string) => county.database.owner.query(text)
const keep = async (as: string) => {
  for (const table of TABLES) await sql(`create table ${as}_${table} as table ${table}`)
}
const putBack = async (from: string) => {
  await sql(`truncate ${TABLES.join(', ')}`)
  for (const table of TABLES) await sql(`insert into ${table} select * from ${from}_${table}`)
}

/** As long as there is something due, each matter for itself. */
async function sweepEachAlone(): Promise<number> {
  const now = county.deps.now()
  const due = `select distinct matter_id as id from deadlines where next_at <= $1`
  const { rows } = await county.database.owner.query<{ id: string }>(due, [now])
  let recorded = 0
  for (const { id } of rows) {
    const commands = await sweepOne(county.deps, TEST_TENANT, id, now)
    if (commands === 0) await leaveAlone(county.deps, TEST_TENANT, [id], now)
    recorded += commands
  }
  return recorded
}

test('matters of ten kinds, played by chance: what time does to them all together is what it does to each alone, to the byte', async () => {
  const life = randomCounty(county, 1_204_711, [])
  const { procedures } = await county.deps.rulebooks.of(TEST_TENANT)
  const kinds = KINDS.flatMap((id) => procedures.findLast((each) => each.id === id) ?? [])
  let all = 0
  const types = new Set<string>()
  for (const [round, days] of [2, 9, 30, 200].entries()) {
    for (let each = 0; each < 3; each += 1) for (const kind of kinds) await life.open(kind)
    for (let turn = 0; turn < 40; turn += 1) await life.turn()
    county.setNow(addMilliseconds(county.deps.now(), days * DAY_MS))
    await keep(`before${round}`)
    const together = await sweepDeadlines(county.deps, TEST_TENANT)
    await keep(`together${round}`)
    await putBack(`before${round}`)
    expect(await sweepEachAlone()).toBe(together)
    for (const table of TABLES) {
      const [one, other] = [rowsIn(table, `together${round}_${table}`), rowsIn(table, table)]
      const { rows } = await sql(`((${one}) except all (${other})) union all ((${other}) except all (${one}))`)
      expect(rows, `${table} after ${days} days`).toEqual([])
    }
    const { rows } = await sql(
      `select type from matter_events except all select type from before${round}_matter_events`,
    )
    for (const { type } of rows) types.add(type)
    all += together
  }
  expect([...types]).toEqual(
    expect.arrayContaining(['DeadlineWarned', 'DeadlineOverdue', 'MatterEscalated', 'StepTaken']),
  )
  expect(all).toBeGreaterThan(200)
  const { broken, counters } = await verifyTenant(county.deps, TEST_TENANT, () => {})
  expect({ broken, counters }).toEqual({ broken: 0, counters: [] })
})
