import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { History } from '../../domain/matter/history.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { apartProcedure } from '../../testing/procedures/apart-procedure.ts'
import { verifyTenant } from '../verify/verify-tenant.ts'
import { handleCommand } from '../write/handle.ts'
import { derivedId } from '../write/ids.ts'
import { openInBulk } from './bulk.ts'

let county: TestCounty

beforeAll(async () => {
  county = await testCounty([...PROCEDURES, apartProcedure])
})
afterAll(() => county?.dispose())

const nothing = async () => {}
const clerk = actorOf('clerk')

/** A report about a street light, opened, accepted and answered at these moments; `complex` gives 20 days to handle. */
function lightOut(key: string, title = '下塘村路灯不亮'): History {
  return {
    id: derivedId(0, 'bulk-test', key),
    opening: {
      at: '2026-03-02T01:00:00.000Z',
      actor: clerk,
      command: {
        type: 'OpenMatter',
        procedure: 'report',
        channel: 'phone',
        unitId: 'dongpu',
        form: {
          title,
          category: 'facility',
          description: '从桥头到三组有五盏不亮。',
          place: '下塘村三组',
          placeUnit: 'xiatang',
          contactName: '张示例',
          contactPhone: '000-0000-1234',
        },
      },
    },
    steps: [
      {
        at: '2026-03-02T02:00:00.000Z',
        actor: clerk,
        command: { type: 'TakeStep', step: 'accept', form: { difficulty: 'simple' } },
      },
      {
        at: '2026-03-12T02:00:00.000Z',
        actor: clerk,
        command: { type: 'TakeStep', step: 'answer', form: { opinion: 'solved', reply: '已修复。', toldHow: 'phone' } },
      },
    ],
  }
}

const rowOf = async (id: string) =>
  (await county.database.owner.query('select * from matters where id = $1', [id])).rows[0]
const eventsOf = async (id: string) =>
  (
    await county.database.owner.query<{ type: string; at: string }>(
      'select type, at from matter_events where matter_id = $1 order by version',
      [id],
    )
  ).rows

