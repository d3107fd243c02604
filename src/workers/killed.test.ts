import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Matter } from '../domain/matter/matter.ts'
import { addMilliseconds } from '../domain/time/time.ts'
import { replay } from '../engine/record/evolve.ts'
import { databaseFor } from '../storage/connection/connect.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { listEvents } from '../storage/read/get-matter.ts'
import { createReferences } from '../storage/references/references.ts'
import { handleAndFollow } from '../storage/write/follow-up.ts'
import { type CommandRequest, handleCommand } from '../storage/write/handle.ts'
import { createRulebooks } from '../storage/write/rulebooks.ts'
import { type TestCounty, testCounty } from '../testing/county.ts'
import { isKilled, type Kill, mortal } from '../testing/crossing/killed-pool.ts'
import { actorOf, TEST_TENANT } from '../testing/people.ts'
import { runJobs } from './run-jobs.ts'
import { sweepDeadlines } from './sweep-deadlines.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county?.dispose())

let now = '2026-03-02T01:00:00.000Z'
const pass = (ms: number) => {
  now = addMilliseconds(now, ms)
  county.setNow(now)
}
const DAY = 86_400_000

/** A process that dies at one of its statements, or none. It reads everything anew, as one that was just started. */
function start(kill?: Kill) {
  const { app, vault } = county.database
  const { pools, count, isDead } = mortal({ app, vault }, kill)
  const { procedures, calendar } = county.deps.rulebooks
  const deps: StorageDeps = {
    ...county.deps,
    pool: pools.app,
    vault: pools.vault,
    rulebooks: createRulebooks(pools.app, procedures, calendar, () => now),
    references: createReferences(pools.app),
  }
  return { deps, count, isDead }
}

/** What is done with one matter. Each thing a person does has a key: whoever got no answer does it again. */
type Story = (deps: StorageDeps, id: string) => Promise<void>

const work = async (deps: StorageDeps) => {
  pass(70_000)
  const { failures } = await runJobs(deps, TEST_TENANT)
  // A failure is told and tried again; a killed process tells nothing.
  for (const { message } of failures) if (message.startsWith('the process ')) throw new Error(message)
}
const act = (deps: StorageDeps, post: string, id: string, step: string, form = {}) =>
  handleAndFollow(deps, {
    actor: actorOf(post),
    matterId: id,
    command: { type: 'TakeStep', step, form },
    key: `${step}:${id}`,
  } satisfies CommandRequest)

const childOf = async (id: string): Promise<Matter | undefined> =>
  (
    await county.database.owner.query<{ matter: Matter }>(
      `select m.matter from matter_links l join matters m on m.tenant = l.tenant and m.id = l.to_id where l.from_id = $1
       union select m.matter from matter_links l join matters m on m.tenant = l.tenant and m.id = l.from_id where l.to_id = $1`,
      [id],
    )
  ).rows[0]?.matter

const SPLIT: Story = async (deps, id) => {
  await act(deps, 'handler', id, 'split')
  await work(deps)
}
const SPLIT_AND_DONE: Story = async (deps, id) => {
  await SPLIT(deps, id)
  const child = await childOf(id)
  if (!child) return
  await act(deps, 'handler', child.id, 'handle', { done: '换了灯泡' })
  await act(deps, 'verifier', child.id, 'close')
  await work(deps)
}
const OVERDUE: Story = async (deps) => {
  await sweepDeadlines(deps, TEST_TENANT).catch((cause: Error) => {
    throw isKilled(cause) || cause.message.includes('the process ') ? new Error('the process died here') : cause
  })
}

async function open(): Promise<string> {
  const { matter } = await handleCommand(county.deps, {
    actor: actorOf('clerk'),
    command: {
      type: 'OpenMatter',
      procedure: 'tiny',
      channel: 'window',
      unitId: 'dongpu',
      form: { title: '转出' },
    },
  })
  return matter.id
}

/** What there is at the end: the matter and its child, each event once and leading to the row; nothing left to do. */
async function endOf(id: string): Promise<string> {
  const { owner } = county.database
  const undone = async () =>
    (
      await owner.query<{ n: number }>(
        `select count(*)::int as n from jobs where done_at is null and kind <> 'shred-fields'`,
      )
    ).rows[0]?.n ?? 0
  for (let round = 0; round < 8 && (await undone()) > 0; round += 1) await work(county.deps)
  expect(await undone()).toBe(0)
  const told: string[] = []
  for (const one of [id, (await childOf(id))?.id]) {
    if (!one) continue
    const matter = (await owner.query<{ matter: Matter }>('select matter from matters where id = $1', [one])).rows[0]
      ?.matter as Matter
    const stored = await listEvents(databaseFor(county.deps.pool, TEST_TENANT), TEST_TENANT, one)
    const events = stored.map(({ event }) => event)
    expect(replay(events)).toEqual(matter)
    told.push(`${matter.state}: ${events.map(({ type }) => type).join(' ')}`)
  }
  return told.join(' | ')
}

/** One life of a story: it dies there, and whoever was at it does the same again with a new server. */
async function lives(story: Story, later: number, kill?: Kill) {
  const id = await open()
  pass(later)
  const first = start(kill)
  try {
    await story(first.deps, id)
  } catch (cause) {
    if (!isKilled(cause)) throw cause
    pass(6 * 60_000)
    await story(start().deps, id)
  }
  return { end: await endOf(id), statements: first.count() }
}

describe('killed before every statement, a matter', () => {
  test.each<[string, Story, number, string]>([
    ['split in two', SPLIT, 0, 'handled: MatterOpened StepTaken | received: MatterOpened'],
    ['split, its child done and told to it', SPLIT_AND_DONE, 0, 'ChildClosed'],
    ['that time warned of, marked overdue and raised', OVERDUE, 20 * DAY, 'DeadlineOverdue'],
  ])('%s always comes to the same end', async (_, story, later, part) => {
    const whole = await lives(story, later)
    expect(whole.end).toContain(part)
    expect(whole.statements).toBeGreaterThan(3)
    const ends = new Map<string, number[]>()
    for (let at = 1; at <= whole.statements; at += 1) {
      const { end } = await lives(story, later, { at, when: 'before' })
      ends.set(end, [...(ends.get(end) ?? []), at])
    }
    expect([...ends.keys()], JSON.stringify([...ends])).toEqual([whole.end])
  })
})
