import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { addMilliseconds } from '../../domain/time/time.ts'
import { replay } from '../../engine/record/evolve.ts'
import { crossingProcedure } from '../../testing/crossing/crossing-procedure.ts'
import {
  at,
  CITY,
  mattersOf,
  NEIGHBOUR,
  type TwoOffices,
  takeStep,
  twoOffices,
} from '../../testing/crossing/two-offices.ts'
import { zipOf } from '../../testing/made-files.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { runJobs } from '../../workers/run-jobs.ts'
import { databaseFor } from '../connection/connect.ts'
import { openFields } from '../keys/open-fields.ts'
import { listEvents } from '../read/get-matter.ts'
import { listMatters } from '../read/list-matters.ts'
import { handleCommand } from '../write/handle.ts'

let offices: TwoOffices
beforeAll(async () => {
  offices = await twoOffices()
})
afterAll(() => offices?.dispose())
let now = '2026-03-02T01:00:00.000Z'
const pass = (ms: number) => {
  now = addMilliseconds(now, ms)
  offices.setNow(now)
}
beforeEach(() => pass(60_000))

const county = (post: string) => at(TEST_TENANT, post)
const city = (post: string) => at(CITY, post)
const open = async (form: FormValues = {}) =>
  (
    await handleCommand(offices.deps, {
      actor: county('clerk'),
      command: {
        type: 'OpenMatter',
        procedure: 'crossing',
        channel: 'window',
        unitId: 'qinglan',
        form: { title: '跨县的事', ...form },
      },
    })
  ).matter
const UP = { office: CITY, crossingBasis: '《信访工作条例》第二十二条', crossingWhy: '超出本县职权' }
const OVER = { office: NEIGHBOUR, crossingBasis: '属地管理', crossingWhy: '地点在东河县' }
const take = (actor: ReturnType<typeof county>, matter: Matter, step: string, form?: FormValues) =>
  takeStep(offices.deps, actor, matter, step, form)
const sentUp = async (form?: FormValues) => take(county('triage'), await open(form), 'sendUp', UP)
const workersRun = async () => {
  for (let round = 0; round < 3; round += 1) {
    pass(70_000)
    for (const tenant of [TEST_TENANT, CITY, NEIGHBOUR])
      expect((await runJobs(offices.deps, tenant)).failures).toEqual([])
  }
}
const here = async ({ id }: Matter) => (await mattersOf(offices, TEST_TENANT)).find((each) => each.id === id) as Matter
const there = async ({ id }: Matter, tenant = CITY) =>
  (await mattersOf(offices, tenant)).find(({ cameFrom }) => cameFrom?.matterId === id) as Matter
const lastSent = async (matter: Matter) => (await here(matter)).sent?.at(-1)
const arrived = async (form?: FormValues) => {
  const matter = await sentUp(form)
  await workersRun()
  return { matter, other: await there(matter) }
}

