import { afterAll, beforeAll, expect, test } from 'vitest'
import { countFindings } from '../../../cli/doctor/checks/counts.ts'
import { createDice } from '../../../demo/dice.ts'
import { COUNT_KEYS, type CountCell, type CountKey, type CountQuery } from '../../../domain/counts/count-query.ts'
import { COUNTED, type Counted } from '../../../domain/counts/count-row.ts'
import { LEVELS } from '../../../domain/matter/level.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import { addDays, addMilliseconds, dayOf, type Instant, startOfDay } from '../../../domain/time/time.ts'
import { replay } from '../../../engine/record/evolve.ts'
import { PROCEDURES } from '../../../procedures/all.ts'
import { type TestCounty, testCounty } from '../../../testing/county.ts'
import { randomCounty } from '../../../testing/oracle/random-county.ts'
import { redLists } from '../../../testing/oracle/red-lists.ts'
import { lineOf, readStories, type Story, sees } from '../../../testing/oracle/story.ts'
import { actorOf, POSTS, TEST_TENANT } from '../../../testing/people.ts'
import { timedProcedure } from '../../../testing/timed-procedure.ts'
import { tinyProcedure } from '../../../testing/tiny-procedure.ts'
import { databaseFor } from '../../connection/connect.ts'
import { readOverview } from '../../overview/read-overview.ts'
import { sequenceLog } from '../../transparency/sequence.ts'
import { verifyTenant } from '../../verify/verify-tenant.ts'
import { countCells, countedMatters, scopeOf } from '../count-cells.ts'
import { looseCells, packBlock, unpackBlock } from './block.ts'
import { checkCounts } from './check.ts'
import { keepCounts } from './keep-counts.ts'
import { keptSums } from './kept-sums.ts'
import { projectCounts } from './project.ts'
import { rebuildCounts } from './rebuild.ts'

const KINDS = ['tiny', 'tiny', 'timed', 'timed', 'hazard', 'petition', 'report', 'dispute'] as const
const kinds = [tinyProcedure, timedProcedure, ...PROCEDURES]
const READERS = ['leader', 'dongpu-clerk', 'xiatang-grid', 'mediator', 'yunxi-clerk'] as const
const ROUNDS = 16
const dice = createDice(8_151)

let county: TestCounty
/** Checks made while matters went on, and how many of them the kept counts answered. */
const seen = { asked: 0, kept: 0, cells: 0, lists: 0, red: 0 }

beforeAll(async () => {
  county = await testCounty(kinds)
}, 60_000)
afterAll(() => county?.dispose())

const db = () => databaseFor(county.deps.pool, TEST_TENANT)
const rulebook = () => county.deps.rulebooks.of(TEST_TENANT)
const pick = <T>(from: readonly T[]): T => from[Math.floor(dice.roll() * from.length)] as T

/** Most spans begin with a day, some in the middle of one. */
const partOf = (day: string) =>
  addMilliseconds(startOfDay(day), dice.roll() < 0.3 ? Math.floor(dice.roll() * 86_400_000) : 0)

/** Keys, filters and days by chance. */
function randomQuery(now: Instant): CountQuery {
  const by = [...COUNT_KEYS].filter(() => dice.roll() < 0.3).slice(0, 4)
  const day = dayOf(now)
  const maybe = <T>(share: number, value: T) => (dice.roll() < share ? value : undefined)
  const isPast = dice.roll() < 0.3
  const at = isPast ? startOfDay(addDays(day, -Math.floor(dice.roll() * 60))) : now
  const optional = {
    unitId: maybe(0.3, pick(['qinglan', 'dongpu', 'xiatang', 'yunxi'])),
    place: maybe(0.1, pick(['dongpu', 'xiatang'])),
    level: maybe(0.1, pick(Object.keys(LEVELS) as (keyof typeof LEVELS)[])),
    kinds: maybe(0.2, ['tiny', 'hazard', 'petition']),
    until: maybe(0.2, partOf(addDays(day, -3))),
  }
  const set = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined))
  return {
    by,
    counted: COUNTED,
    span: { from: partOf(addDays(dayOf(at), -Math.floor(dice.roll() * 100))), at },
    ...set,
  }
}

/** What a query counts, said slowly: each history is told up to the moment and looked at by itself. */
function slowly(stories: readonly Story[], post: string, query: CountQuery, countable: ReadonlySet<string>) {
  const reader = POSTS.find(({ id }) => id === post)
  if (!reader) throw new Error(`no post ${post}`)
  const cells: Record<string, string[]> = {}
  for (const story of stories) {
    if (story.matter.exercise || !countable.has(story.matter.procedure) || !sees(reader, story, kinds)) continue
    const then = replay(story.events.filter((event) => event.at < query.span.at))
    if (!then || !isMeant(then, query)) continue
    for (const counted of COUNTED) {
      const day = dayFor(counted, then, query)
      if (day === undefined) continue
      const key = query.by.map((each) => keyValue(each, then, day))
      const name = [counted, ...key].join(' | ')
      cells[name] = [...(cells[name] ?? []), then.id]
    }
  }
  return cells
}

