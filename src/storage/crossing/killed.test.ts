import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import { addMilliseconds } from '../../domain/time/time.ts'
import { replay } from '../../engine/record/evolve.ts'
import { isKilled, type Kill, mortal } from '../../testing/crossing/killed-pool.ts'
import {
  at,
  CITY,
  matterOf,
  NEIGHBOUR,
  type TwoOffices,
  takeStep,
  twoOffices,
} from '../../testing/crossing/two-offices.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { runJobs } from '../../workers/run-jobs.ts'
import { connect, databaseFor, REQUESTS } from '../connection/connect.ts'
import { VAULT_ROLE } from '../connection/database-roles.ts'
import { listEvents } from '../read/get-matter.ts'
import { createReferences } from '../references/references.ts'
import { handleCommand } from '../write/handle.ts'
import { createRulebooks } from '../write/rulebooks.ts'
import type { CrossingDeps } from './send-matter.ts'

let offices: TwoOffices
let pools: { app: ReturnType<typeof connect>; vault: ReturnType<typeof connect> }
beforeAll(async () => {
  offices = await twoOffices()
  const { url, ownerUrl } = offices.database
  pools = {
    app: connect({ url, max: 4, applicationName: 'mortal', patience: REQUESTS }),
    vault: connect({ url: ownerUrl, max: 2, applicationName: 'mortal vault', role: VAULT_ROLE }),
  }
})
afterAll(async () => {
  await Promise.all([pools?.app.end(), pools?.vault.end()])
  await offices?.dispose()
})
let now = '2026-03-02T01:00:00.000Z'
const pass = (ms: number) => {
  now = addMilliseconds(now, ms)
  offices.setNow(now)
}

type Process = { readonly deps: CrossingDeps; readonly count: () => number; readonly isDead: () => boolean }

/** A server that dies at one of its statements, or none. It reads everything anew, as one that was just started. */
function start(kill?: Kill): Process {
  const { pools: own, count, isDead } = mortal(pools, kill)
  const { procedures, calendar } = offices.deps.rulebooks
  const deps: CrossingDeps = {
    ...offices.deps,
    pool: own.app,
    vault: own.vault,
    rulebooks: createRulebooks(own.app, procedures, calendar),
    references: createReferences(own.app),
  }
  return { deps, count, isDead }
}

type Story = (deps: CrossingDeps, id: string) => Promise<void>

const SENDING = { office: CITY, crossingBasis: '《信访工作条例》', crossingWhy: '超出职权' }
const tenants = [TEST_TENANT, CITY, NEIGHBOUR]

/** Each thing a person does has a key: whoever got no answer does it again. */
const send = (deps: CrossingDeps, id: string, step = 'sendUp', office = CITY) =>
  takeStep(deps, at(TEST_TENANT, 'triage'), { id }, step, { ...SENDING, office }, `send:${id}`)
const askBack = (deps: CrossingDeps, id: string) =>
  takeStep(deps, at(TEST_TENANT, 'triage'), { id }, 'askBackFromAbove', { askedBackWhy: '撤回' }, `back:${id}`)
const withdraw = (deps: CrossingDeps, id: string) =>
  takeStep(deps, at(TEST_TENANT, 'clerk'), { id }, 'withdraw', {}, `withdraw:${id}`)
const work = async (deps: CrossingDeps, among = tenants) => {
  pass(70_000)
  for (const tenant of among) await runJobs(deps, tenant)
}
const otherSide = async (id: string) => {
  for (const tenant of [CITY, NEIGHBOUR]) {
    const found = await matterOf(offices, tenant, id)
    if (found) return found
  }
  return undefined
}
const thereBy = async (deps: CrossingDeps, id: string, step: string, form = {}) => {
  const other = await otherSide(id)
  if (other?.state === 'arrived')
    await takeStep(deps, at(other.tenant, 'clerk'), other, step, form, `${step}:${other.id}`)
}

const TAKEN: Story = async (deps, id) => {
  await send(deps, id)
  await work(deps)
  await thereBy(deps, id, 'takeIn')
  await work(deps)
}
const OVER: Story = async (deps, id) => {
  await send(deps, id, 'handOverThere', NEIGHBOUR)
  await work(deps)
  await thereBy(deps, id, 'takeIn')
  await work(deps)
}
const RETURNED: Story = async (deps, id) => {
  await send(deps, id)
  await work(deps)
  await thereBy(deps, id, 'sendBack', { reason: '县里能办' })
  await work(deps)
}
const REFUSED: Story = async (deps, id) => {
  await send(deps, id)
  await work(deps)
}
const ASKED_BACK_EARLY: Story = async (deps, id) => {
  await send(deps, id)
  await askBack(deps, id)
  await work(deps)
}
const ASKED_BACK: Story = async (deps, id) => {
  await send(deps, id)
  await work(deps, [TEST_TENANT])
  await askBack(deps, id)
  await work(deps)
}
const WITHDRAWN: Story = async (deps, id) => {
  await send(deps, id)
  await work(deps, [TEST_TENANT])
  await withdraw(deps, id)
  await work(deps)
}