describe('a matter sent up', () => {
  test('waits here, and arrives there at the unit that takes in, with who sent it and on what basis', async () => {
    const { matter, other } = await arrived()
    expect(await here(matter)).toMatchObject({ state: 'sentUp', group: 'waiting' })
    expect(await lastSent(matter)).toMatchObject({ tenant: CITY, standing: 'arrived', reference: other.reference })
    expect(other).toMatchObject({
      state: 'arrived',
      unitId: 'centre',
      title: '跨县的事',
      cameFrom: { tenant: TEST_TENANT, reference: matter.reference, basis: UP.crossingBasis, way: 'up' },
    })
  })

  test('is held here once it is taken there, under its number there, and closed here when it is ended there', async () => {
    const { matter, other } = await arrived()
    await take(city('clerk'), other, 'takeIn')
    await workersRun()
    expect(await here(matter)).toMatchObject({ state: 'heldAbove', fields: { crossingReference: other.reference } })
    await take(city('clerk'), other, 'answer', { words: '已由市里协调', inner: '下周会商' })
    await workersRun()
    expect(await here(matter)).toMatchObject({
      state: 'endedThere',
      fields: { crossingOutcome: '办结', crossingTold: '已由市里协调' },
    })
    expect(JSON.stringify(await here(matter))).not.toContain('下周会商')
    expect(await take(county('leader'), matter, 'closeAnswered')).toMatchObject({
      group: 'done',
      outcome: 'answeredElsewhere',
    })
  })

  test('comes back with the reason when it is not taken there, and is sent again as another', async () => {
    const { matter, other } = await arrived()
    await take(city('clerk'), other, 'sendBack', { reason: '县级职权内' })
    await workersRun()
    expect(await here(matter)).toMatchObject({ state: 'received', fields: { crossingReason: '县级职权内' } })
    expect((await here(matter)).raised).toMatchObject([{ step: 'notTakenAbove' }])
    expect((await there(matter)).outcome).toBe('notTakenIn')
    await take(county('triage'), matter, 'sendUp', UP)
    await workersRun()
    expect((await here(matter)).sent?.map(({ standing }) => standing)).toEqual(['returned', 'arrived'])
    expect((await mattersOf(offices, CITY)).filter(({ cameFrom }) => cameFrom?.matterId === matter.id)).toHaveLength(2)
  })

  test('ended there before anybody took it in is ended here as well', async () => {
    const { matter, other } = await arrived()
    await take(city('clerk'), other, 'withdraw')
    await workersRun()
    expect(await here(matter)).toMatchObject({ state: 'endedThere' })
  })

  test('takes its attachment along by content, and the reporter sealed anew under that office’s keys', async () => {
    const file = await offices.deps.files?.put(
      { tenant: TEST_TENANT, uploader: 'person-clerk' },
      '说明.docx',
      zipOf('[Content_Types].xml', 'word/document.xml', 'crossing'),
      now,
    )
    if (!file) throw new Error('no file')
    const { matter, other } = await arrived({ phone: '13800000001', reporter: '张示例', materials: [file] })
    expect(await offices.deps.files?.get(CITY, file.sha256)).toEqual(
      await offices.deps.files?.get(TEST_TENANT, file.sha256),
    )
    const opened = { actor: { ...city('clerk'), unitId: 'qinglan' }, matter: other, fields: ['phone', 'reporter'] }
    expect(await openFields(offices.deps, { ...opened, reason: '回访核实' })).toEqual({
      phone: '13800000001',
      reporter: '张示例',
    })
    const kept = await offices.database.owner.query(
      `select string_agg(payload::text, ' ') as jobs, (select string_agg(event::text, ' ') from matter_events where matter_id = any($1)) as events from jobs`,
      [[matter.id, other.id]],
    )
    expect(kept.rows[0].events).toContain('"personal"')
    for (const secret of ['13800000001', '张示例']) expect(JSON.stringify(kept.rows)).not.toContain(secret)
  })

  test('that is about a unit here stays out of that unit’s sight, and the other office knows nothing of the unit', async () => {
    const { matter, other } = await arrived({ aboutUnit: 'dongpu' })
    expect(await here(matter)).toMatchObject({ aboutUnitId: 'dongpu', state: 'sentUp' })
    expect(other.aboutUnitId).toBeUndefined()
  })
})

describe('a matter handed over to a neighbour', () => {
  const handedOver = async () => {
    const matter = await take(county('triage'), await open({ phone: '13800000002' }), 'handOverThere', OVER)
    await workersRun()
    return { matter, other: await there(matter, NEIGHBOUR) }
  }

  test('ends here when it is taken there and not before, and nothing personal goes where the definition does not say so', async () => {
    const { matter, other } = await handedOver()
    expect(other.fields).toEqual({ title: '跨县的事' })
    expect((await here(matter)).group).toBe('waiting')
    await take(at(NEIGHBOUR, 'clerk'), other, 'takeIn')
    await workersRun()
    expect(await here(matter)).toMatchObject({ state: 'transferred', outcome: 'transferred' })
    expect((await here(matter)).sent).toMatchObject([{ standing: 'taken', reference: other.reference }])
  })

  test('that was taken and ended there before the news came is transferred all the same', async () => {
    const { matter, other } = await handedOver()
    await take(at(NEIGHBOUR, 'clerk'), other, 'takeIn')
    await take(at(NEIGHBOUR, 'clerk'), other, 'answer', { words: '已办' })
    await workersRun()
    expect(await here(matter)).toMatchObject({ state: 'transferred', sent: [{ standing: 'ended' }] })
  })
})

