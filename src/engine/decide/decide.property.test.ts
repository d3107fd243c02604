import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { systemActor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { type Procedure, targetsOf } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { rolesOf } from '../../domain/procedure/taker.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { type RandomAct, randomActs, randomProcedure } from '../../testing/chance/random-procedure.ts'
import { actorOf, DIRECTORY, TEST_TENANT } from '../../testing/people.ts'
import { evolve, replay } from '../record/evolve.ts'
import { decide } from './decide.ts'
import { dueCommands } from './due-commands.ts'
import { openSteps } from './open-steps.ts'

const POSTS = ['clerk', 'handler', 'verifier', 'leader', 'dongpu-clerk', 'yunxi-clerk']
const PHOTO = { sha256: 'b'.repeat(64), name: 'p.jpg', type: 'image/jpeg', size: 10 }

type Life = {
  procedure: Procedure
  rulebook: Rulebook
  events: MatterEvent[]
  refused: number
  taken: { before: Matter; event: MatterEvent; act: RandomAct }[]
}

/** Lets random people try random things at random times, and keeps what was recorded. */
function live(procedure: Procedure, acts: readonly RandomAct[]): Life {
  const rulebook: Rulebook = { procedures: [procedure], calendar: chinaCalendar, directory: DIRECTORY, overrides: {} }
  let now = '2026-01-05T01:00:00.000Z'
  const open: Command = {
    type: 'OpenMatter',
    procedure: 'random',
    channel: 'window',
    unitId: 'dongpu',
    form: { title: '一件事', secret: '13800000000' },
  }
  const events = decide(procedure, undefined, open, actorOf('clerk'), {
    now,
    rulebook,
    identity: { matterId: 'm', reference: 'SJ-2026-0001' },
  })
  let matter = replay(events) as Matter
  const life: Life = { procedure, rulebook, events, refused: 0, taken: [] }
  const record = (made: readonly MatterEvent[], act: RandomAct) => {
    for (const event of made) {
      life.taken.push({ before: matter, event, act })
      events.push(event)
      matter = evolve(matter, event)
    }
    return made.length > 0
  }
  for (const act of acts) {
    now = new Date(Date.parse(now) + act.hours * 3_600_000).toISOString()
    while (act.waits) {
      const due = dueCommands(procedure, matter, now, chinaCalendar)[0]
      if (!due || !record(decide(procedure, matter, due, systemActor(TEST_TENANT), { now, rulebook }), act)) break
    }
    try {
      record(
        decide(
          procedure,
          matter,
          { type: 'TakeStep', step: act.step, form: act.form, ...(act.files ? { files: [PHOTO] } : {}) },
          actorOf(act.post),
          { now, rulebook },
        ),
        act,
      )
    } catch (cause) {
      if (!(cause instanceof AnlanError)) throw cause
      life.refused += 1
    }
  }
  return life
}

const lives = (check: (life: Life) => void) =>
  fc.assert(
    fc.property(randomProcedure, randomActs(POSTS), (procedure, acts) => check(live(procedure, acts))),
    { numRuns: 300 },
  )

describe('whatever the procedure, whoever acts, whenever', () => {
  test('no step is taken that the definition does not allow from that state to that role', () =>
    lives(({ procedure, taken }) => {
      for (const { before, event, act } of taken) {
        if (event.type !== 'StepTaken') continue
        const step = procedure.steps[event.step]
        expect(step?.from).toContain(before.state)
        expect(step?.to ? targetsOf(step) : [before.state]).toContain(event.to)
        expect(rolesOf(step?.by ?? []).some((role) => actorOf(act.post).roles.includes(role))).toBe(true)
      }
    }))

  test('replaying the events gives the matter that was kept', () =>
    lives(({ events }) => {
      const kept = events.reduce<Matter | undefined>((matter, event) => evolve(matter, event), undefined)
      expect(replay(JSON.parse(JSON.stringify(events)) as MatterEvent[])).toEqual(JSON.parse(JSON.stringify(kept)))
      expect(kept?.version).toBe(events.length)
    }))

  test('who handled a matter never verifies it where the definition forbids it', () =>
    lives(({ procedure, taken }) => {
      for (const { before, event } of taken)
        if (event.type === 'StepTaken' && procedure.steps[event.step]?.guards?.includes('notTheHandler'))
          expect(before.handledBy).not.toContain(event.by.personId)
    }))

  test('a matter is done exactly when it has an outcome and a closing instant', () =>
    lives(({ events }) => {
      const matter = replay(events)
      expect(matter?.group === 'done').toBe(matter?.closedAt !== undefined && matter?.outcome !== undefined)
    }))

  test('nobody outside the matter’s units and participants takes a step', () =>
    lives(({ taken }) => {
      for (const { event, act } of taken) if (event.type === 'StepTaken') expect(act.post).not.toBe('yunxi-clerk')
    }))

  test('the screen offers as open exactly the steps that need no more than a right form', () =>
    lives(({ procedure, rulebook, events }) => {
      const matter = replay(events) as Matter
      for (const post of POSTS)
        for (const offer of openSteps(procedure, matter, actorOf(post), rulebook, '2027-01-05T01:00:00.000Z')) {
          const refusal = refusalOf(() =>
            decide(procedure, matter, { type: 'TakeStep', step: offer.id }, actorOf(post), {
              now: '2027-01-05T01:00:00.000Z',
              rulebook,
            }),
          )
          if (!offer.open) expect(refusal?.code).toBe(offer.refusal?.code)
          else if (refusal) expect(['form-invalid', 'guard-refused']).toContain(refusal.code)
        }
    }))

  test('no clock runs on when the matter is done, and each started clock has one fate', () =>
    lives(({ events }) => {
      const matter = replay(events) as Matter
      if (matter.group === 'done')
        expect(
          matter.clocks.filter(({ state }) => state === 'running' || state === 'paused' || state === 'overdue'),
        ).toEqual([])
      expect(new Set(matter.clocks.map(({ id }) => id)).size).toBe(matter.clocks.length)
    }))

  test('time alone never acts twice: after a sweep nothing is due', () =>
    lives(({ procedure, events }) => {
      let matter = replay(events) as Matter
      const rulebook: Rulebook = {
        procedures: [procedure],
        calendar: chinaCalendar,
        directory: DIRECTORY,
        overrides: {},
      }
      const now = '2028-01-05T01:00:00.000Z'
      for (let turn = 0; ; turn += 1) {
        expect(turn).toBeLessThan(100)
        const due = dueCommands(procedure, matter, now, chinaCalendar)[0]
        if (!due) break
        const made = decide(procedure, matter, due, systemActor(TEST_TENANT), { now, rulebook })
        expect(made.length).toBe(1)
        matter = made.reduce<Matter>((so, event) => evolve(so, event), matter)
      }
    }))
})

function refusalOf(act: () => unknown): AnlanError | undefined {
  try {
    act()
    return undefined
  } catch (cause) {
    if (cause instanceof AnlanError) return cause
    throw cause
  }
}