const opened = async () =>
  (
    await handleCommand(offices.deps, {
      actor: at(TEST_TENANT, 'clerk'),
      command: {
        type: 'OpenMatter',
        procedure: 'crossing',
        channel: 'window',
        unitId: 'qinglan',
        form: { title: '转件', phone: '13800000001', reporter: '张示例' },
      },
    })
  ).matter

const here = async (id: string) => (await matterOf(offices, TEST_TENANT, id)) as Matter
const undone = async () =>
  Number(
    (
      await offices.database.owner.query(
        `select count(*)::int as n from jobs where done_at is null and kind <> 'shred-fields'`,
      )
    ).rows[0].n,
  )

/** The end of a story, after everything that was still to be done is done. */
async function endOf(id: string) {
  for (let round = 0; round < 8 && (await undone()) > 0; round += 1) await work(offices.deps)
  expect(await undone()).toBe(0)
  const [matter, other] = [await here(id), await otherSide(id)]
  for (const each of [matter, other]) {
    if (!each) continue
    const { tenant, id } = each
    const events = await listEvents(databaseFor(offices.deps.pool, tenant), tenant, id)
    expect(replay(events.map(({ event }) => event))).toEqual(each)
  }
  const sent = matter.sent?.at(-1)
  const link = other ? sent?.reference === other.reference || sent?.standing === 'recalled' : true
  return `${matter.state} ${sent?.standing} | ${other ? other.state : 'nothing'}${link ? '' : ' | not linked'}`
}

/** One life of a story: it dies there, and whoever was at it does the same again with a new server. */
async function lives(story: Story, kill?: Kill): Promise<{ end: string; statements: number }> {
  const { id } = await opened()
  const first = start(kill)
  try {
    await story(first.deps, id)
  } catch (cause) {
    if (!isKilled(cause)) throw cause
    pass(120_000)
    await story(start().deps, id)
  }
  expect(first.isDead()).toBe(kill !== undefined)
  return { end: await endOf(id), statements: first.count() }
}

beforeEach(() => offices.database.owner.query('delete from jobs'))

/** Of a story without a death: where it ends. */
const STORIES: Readonly<Record<string, { story: Story; end: string; refuses?: true }>> = {
  'taken there': { story: TAKEN, end: 'heldAbove taken | received' },
  'handed over and taken there': { story: OVER, end: 'transferred taken | received' },
  'not taken there': { story: RETURNED, end: 'received returned | notTakenIn' },
  'refused by the other office’s rules': { story: REFUSED, end: 'received returned | nothing', refuses: true },
  'asked back before it was sent on': { story: ASKED_BACK_EARLY, end: 'received recalled | nothing' },
  'asked back after it arrived': { story: ASKED_BACK, end: 'received recalled | recalledThere' },
  'ended here in flight': { story: WITHDRAWN, end: 'closed recalled | recalledThere' },
}

describe('killed before every statement and after the last, a matter that was', () => {
  for (const [name, { story, end, refuses }] of Object.entries(STORIES))
    test(`${name} always comes to the same end, once on each side`, async () => {
      if (refuses) await offices.tie(CITY, TEST_TENANT, { takes_in: 'closed-unit' })
      const whole = await lives(story)
      expect(whole.end).toBe(end)
      expect(whole.statements).toBeGreaterThan(10)
      const ends = new Map<string, string[]>()
      // After one statement is before the next: nothing else is written between them.
      const kills = Array.from({ length: whole.statements }, (_, index): Kill => ({ at: index + 1, when: 'before' }))
      for (const kill of [...kills, { at: whole.statements, when: 'after' } as const]) {
        const { end: found } = await lives(story, kill)
        ends.set(found, [...(ends.get(found) ?? []), `${kill.when} ${kill.at}`])
      }
      if (refuses) await offices.tie(CITY, TEST_TENANT, { takes_in: 'centre' })
      expect([...ends.keys()], JSON.stringify([...ends])).toEqual([end])
    })
})