describe('taking in histories', () => {
  test('gives the same rows as the write path, step for step', async () => {
    const history = lightOut('same')
    await openInBulk(county.deps, TEST_TENANT, [history], nothing)
    const single = await handleCommand(county.deps, {
      actor: clerk,
      command: history.opening.command,
      now: history.opening.at,
    })
    const [accept, answer] = history.steps
    await handleCommand(county.deps, {
      actor: clerk,
      matterId: single.matter.id,
      command: accept?.command ?? history.opening.command,
      now: accept?.at ?? '',
    })
    const overdue = single.matter.clocks.length
    expect(overdue).toBe(2)
    const accepted = (await rowOf(single.matter.id)).matter as Matter
    const late = accepted.clocks.find((clock) => clock.deadline === 'handle')
    await handleCommand(county.deps, {
      actor: { ...clerk, roles: ['system'] },
      matterId: single.matter.id,
      command: { type: 'MarkOverdue', clockId: late?.id ?? '' },
      now: late?.dueAt ?? '',
    })
    await handleCommand(county.deps, {
      actor: clerk,
      matterId: single.matter.id,
      command: answer?.command ?? history.opening.command,
      now: answer?.at ?? '',
    })

    const [bulk, one] = [await rowOf(history.id), await rowOf(single.matter.id)]
    // Two matters differ in their number, and in what is searched by it.
    const own = ({ id, reference, head, updated_at, matter, terms, ...rest }: Record<string, unknown>) => ({
      ...rest,
      terms: (terms as string[]).filter((term) => !/^\d+$/.test(term)),
      matter: { ...(matter as Matter), id: '', reference: '' },
    })
    expect(own(bulk)).toEqual(own(one))
    expect(await eventsOf(history.id)).toEqual(await eventsOf(single.matter.id))
    const deadlines = async (id: string) =>
      (
        await county.database.owner.query(
          'select clock_id, deadline, state, started_at, due_at, due_on, provisional, next_at, ended_at from deadlines where matter_id = $1 order by clock_id',
          [id],
        )
      ).rows
    expect(await deadlines(history.id)).toEqual(await deadlines(single.matter.id))
  })

  test('marks a clock overdue at the moment it ran out, before the next step', async () => {
    const history = lightOut('late')
    await openInBulk(county.deps, TEST_TENANT, [history], nothing)
    const events = await eventsOf(history.id)
    expect(events.map(({ type }) => type)).toEqual(['MatterOpened', 'StepTaken', 'DeadlineOverdue', 'StepTaken'])
    expect(events[2]?.at).toBe('2026-03-03T16:00:00.000Z')
  })

  test('a matter that is still open is overdue since its clock ran out, not since it was taken in', async () => {
    const history = lightOut('open-and-late')
    county.setNow('2026-05-01T01:00:00.000Z')
    await openInBulk(county.deps, TEST_TENANT, [{ ...history, steps: history.steps.slice(0, 1) }], nothing)
    county.setNow('2026-03-02T01:00:00.000Z')
    const events = await eventsOf(history.id)
    expect(events.map(({ type }) => type).slice(0, 3)).toEqual(['MatterOpened', 'StepTaken', 'DeadlineOverdue'])
    expect(events[2]?.at).toBe('2026-03-03T16:00:00.000Z')
  })

  test('seals what is personal: neither event nor row holds the reporter', async () => {
    const history = lightOut('sealed')
    await openInBulk(county.deps, TEST_TENANT, [history], nothing)
    const { rows } = await county.database.owner.query(
      `select (select matter::text from matters where id = $1) || (select string_agg(event::text, '') from matter_events where matter_id = $1) as stored,
         (select sealed::text from reporter_vault where matter_id = $1) as vault`,
      [history.id],
    )
    expect(rows[0].stored).not.toContain('张示例')
    expect(rows[0].vault).toContain('A256GCM')
    expect(rows[0].vault).not.toContain('张示例')
  })

  test('a history that is already there is known, also within one call, and changes nothing', async () => {
    const history = lightOut('twice')
    expect(await openInBulk(county.deps, TEST_TENANT, [history, history], nothing)).toEqual(['added', 'known'])
    const before = await rowOf(history.id)
    expect(await openInBulk(county.deps, TEST_TENANT, [history], nothing)).toEqual(['known'])
    expect(await rowOf(history.id)).toEqual(before)
  })

  test('what a rule refuses comes back with its reason, the others go in and are numbered without a gap', async () => {
    const good = [lightOut('good-1'), lightOut('good-2')]
    const bad = lightOut('bad', '')
    const outcomes = await openInBulk(county.deps, TEST_TENANT, [good[0] as History, bad, good[1] as History], nothing)
    expect(outcomes).toMatchObject([
      'added',
      { code: 'form-invalid', details: { issues: [{ field: 'title', rule: 'required' }] } },
      'added',
    ])
    expect(await rowOf(bad.id)).toBeUndefined()
    const numbers = await Promise.all(
      good.map(async ({ id }) => Number(String((await rowOf(id)).reference).split('-')[2])),
    )
    expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBe(1)
  })

  test('a step before the opening is refused', async () => {
    const history = lightOut('backwards')
    const [step] = history.steps
    const outcomes = await openInBulk(
      county.deps,
      TEST_TENANT,
      [{ ...history, steps: step ? [{ ...step, at: '2026-03-01T00:00:00.000Z' }] : [] }],
      nothing,
    )
    expect(outcomes).toMatchObject([{ code: 'form-invalid' }])
  })

  test('all or none: when the caller fails, no matter is there', async () => {
    const history = lightOut('failing')
    const failing = openInBulk(county.deps, TEST_TENANT, [history], async () => {
      throw new Error('the batch could not be recorded')
    })
    await expect(failing).rejects.toThrow('could not be recorded')
    expect(await rowOf(history.id)).toBeUndefined()
  })

  test('two imports of the same rows at once take each in once', async () => {
    const histories = Array.from({ length: 40 }, (_, index) => lightOut(`race-${index}`))
    // The first has written and stays before its commit until the second has tried to write the same rows.
    const waiting = async () => {
      const { rows } = await county.database.owner.query(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rows[0].n > 0
    }
    let second: ReturnType<typeof openInBulk> | undefined
    const first = await openInBulk(county.deps, TEST_TENANT, histories, async () => {
      second ??= openInBulk(county.deps, TEST_TENANT, [...histories].reverse(), nothing)
      while (!(await waiting())) await new Promise((resolve) => setImmediate(resolve))
    })
    const outcomes = [first, (await second) ?? []].flat()
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(40)
    expect(outcomes.filter((outcome) => outcome === 'known')).toHaveLength(40)
  })

  test('a matter without personal data is not booked for shredding', async () => {
    const history = lightOut('anonymous')
    const { contactName, contactPhone, ...form } = history.opening.command.form
    const closing = {
      at: '2026-03-18T02:00:00.000Z',
      actor: actorOf('triage'),
      command: { type: 'TakeStep', step: 'closeUnrated', form: { why: 'silent' } },
    } as const
    const anonymous = {
      ...history,
      opening: { ...history.opening, command: { ...history.opening.command, form } },
      steps: [...history.steps, closing],
    }
    const named = { ...lightOut('named'), steps: [...history.steps, closing] }
    expect(await openInBulk(county.deps, TEST_TENANT, [anonymous, named], nothing)).toEqual(['added', 'added'])
    const { rows } = await county.database.owner.query(
      `select payload->>'matterId' as id from jobs where kind = 'shred-fields'`,
    )
    expect(rows.map(({ id }) => id)).toEqual([named.id])
  })

  test('everything taken in verifies', async () => {
    expect(await verifyTenant(county.deps, TEST_TENANT, () => {})).toMatchObject({
      broken: 0,
      examples: [],
      counters: [],
    })
  })
})

describe('a history that ends with what destroys what is personal', () => {
  test('brings no key and nothing into the vault, and its records verify', async () => {
    const { opening } = lightOut('shredded')
    const form = { title: '已撤回的一件', phone: '000-0000-1234', reporter: '张示例' }
    const history: History = {
      id: derivedId(0, 'bulk-test', 'shredded'),
      opening: { ...opening, command: { ...opening.command, procedure: 'apart', form } },
      steps: [{ at: '2026-03-02T02:00:00.000Z', actor: clerk, command: { type: 'TakeStep', step: 'withdraw' } }],
    }
    expect(await openInBulk(county.deps, TEST_TENANT, [history], nothing)).toEqual(['added'])
    for (const table of ['matter_keys', 'reporter_vault'])
      expect(
        (await county.database.owner.query(`select from ${table} where matter_id = $1`, [history.id])).rowCount,
      ).toBe(0)
    expect((await verifyTenant(county.deps, TEST_TENANT, () => {})).broken).toBe(0)
  })
})
