import { beforeAll, describe, expect, test } from 'vitest'
import { replay } from '../engine/record/evolve.ts'
import { waitsFor, worklistTokens } from '../engine/worklist/waits-for.ts'
import { PROCEDURES } from '../procedures/all.ts'
import type { Draft } from '../storage/bulk/bulk-draft.ts'
import { demoWorld } from '../testing/demo-world.ts'
import { DEMO_POSTS } from './county/posts.ts'
import { DEMO_SIGN_INS } from './county/sign-ins.ts'
import { DEMO_UNITS } from './county/units.ts'
import { beginPointing } from './load-matters.ts'
import { yearOfOpenings } from './openings.ts'
import { storyOpenings } from './stories.ts'
import type { StoryStep } from './story.ts'
import { STORIES } from './story-book.ts'
import type { World } from './walk.ts'

const { rulebook: RULEBOOK } = demoWorld(1).context
const { now: NOW } = demoWorld(1)

/** The county of a seed, in memory. */
function countyOf(seed: number): World {
  const world = demoWorld(seed)
  const { rulebook } = world.context
  const openings = [
    ...yearOfOpenings(rulebook, 'qinglan', world.now, world.dice),
    ...storyOpenings(rulebook, 'qinglan', world.now, world.dice),
  ]
  for (const opening of openings.sort((a, b) => (a.at < b.at ? -1 : 1))) beginPointing(world, opening)
  return world
}

let world: World
let drafts: readonly Draft[]
beforeAll(() => {
  world = countyOf(20_260_101)
  drafts = world.drafts
}, 120_000)

const matters = () => drafts.map(({ matter }) => matter)
/** What a story that is told to the minute has come to. */
const untilNow = (at: string, steps: readonly StoryStep[]) => {
  let when = Date.parse(at)
  return steps.flatMap(({ step, minutes = 0 }) => {
    when += minutes * 60_000
    return when <= Date.parse(NOW) ? [step] : []
  })
}

const share = (count: number) => count / drafts.length

describe('the demo county', () => {
  test('has a county, 6 townships, 40 villages, 12 departments, a court of 8 units and about 90 posts with a holder each', () => {
    const kinds = Map.groupBy(DEMO_UNITS, ({ kind }) => kind)
    expect(Array.from(kinds, ([kind, units]) => [kind, units.length])).toEqual([
      ['county', 1],
      ['department', 12],
      ['court', 8],
      ['township', 6],
      ['village', 40],
    ])
    expect(new Set(DEMO_UNITS.map(({ id }) => id)).size).toBe(DEMO_UNITS.length)
    expect(DEMO_POSTS.length).toBeGreaterThan(85)
    expect(new Set(DEMO_POSTS.map(({ holder }) => holder?.name)).size).toBe(DEMO_POSTS.length)
  })

  test('has a sign-in for each kind of work, none for more than one person', () => {
    expect(DEMO_SIGN_INS).toHaveLength(16)
    expect(new Set(DEMO_SIGN_INS.map(({ username }) => username)).size).toBe(16)
  })

  test('has a year of matters of all eight kinds', () => {
    expect(drafts.length).toBeGreaterThan(800)
    expect(new Set(matters().map(({ procedure }) => procedure))).toEqual(new Set(PROCEDURES.map(({ id }) => id)))
  })

  test('has organisations and sites on record, most of them in force', () => {
    for (const kind of ['organisation', 'site', 'plan']) {
      const records = drafts.filter(({ matter }) => matter.procedure === kind)
      expect(records.filter(({ matter }) => matter.state === 'inForce').length).toBeGreaterThan(records.length / 2)
    }
  })

  test('some are overdue, some were escalated, most are neither; some are listed, merged, and opened by others', () => {
    const everOverdue = matters().filter(({ clocks }) =>
      clocks.some((clock) => clock.escalated > 0 || clock.state === 'overdue'),
    )
    expect(share(everOverdue.length)).toBeGreaterThan(0.03)
    expect(share(everOverdue.length)).toBeLessThan(0.4)
    const open = matters().filter(({ group }) => group !== 'done')
    expect(open.length).toBeGreaterThan(60)
    expect(open.some(({ clocks }) => clocks.some(({ state }) => state === 'overdue'))).toBe(true)
    expect(matters().some(({ fields }) => typeof fields['listedOn'] === 'string')).toBe(true)
    expect(matters().some(({ links }) => links.some(({ type }) => type === 'duplicateOf'))).toBe(true)
    expect(matters().filter(({ childCount }) => childCount > 0).length).toBeGreaterThan(50)
  })

  test('every story is told to its end, or to now, and every sign-in that works on matters has some to work on', () => {
    const today = NOW.slice(0, 10)
    for (const story of STORIES(today)) {
      const { form, steps } = story
      const title = form['title'] ?? form['name']
      // Chance may have begun another matter of the same title; what a lesson changed in a record is the lesson's story.
      const told = drafts
        .filter(({ matter }) => matter.title === title)
        .map(({ events, procedure }) =>
          events.flatMap((event) =>
            event.type === 'StepTaken' && event.by.postId !== 'system' && !(procedure.record && event.step === 'revise')
              ? [event.step]
              : [],
          ),
        )
      expect(told, String(title)).toContainEqual(story.at ? untilNow(story.at, steps) : steps.map(({ step }) => step))
    }
    for (const { personId } of DEMO_SIGN_INS) {
      const post = DEMO_POSTS.find(({ holder }) => holder?.personId === personId)
      if (!post || post.roles.some((role) => role === 'administrator' || role === 'auditor')) continue
      const tokens = worklistTokens(post.id, post.unitId, post.roles)
      const work = drafts.filter(({ matter, procedure }) =>
        waitsFor(procedure, matter, RULEBOOK.directory).some((token) => tokens.includes(token)),
      )
      expect(work.length, post.id).toBeGreaterThan(0)
    }
  })

  test('weekends are quiet, and nothing happens in the future', () => {
    const weekday = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).getUTCDay()
    const onSundays = matters().filter(
      ({ openedAt, channel }) => channel !== 'system' && weekday(openedAt) === 0,
    ).length
    const onMondays = matters().filter(
      ({ openedAt, channel }) => channel !== 'system' && weekday(openedAt) === 1,
    ).length
    expect(onSundays * 2).toBeLessThan(onMondays)
    expect(drafts.every(({ events }) => events.every(({ at }) => at <= NOW))).toBe(true)
  })

  test('hardly any story meets a refusal, and each is what its events lead to, in order of time', () => {
    expect(world.refusals.length).toBeLessThan(drafts.length / 50)
    for (const { matter, events } of drafts) {
      expect(replay(events)).toEqual(matter)
      expect(events.every(({ at }, index) => index === 0 || at >= (events[index - 1]?.at ?? ''))).toBe(true)
    }
  })

  test('the same seed and moment give the same county, another seed another', () => {
    const outline = ({ drafts: all }: World) =>
      all.map(({ matter }) => [matter.reference, matter.title, matter.state, matter.version])
    expect(outline(countyOf(20_260_101))).toEqual(outline(world))
    expect(outline(countyOf(7))).not.toEqual(outline(world))
  }, 120_000)
})