/** Where a server may stand still while others go on, and what they do. */
const MEANWHILE: Readonly<Record<string, { before: Story; story: Story; meanwhile: Story; ends: readonly string[] }>> =
  {
    'it is sent on, it is asked back': {
      before: async (deps, id) => void (await send(deps, id)),
      story: (deps) => work(deps, [TEST_TENANT]),
      meanwhile: async (deps, id) => {
        await askBack(deps, id).catch(lose)
        await work(deps)
        await thereBy(deps, id, 'takeIn')
        await work(deps)
      },
      ends: ['received recalled | nothing', 'received recalled | recalledThere', 'heldAbove taken | received'],
    },
    'it is sent on, the other office closes its intake and another server is refused': {
      before: async (deps, id) => void (await send(deps, id)),
      story: (deps) => work(deps, [TEST_TENANT]),
      meanwhile: async (deps, id) => {
        await offices.tie(CITY, TEST_TENANT, { takes_in: 'closed-unit' })
        await work(deps)
        await offices.tie(CITY, TEST_TENANT, { takes_in: 'centre' })
        await thereBy(deps, id, 'takeIn')
      },
      ends: ['received returned | nothing', 'heldAbove taken | received'],
    },
    'it is asked back, it is taken in there': {
      before: async (deps, id) => {
        await send(deps, id)
        await work(deps)
        await askBack(deps, id)
      },
      story: (deps) => work(deps, [TEST_TENANT]),
      meanwhile: async (deps, id) => {
        await thereBy(deps, id, 'takeIn')
        await work(deps)
      },
      ends: ['received recalled | recalledThere', 'heldAbove taken | received'],
    },
    'its return is told, another server tells it and it is sent again': {
      before: async (deps, id) => {
        await send(deps, id)
        await work(deps)
        await thereBy(deps, id, 'sendBack', { reason: '县里能办' })
      },
      story: (deps) => work(deps, [CITY]),
      meanwhile: async (deps, id) => {
        await work(deps)
        const again = { ...SENDING }
        await takeStep(deps, at(TEST_TENANT, 'triage'), { id }, 'sendUp', again, `again:${id}`).catch(lose)
      },
      ends: ['sentUp arrived | arrived'],
    },
  }

const lose = (cause: Error & { code?: string }) => {
  if (!['step-not-open', 'guard-refused', 'version-conflict'].includes(cause.code ?? '')) throw cause
}

describe('while one server stands still at any statement and others go on, when', () => {
  for (const [name, { before, story, meanwhile, ends }] of Object.entries(MEANWHILE))
    test(`${name}: one of the right ends`, async () => {
      const met = new Set<string>()
      for (let statement = 1, more = true; more; statement += 1) {
        const { id } = await opened()
        await before(start().deps, id)
        let stood = false
        const other = start()
        const kill: Kill = {
          at: statement,
          when: 'before',
          meanwhile: async () => {
            stood = true
            pass(70_000)
            await meanwhile(other.deps, id)
          },
        }
        await story(start(kill).deps, id)
        more = stood
        if (stood) met.add(await endOf(id))
        else await endOf(id)
      }
      expect([...met].filter((end) => !ends.includes(end))).toEqual([])
      expect(met.size).toBeGreaterThan(ends.length > 1 ? 1 : 0)
    })
})

describe('two workers at once and whoever writes first', () => {
  const RIGHT = [
    'heldAbove taken | received',
    'received returned | notTakenIn',
    'received recalled | nothing',
    'received recalled | recalledThere',
  ]

  test('a matter asked back, taken in and worked on by two servers at the same time ends in one of the right ends', async () => {
    const seen = new Set<string>()
    for (let turn = 0; turn < 30; turn += 1) {
      const { id } = await opened()
      const [one, two] = [start(), start()]
      await send(one.deps, id)
      if (turn % 3 > 0) await work(one.deps, [TEST_TENANT])
      pass(70_000)
      const acts = [
        () => askBack(one.deps, id).catch(lose),
        () => thereBy(two.deps, id, turn % 2 ? 'takeIn' : 'sendBack', turn % 2 ? {} : { reason: '不收' }).catch(lose),
        ...tenants.flatMap((tenant) => [() => runJobs(one.deps, tenant), () => runJobs(two.deps, tenant)]),
      ]
      const order = acts.map((act, index) => ({ act, key: (index * 7 + turn * 5) % acts.length }))
      await Promise.all(order.sort((a, b) => a.key - b.key).map(({ act }) => act()))
      seen.add(await endOf(id))
    }
    expect([...seen].filter((end) => !RIGHT.includes(end))).toEqual([])
    expect(seen.size).toBeGreaterThan(1)
  })
})