describe('asked back', () => {
  test('before it arrived it never opens there', async () => {
    const matter = await sentUp()
    await take(county('triage'), matter, 'askBackFromAbove', { askedBackWhy: '反映人撤回' })
    await workersRun()
    expect(await here(matter)).toMatchObject({ state: 'received', sent: [{ standing: 'recalled' }] })
    expect(await there(matter)).toBeUndefined()
  })

  test('after it arrived it ends there, and stands here as before', async () => {
    const { matter } = await arrived()
    await take(county('triage'), matter, 'askBackFromAbove', { askedBackWhy: '反映人撤回' })
    await workersRun()
    expect((await here(matter)).state).toBe('received')
    expect(await there(matter)).toMatchObject({ group: 'done', outcome: 'recalledThere' })
  })

  test('when it was taken there a moment earlier it stays there, and whoever has it hears of it', async () => {
    const { matter, other } = await arrived()
    await take(city('clerk'), other, 'takeIn')
    await take(county('triage'), matter, 'askBackFromAbove', { askedBackWhy: '反映人撤回' })
    await workersRun()
    expect((await here(matter)).state).toBe('heldAbove')
    expect((await there(matter)).raised).toMatchObject([{ step: 'hearOfRecall' }])
  })

  test('ended here in flight it ends there too when nobody took it yet; taken, it goes on there', async () => {
    const early = await arrived()
    await take(county('clerk'), early.matter, 'withdraw')
    const late = await arrived()
    await take(city('clerk'), late.other, 'takeIn')
    await take(county('clerk'), late.matter, 'withdraw')
    await workersRun()
    expect(await there(early.matter)).toMatchObject({ outcome: 'recalledThere' })
    expect(await here(early.matter)).toMatchObject({ state: 'closed', sent: [{ standing: 'recalled' }] })
    expect(await there(late.matter)).toMatchObject({ state: 'received' })
    expect(await here(late.matter)).toMatchObject({ state: 'closed', sent: [{ standing: 'taken' }] })
  })
})

describe('the other office does not take in what it may not or cannot', () => {
  const refusedWhile = async (change: Readonly<Record<string, unknown>>, undo: Readonly<Record<string, unknown>>) => {
    const matter = await sentUp()
    await offices.tie(CITY, TEST_TENANT, change)
    await workersRun()
    await offices.tie(CITY, TEST_TENANT, undo)
    await workersRun()
    expect(await there(matter)).toBeUndefined()
    expect(await here(matter)).toMatchObject({ state: 'received', sent: [{ standing: 'returned' }] })
    return String((await here(matter)).fields['crossingReason'])
  }

  test('one that has not agreed any more', async () => {
    expect(await refusedWhile({ agreed_at: null }, { agreed_at: now })).toContain('两地')
  })

  test('one whose intake unit was closed', async () => {
    expect(await refusedWhile({ takes_in: 'closed-unit' }, { takes_in: 'centre' })).not.toBe('')
  })

  test('one that is not there', async () => {
    await offices.database.owner.query(
      `insert into office_ties (tenant, other, stands, name, intake, set_at, set_because, agreed_at, other_agreed_at) values ($1, 'nowhere', 'above', '{"zh":"无","en":"No"}', '{"zh":"无","en":"No"}', $2, '试验', $2, $2)`,
      [TEST_TENANT, now],
    )
    offices.deps.rulebooks.forget(TEST_TENANT)
    const matter = await take(county('triage'), await open(), 'sendUp', { ...UP, office: 'nowhere' })
    await workersRun()
    expect(await here(matter)).toMatchObject({ state: 'received', sent: [{ standing: 'returned' }] })
  })

  test('one whose definition takes in nothing', async () => {
    const { arrive: _, ...steps } = crossingProcedure.steps
    const before = offices.deps.rulebooks
    const other = { ...crossingProcedure, steps }
    const rulebooks: typeof before = {
      ...before,
      of: async (tenant) =>
        tenant === CITY ? { ...(await before.of(tenant)), procedures: [other] } : before.of(tenant),
    }
    const matter = await sentUp()
    pass(70_000)
    await runJobs({ ...offices.deps, rulebooks }, TEST_TENANT)
    await workersRun()
    expect(await here(matter)).toMatchObject({ state: 'received', sent: [{ standing: 'returned' }] })
  })
})

