import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Matter } from '../domain/matter/matter.ts'
import { addMilliseconds } from '../domain/time/time.ts'
import { listAdminChanges } from '../storage/admin/admin-changes.ts'
import { countFailingJobs, listFailingJobs, retryJob } from '../storage/admin/admin-jobs.ts'
import { databaseFor } from '../storage/connection/connect.ts'
import { viewMatter } from '../storage/read/get-matter.ts'
import { handleAndFollow, tellParent } from '../storage/write/follow-up.ts'
import { handleCommand } from '../storage/write/handle.ts'
import { newId } from '../storage/write/ids.ts'
import { type TestCounty, testCounty } from '../testing/county.ts'
import { actorOf, DIRECTORY, TEST_TENANT } from '../testing/people.ts'
import { nextTry, runJobs } from './run-jobs.ts'
import { startWorkers } from './workers.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county?.dispose())

const START = '2026-03-02T01:00:00.000Z'
let now = START
const pass = (ms: number) => {
  now = addMilliseconds(now, ms)
  county.setNow(now)
}
beforeEach(async () => {
  await county.database.owner.query('delete from jobs')
  now = START
  county.setNow(now)
})

const handler = actorOf('handler')
const db = () => databaseFor(county.deps.pool, TEST_TENANT)
const view = async ({ id }: Matter) => viewMatter(db(), handler, id, now, await county.deps.rulebooks.of(TEST_TENANT))
const open = async () =>
  (
    await handleCommand(county.deps, {
      actor: actorOf('clerk'),
      command: { type: 'OpenMatter', procedure: 'tiny', channel: 'window', unitId: 'dongpu', form: { title: '转出' } },
    })
  ).matter
const split = (matter: Matter) =>
  ({ actor: handler, matterId: matter.id, command: { type: 'TakeStep', step: 'split', form: {} } }) as const

/** While the database takes in no matter that another one asked for, whatever the reason. */
const whileNoneOpens = async <T>(work: () => Promise<T>): Promise<T> => {
  await county.database.owner.query(
    `alter table matters add constraint no_children check (channel <> 'system') not valid`,
  )
  try {
    return await work()
  } finally {
    await county.database.owner.query('alter table matters drop constraint no_children')
  }
}

describe('work that follows from a step and does not succeed', () => {
  test('is no refusal of the step, and the parent says what is still to be opened', async () => {
    const parent = await open()
    const { matter, opened } = await whileNoneOpens(() => handleAndFollow(county.deps, split(parent)))
    expect({ state: matter.state, opened }).toEqual({ state: 'handled', opened: [] })
    expect(await view(parent)).toMatchObject({ unopened: 1, matter: { openChildCount: 1 }, links: [] })
    pass(10_000)
    expect(await runJobs(county.deps, TEST_TENANT)).toMatchObject({ done: 1, failures: [] })
    expect(await view(parent)).toMatchObject({ unopened: 0, links: [{ type: 'childOf' }] })
  })

  test('is tried again for as long as it takes, at longer and longer intervals, and never given up', async () => {
    const parent = await open()
    await whileNoneOpens(async () => {
      await handleAndFollow(county.deps, split(parent))
      for (let attempt = 1; attempt <= 25; attempt += 1) {
        pass(7 * 3_600_000)
        const { failures } = await runJobs(county.deps, TEST_TENANT)
        expect(failures).toMatchObject([{ kind: 'open-children', attempts: attempt }])
        expect((await runJobs(county.deps, TEST_TENANT)).failures).toEqual([])
      }
    })
    expect((await view(parent)).unopened).toBe(1)
    pass(7 * 3_600_000)
    expect((await runJobs(county.deps, TEST_TENANT)).done).toBe(1)
    expect((await view(parent)).unopened).toBe(0)
    expect([1, 2, 3, 30].map((attempts) => Date.parse(nextTry(START, attempts)) - Date.parse(START))).toEqual([
      5_000,
      10_000,
      20_000,
      6 * 3_600_000,
    ])
  })

  test('stands in the administrator’s list until somebody lets it run again and it succeeds', async () => {
    const parent = await open()
    await whileNoneOpens(async () => {
      await handleAndFollow(county.deps, split(parent))
      pass(10_000)
      await runJobs(county.deps, TEST_TENANT)
    })
    const [job] = await listFailingJobs(db(), actorOf('administrator'), 10, DIRECTORY)
    expect(job).toMatchObject({ kind: 'open-children', reference: parent.reference, attempts: 1 })
    expect(await countFailingJobs(db(), TEST_TENANT)).toBe(1)
    const { personId, postId } = actorOf('administrator')
    const act = {
      tenant: TEST_TENANT,
      personId,
      personName: '钱虚拟',
      postId,
      reason: '再试',
      at: now,
      changeId: newId(Date.parse(now)),
    }
    await retryJob(db(), act, job?.id ?? '')
    expect((await runJobs(county.deps, TEST_TENANT)).done).toBe(1)
    expect(await listFailingJobs(db(), actorOf('administrator'), 10, DIRECTORY)).toEqual([])
    expect((await listAdminChanges(db(), TEST_TENANT, 1))[0]).toMatchObject({
      subject: 'job',
      subjectId: parent.reference,
      what: 'retried',
    })
    await expect(retryJob(db(), { ...act, changeId: newId(0) }, job?.id ?? '')).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('goes into the log and the gauge, round by round', async () => {
    const parent = await open()
    const lines: Readonly<Record<string, unknown>>[] = []
    await whileNoneOpens(async () => {
      await handleAndFollow(county.deps, split(parent))
      pass(10_000)
      const failing = await new Promise<number>((told) => {
        const workers = startWorkers(county.deps, async () => [TEST_TENANT], {
          log: (line) => lines.push(line),
          failingJobs: (count) => void workers.stop().then(() => told(count)),
        })
      })
      expect(failing).toBe(1)
    })
    expect(lines).toMatchObject([{ where: 'jobs', kind: 'open-children', attempts: 1 }])
    pass(60_000)
    await runJobs(county.deps, TEST_TENANT)
  })

  test('tells a parent of a closed child once, though its key was forgotten long ago', async () => {
    const parent = await open()
    const { opened } = await handleAndFollow(county.deps, split(parent))
    const child = { id: opened[0]?.id ?? '' }
    const take = (post: string, step: string, form: object) =>
      handleAndFollow(county.deps, {
        actor: actorOf(post),
        matterId: child.id,
        command: { type: 'TakeStep', step, form: form as Record<string, string> },
      })
    await take('handler', 'handle', { done: '好了' })
    const { matter: closed } = await take('verifier', 'close', {})
    await county.database.owner.query('delete from commands')
    await tellParent(county.deps, closed)
    const { timeline } = await view(parent)
    expect(timeline.filter(({ type }) => type === 'ChildClosed')).toHaveLength(1)
  })
})
