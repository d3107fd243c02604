import { afterAll, beforeAll, expect, test } from 'vitest'
import { COUNTED, type Counted, type CountSpan, isCounted } from '../../domain/counts/count-row.ts'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { text } from '../../domain/wording/text.ts'
import { replay } from '../../engine/record/evolve.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { randomCounty } from '../../testing/oracle/random-county.ts'
import { readStories, type Story, sees } from '../../testing/oracle/story.ts'
import { actorOf, POSTS, TEST_TENANT } from '../../testing/people.ts'
import { playingProcedure } from '../../testing/procedures/playing-procedure.ts'
import { timedProcedure } from '../../testing/timed-procedure.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import { databaseFor } from '../connection/connect.ts'
import { readCountRows } from './count-rows.ts'

/** Some of these go back as not theirs. */
const bouncing = {
  ...tinyProcedure,
  id: 'bouncing',
  prefix: 'TH',
  outcomes: { returned: text('退回', 'Returned') },
  states: {
    ...tinyProcedure.states,
    closed: { title: text('已退回', 'Returned'), group: 'done', outcome: 'returned' },
  },
} as const satisfies Procedure

const KINDS = ['tiny', 'bouncing', 'timed', 'hazard', 'petition', 'report', 'dispute', 'playing']
const kinds = [tinyProcedure, bouncing, timedProcedure, playingProcedure, ...PROCEDURES]
const START = '2026-03-02T01:00:00.000Z'
const DAYS = 120

let county: TestCounty
let stories: Story[]
/** What had happened to each matter at some moment in between. */
let earlier: { at: Instant; stories: Story[] }
beforeAll(async () => {
  county = await testCounty(kinds)
  const { procedures } = await county.deps.rulebooks.of(TEST_TENANT)
  const life = randomCounty(county, 20_261_129, [])
  const played = KINDS.flatMap((id) => procedures.findLast((each) => each.id === id) ?? [])
  for (let round = 0; round < 30; round += 1) {
    for (const kind of played) await life.open(kind)
    for (let turn = 0; turn < 25; turn += 1) await life.turn()
    await life.passTime((24 * DAYS) / 30)
    if (round === 14) earlier = { at: county.deps.now(), stories: await readStories(county) }
  }
  stories = await readStories(county)
}, 240_000)
afterAll(() => county?.dispose())

/** The same said slowly, from what happened and nothing else. */
function fits(counted: Counted, matter: Matter, { from, at }: CountSpan): boolean {
  const isOver = matter.group === 'done'
  const endedIn = isOver && (matter.closedAt ?? matter.openedAt) >= from
  const wentBack = matter.outcome === 'returned'
  const wasLate = matter.clocks.some(({ state, dueAt, endedAt }) => {
    const ends = [endedAt, matter.closedAt].flatMap((each) => each ?? []).sort()[0] ?? matter.openedAt
    return !['paused', 'held', 'lapsed', 'cancelled'].includes(state) && ends >= dueAt
  })
  const isLate = matter.clocks.some(({ state, dueAt }) => ['running', 'overdue'].includes(state) && dueAt <= at)
  const answers: Record<Counted, boolean> = {
    opened: matter.openedAt >= from,
    closed: endedIn && !wentBack,
    onTime: endedIn && !wentBack && !wasLate,
    late: endedIn && !wentBack && wasLate,
    returned: endedIn && wentBack,
    open: !isOver,
    overdue: !isOver && isLate,
  }
  return answers[counted]
}

/** Every figure of a span by recounting each history up to its end. */
function recounted(all: readonly Story[], post: string, span: CountSpan): Record<string, string[]> {
  const figures: Record<string, string[]> = {}
  const reader = POSTS.find(({ id }) => id === post)
  if (!reader) throw new Error(`no post ${post}`)
  for (const story of all) {
    if (story.matter.exercise || !KINDS.includes(story.matter.procedure) || !sees(reader, story, kinds)) continue
    const then = replay(story.events.filter((event: MatterEvent) => event.at < span.at))
    if (!then) continue
    for (const counted of COUNTED)
      if (fits(counted, then, span)) {
        const key = `${counted} ${then.unitId} ${then.category ?? ''} ${then.level ?? ''} ${then.procedure} ${then.state} ${then.placeUnitId ?? ''} ${then.channel}`
        figures[key] = [...(figures[key] ?? []), then.id].sort()
      }
  }
  return figures
}

async function counted(post: string, spans: readonly CountSpan[]): Promise<Record<string, string[]>[]> {
  const { directory, procedures } = await county.deps.rulebooks.of(TEST_TENANT)
  const db = databaseFor(county.deps.pool, TEST_TENANT)
  const sides = await readCountRows(db, { actor: actorOf(post), directory, procedures, kinds: KINDS }, spans)
  return sides.map((rows, side) => {
    const figures: Record<string, string[]> = {}
    for (const row of rows)
      for (const each of COUNTED)
        if (isCounted(each, row, spans[side] as CountSpan)) {
          const key = `${each} ${row.unitId} ${row.category ?? ''} ${row.level ?? ''} ${row.procedure} ${row.state} ${row.place ?? ''} ${row.source}`
          figures[key] = [...(figures[key] ?? []), row.id].sort()
        }
    return figures
  })
}

const day = (after: number) => addMilliseconds(START, after * 86_400_000 + (after % 3) * 3_600_000)

test('every figure of any past day equals a slow recount of what happened until then, for every reader', async () => {
  const spans: CountSpan[] = []
  for (let turn = 0; turn < 60; turn += 1) {
    const from = day((turn * 37) % DAYS)
    spans.push({ from, at: addMilliseconds(from, (1 + ((turn * 13) % 45)) * 86_400_000) })
  }
  let told = 0
  for (const post of ['leader', 'dongpu-clerk', 'xiatang-grid', 'mediator', 'yunxi-clerk']) {
    const figures = await counted(post, spans)
    spans.forEach((span, side) => {
      const slow = recounted(stories, post, span)
      expect(figures[side], `${post} ${span.from} ${span.at}`).toEqual(slow)
      told += Object.keys(slow).length
    })
  }
  expect(told).toBeGreaterThan(1_000)
})

test('what came later changes nothing: the figures of a day are those that were counted on that day', async () => {
  const span = { from: START, at: earlier.at }
  const [now] = await counted('leader', [span])
  const changed = stories.filter(({ matter }) => {
    const was = earlier.stories.find((story) => story.matter.id === matter.id)
    return was && was.matter.version < matter.version
  })
  expect(changed.length).toBeGreaterThan(20)
  expect(now).toEqual(recounted(earlier.stories, 'leader', span))
})

test('the random histories have all there is to count', async () => {
  const [figures] = await counted('leader', [{ from: START, at: day(DAYS + 30) }])
  const seen = new Set(Object.keys(figures ?? {}).map((key) => key.split(' ')[0]))
  expect([...COUNTED].filter((each) => !seen.has(each))).toEqual([])
})