describe('what never crosses', () => {
  test('goes to no office that does not stand so, or has not agreed', async () => {
    await expect(take(county('triage'), await open(), 'sendUp', { ...UP, office: NEIGHBOUR })).rejects.toMatchObject({
      code: 'form-invalid',
      details: { issues: [{ field: 'office', rule: 'not-an-office' }] },
    })
    await offices.tie(TEST_TENANT, CITY, { other_agreed_at: null })
    await expect(take(county('triage'), await open(), 'sendUp', UP)).rejects.toMatchObject({ code: 'form-invalid' })
    await offices.tie(TEST_TENANT, CITY, { other_agreed_at: now })
  })

  test('is what some people here may not know', async () => {
    const matter = await open({ hiddenUnit: 'dongpu' })
    await expect(take(county('triage'), matter, 'sendUp', UP)).rejects.toMatchObject({
      code: 'guard-refused',
      details: { guard: 'mayCross' },
    })
  })

  test('is not sent by whoever takes in only, nor a second time while it is away', async () => {
    await expect(take(county('clerk'), await open(), 'sendUp', UP)).rejects.toMatchObject({ code: 'role-required' })
    const matter = await sentUp()
    await expect(take(county('triage'), matter, 'sendUp', UP)).rejects.toMatchObject({ code: 'step-not-open' })
  })

  test('nobody opens a matter in the name of another office', async () => {
    const cameFrom = {
      tenant: TEST_TENANT,
      office: { zh: '清澜县', en: 'Qinglan' },
      matterId: '00000000-0000-7000-8000-000000000001',
      reference: 'SX-2026-0001',
      version: 2,
      way: 'up',
      at: now,
      basis: '依据',
    } as const
    const command = {
      type: 'OpenMatter',
      procedure: 'crossing',
      channel: 'other',
      unitId: 'centre',
      form: { title: '假的' },
      begins: 'arrive',
      cameFrom,
    } as const
    await expect(handleCommand(offices.deps, { actor: city('clerk'), command })).rejects.toMatchObject({
      code: 'role-required',
    })
  })
})

test('the ledger finds what stands at another office now, and what came from one', async () => {
  const { matter, other } = await arrived()
  const found = async (tenant: string, crossing: 'away' | 'came') => {
    const { directory } = await offices.deps.rulebooks.of(tenant)
    const db = databaseFor(offices.deps.pool, tenant)
    const { rows } = await listMatters(db, at(tenant, 'leader'), { crossing, limit: 100 }, directory)
    return rows.map(({ id }) => id)
  }
  expect(await found(TEST_TENANT, 'away')).toContain(matter.id)
  expect(await found(CITY, 'came')).toContain(other.id)
  await take(city('clerk'), other, 'sendBack', { reason: '不收' })
  await workersRun()
  expect(await found(TEST_TENANT, 'away')).not.toContain(matter.id)
  expect(await found(CITY, 'away')).toEqual([])
})

test('every matter on both sides is what its events say', async () => {
  for (const tenant of [TEST_TENANT, CITY, NEIGHBOUR])
    for (const matter of await mattersOf(offices, tenant)) {
      const events = await listEvents(databaseFor(offices.deps.pool, tenant), tenant, matter.id)
      expect(replay(events.map(({ event }) => event))).toEqual(matter)
    }
})