const isMeant = (then: Matter, { unitId, place, level, kinds: of }: CountQuery) =>
  (!unitId || lineOf(then.unitId).includes(unitId)) &&
  (!place || lineOf(then.placeUnitId).includes(place)) &&
  (!level || then.level === level) &&
  (!of || of.includes(then.procedure))

/** The day for which a matter is counted; undefined where it is not. */
function dayFor(counted: Counted, then: Matter, { span: { from, at }, until = '9' }: CountQuery): string | undefined {
  const closedAt = then.group === 'done' ? (then.closedAt ?? then.openedAt) : undefined
  const isLate = then.clocks.some(({ state, dueAt, endedAt = '9' }) => {
    const end = [endedAt, closedAt ?? '9'].sort()[0] ?? ''
    return ['running', 'overdue', 'met'].includes(state) && end >= dueAt
  })
  const isOverdue = then.clocks.some(({ state, dueAt }) => ['running', 'overdue'].includes(state) && dueAt <= at)
  const isIn = (day: string | undefined) => day !== undefined && day >= from && day < until
  const wentBack = then.outcome === 'returned'
  const answers: Record<Counted, boolean> = {
    opened: isIn(then.openedAt),
    closed: isIn(closedAt) && !wentBack,
    onTime: isIn(closedAt) && !wentBack && !isLate,
    late: isIn(closedAt) && !wentBack && isLate,
    returned: isIn(closedAt) && wentBack,
    open: closedAt === undefined,
    overdue: closedAt === undefined && isOverdue,
  }
  if (!answers[counted]) return undefined
  return dayOf(['opened', 'open', 'overdue'].includes(counted) ? then.openedAt : (closedAt ?? ''))
}

function keyValue(key: CountKey, then: Matter, day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const values: Record<CountKey, string> = {
    unit: then.unitId,
    kind: then.procedure,
    category: `${then.procedure}/${then.category ?? ''}`,
    state: then.state,
    level: then.level ?? '',
    place: then.placeUnitId ?? '',
    source: then.channel,
    month: day.slice(0, 7),
    week: addDays(day, -((weekday + 6) % 7)),
    day,
  }
  return values[key]
}

const flat = (cells: readonly CountCell[], by: readonly CountKey[]) =>
  Object.fromEntries(
    cells.flatMap(({ key, counts }) =>
      Object.entries(counts).map(([counted, n]) => [[counted, ...by.map((each) => key[each])].join(' | '), n]),
    ),
  )

/** Asks a few questions for a few readers and holds each to the slow recount, and one list behind a figure of each. */
async function holdUp(questions: number) {
  const stories = await readStories(county)
  const book = await rulebook()
  const now = addMilliseconds(county.deps.now(), 1)
  for (const post of READERS) {
    const scope = scopeOf(actorOf(post), book)
    for (let turn = 0; turn < questions; turn += 1) {
      const query = randomQuery(now)
      const slow = slowly(stories, post, query, new Set(scope.kinds))
      const cells = await countCells(db(), scope, query)
      const numbers = Object.fromEntries(Object.entries(slow).map(([name, ids]) => [name, ids.length]))
      expect(flat(cells, query.by), `${post} ${JSON.stringify(query)}`).toEqual(numbers)
      if (query.span.at === now) {
        seen.asked += 1
        if (await keptSums(db(), scope, [query])) seen.kept += 1
      }
      seen.cells += Object.keys(numbers).length
      const cell = cells.length > 0 ? pick(cells) : undefined
      if (!cell) continue
      const counted = pick(Object.keys(cell.counts) as Counted[])
      const figure = { ...query, counted: [counted] as const, key: cell.key }
      const list = await countedMatters(db(), scope, figure, { page: 1, limit: 1_000 })
      const ids = slow[[counted, ...query.by.map((each) => cell.key[each])].join(' | ')] ?? []
      expect([list.count, list.rows.map(({ id }) => id).sort()]).toEqual([cell.counts[counted], [...ids].sort()])
      seen.lists += 1
    }
  }
}

/** Holds the lists of each reader's overview to all that is open, sorted. */
async function holdUpLists() {
  const stories = await readStories(county)
  const book = await rulebook()
  const now = addMilliseconds(county.deps.now(), 1)
  for (const post of READERS) {
    const actor = actorOf(post)
    const reader = POSTS.find(({ id }) => id === post) as (typeof POSTS)[number]
    const countable = new Set(scopeOf(actor, book).kinds)
    const unitId = dice.roll() < 0.5 ? actor.unitId : pick(['qinglan', 'dongpu'])
    const open = stories.flatMap((story) => {
      const { matter } = story
      const isMeant = countable.has(matter.procedure) && !matter.exercise && lineOf(matter.unitId).includes(unitId)
      return isMeant && matter.group !== 'done' && sees(reader, story, kinds) ? [matter] : []
    })
    const slow = redLists(open, now)
    const { overdue, oldest, major, all } = await readOverview(db(), actor, unitId, now, book)
    expect(overdue.map(({ id, overdueSince }) => `${id} ${overdueSince}`)).toEqual(slow.overdue)
    expect(oldest.map(({ id }) => id)).toEqual(slow.oldest)
    expect(major.length).toBe(Math.min(8, slow.major.length))
    expect(slow.major).toEqual(expect.arrayContaining(major.map(({ id }) => id)))
    expect(all.open).toBe(open.length)
    seen.red += overdue.length + oldest.length
  }
}

/** The database lets the connection go while the counts take something in, as when a server is killed. */
async function killedWhileTaking() {
  const before = await stored()
  const held = await county.database.owner.connect()
  await held.query('begin')
  await held.query('lock table count_blocks in exclusive mode')
  let ended = false
  const taking = projectCounts(db(), TEST_TENANT)
    .catch(() => 'killed')
    .finally(() => {
      ended = true
    })
  const waiting = `select pg_terminate_backend(l.pid) from pg_locks l join pg_class c on c.oid = l.relation
    where c.relname = 'count_blocks' and not l.granted and l.database = (select oid from pg_database where datname = current_database())`
  while (!ended && (await county.database.owner.query(waiting)).rowCount === 0);
  expect(await taking).toBe('killed')
  await held.query('rollback')
  held.release()
  expect(await stored()).toEqual(before)
}
const stored = async () =>
  (await county.database.owner.query('select * from count_blocks order by procedure, month')).rows as unknown[]
const logSize = async () => Number((await county.database.owner.query('select size from log_state')).rows[0].size)
async function marksOf() {
  const { rows } = await county.database.owner.query(
    'select (select position from count_state) as position, (select count(*) from log_pending) as pending',
  )
  return { position: Number(rows[0].position), pending: Number(rows[0].pending) }
}

test('kept counts equal a slow recount of a thousand histories, whatever they have taken in, and each list has as many rows', async () => {
  const { procedures } = await rulebook()
  const life = randomCounty(county, 15_118, [])
  const played = KINDS.flatMap((id) => procedures.findLast((each) => each.id === id) ?? [])
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let times = 0; times < 7; times += 1) for (const kind of played) await life.open(kind)
    for (let turn = 0; turn < 20; turn += 1) await life.turn()
    await life.passTime(5 * 24)
    // The log and the counts each lag behind by chance; the counts begin in the middle of it all.
    if (dice.roll() < 0.8) await sequenceLog(county.deps, TEST_TENANT, 'test')
    if (round === 3 || round === 9) await rebuildCounts(db(), TEST_TENANT)
    if (dice.roll() < 0.6) await projectCounts(db(), TEST_TENANT)
    if (round % 4 === 3) expect((await checkCounts(db(), TEST_TENANT))?.wrong ?? []).toEqual([])
    if (round % 5 === 4) await holdUp(2)
    if (round % 2 === 1) await holdUpLists()
  }
  await holdUp(4)
  // Something is there to be taken in, whatever chance brought.
  await keepCounts(county.deps, TEST_TENANT)
  for (const kind of played) await life.open(kind)
  await sequenceLog(county.deps, TEST_TENANT, 'test')
  await killedWhileTaking()
  await keepCounts(county.deps, TEST_TENANT)
  expect((await checkCounts(db(), TEST_TENANT))?.wrong).toEqual([])
  expect(await marksOf()).toEqual({ position: await logSize(), pending: 0 })
  expect((await readStories(county)).length).toBeGreaterThanOrEqual(880)
  expect(seen.red).toBeGreaterThan(200)
  expect(seen.kept).toBeGreaterThan(seen.asked / 2)
}, 240_000)

test('a kept count that somebody changed is found, by all and by a sample, and counting anew mends it', async () => {
  const { rows } = await county.database.owner.query<{ procedure: string; month: string; cells: Buffer }>(
    "select procedure, month, cells from count_blocks where procedure = 'hazard' order by month limit 1",
  )
  const [block] = rows
  const cells = looseCells(unpackBlock(block?.cells ?? Buffer.alloc(0)))
  const [first = ''] = cells.keys()
  cells.set(first, (cells.get(first) ?? 0) + 1)
  await county.database.owner.query('update count_blocks set cells = $1 where procedure = $2 and month = $3', [
    packBlock(cells),
    block?.procedure,
    block?.month,
  ])
  const wrong = [`${block?.procedure} ${block?.month}`]
  expect((await checkCounts(db(), TEST_TENANT))?.wrong).toEqual(wrong)
  expect((await checkCounts(db(), TEST_TENANT, { sample: 1_000 }))?.wrong).toEqual(wrong)
  const { beside } = await verifyTenant(county.deps, TEST_TENANT, () => {})
  expect(beside).toEqual([{ rule: 'counts-differ', at: wrong[0] }])
  expect(await countFindings(county.database.owner)).toMatchObject([{ check: 'counts' }])
  await rebuildCounts(db(), TEST_TENANT)
  expect((await checkCounts(db(), TEST_TENANT))?.wrong).toEqual([])
  expect(await countFindings(county.database.owner)).toMatchObject([{ check: 'counts', state: 'good' }])
}, 120_000)
