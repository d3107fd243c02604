import { describe, expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Condition } from '../../domain/procedure/condition.ts'
import type { Procedure, Step } from '../../domain/procedure/procedure.ts'
import { PHOTO } from '../../testing/given.ts'
import { actorOf } from '../../testing/people.ts'
import { seatedProcedure } from '../../testing/seated-procedure.ts'
import { certainlyHolds, holds, type Pending } from './conditions.ts'

const matterWith = (facts: Partial<Matter>) =>
  ({
    unitId: 'dongpu',
    originUnitId: 'qinglan',
    openedAt: '2026-03-01T16:00:00.000Z',
    openedBy: 'person-clerk',
    stateSince: '2026-03-05T01:00:00.000Z',
    fields: {},
    files: [],
    handledBy: [],
    childCount: 0,
    openChildCount: 0,
    stateVersion: 3,
    ...facts,
  }) as unknown as Matter

/** What is asked on 10 March 2026 by the clerk, of a matter with these facts, when the step comes with these answers. */
const asking = (facts: Partial<Matter> = {}, pending?: Pending, step = 'report', post = 'clerk') => ({
  procedure: seatedProcedure as Procedure,
  step: seatedProcedure.steps[step] as Step,
  matter: matterWith(facts),
  actor: actorOf(post),
  now: '2026-03-10T02:00:00.000Z',
  pending,
})
const given = (form: Pending['form'] = {}, files: Pending['files'] = []): Pending => ({ form, files })

type Line = readonly [says: string, condition: Condition, facts: Partial<Matter>, holds: boolean, pending?: Pending]
const sentences = (lines: readonly Line[]) => {
  for (const [says, condition, facts, expected, pending = given()] of lines)
    test(says, () => {
      expect(certainlyHolds(condition, asking(facts, pending))).toBe(expected)
      expect(certainlyHolds({ not: condition }, asking(facts, pending))).toBe(!expected)
    })
}

const rows = { fields: { spent: [{ sum: 3 }, { sum: 4.5 }, {}] } }

describe('answers and counts', () => {
  sentences([
    ['an answer is one of those named', { the: 'kind', is: ['a', 'b'] }, { fields: { kind: 'b' } }, true],
    ['an answer is none of those named', { the: 'kind', is: ['a'] }, { fields: { kind: 'b' } }, false],
    ['one of several choices is enough', { the: 'kinds', is: ['a'] }, { fields: { kinds: ['c', 'a'] } }, true],
    ['no answer is no answer', { the: 'kind', is: ['a'] }, {}, false],
    ['a step that asks again speaks for itself', { the: 'ready', is: ['yes'] }, { fields: { ready: true } }, false],
    ['yes is what a form sends as true', { the: 'ready', is: ['yes'] }, {}, true, given({ ready: true })],
    ['a number is at least another', { the: 'n', atLeast: 3 }, { fields: { n: 3 } }, true],
    ['a number is at most another', { the: 'n', atMost: 2 }, { fields: { n: 3 } }, false],
    ['what is not answered is not at most', { the: 'n', atMost: 2 }, {}, false],
    ['nothing has happened often', { the: { rounds: 'back' }, atLeast: 1 }, {}, false],
    ['a step was taken twice', { the: { rounds: 'back' }, atLeast: 2 }, { rounds: { back: 2 } }, true],
    ['so many rows', { the: { rows: 'spent' }, atLeast: 3 }, rows, true],
    ['no rows are none', { the: { rows: 'spent' }, atMost: 0 }, {}, true],
    ['a sum over the rows', { the: { sum: 'spent', of: 'sum' }, atLeast: 7.5 }, rows, true],
    ['given', { the: 'kind', given: true }, { fields: { kind: 'a' } }, true],
    ['emptied is not given', { the: 'kind', given: true }, { fields: { kind: null } }, false],
    ['no rows are not given', { the: 'kind', given: true }, { fields: { kind: [] } }, false],
    ['recorded and not taken back', { the: 'listedOn', recorded: true }, { fields: { listedOn: null } }, false],
    [
      'what this step says is not on record before it',
      { the: 'listedOn', recorded: true },
      {},
      false,
      given({ listedOn: '2026-03-02' }),
    ],
    [
      'a fact is as it is now, not as a question of its name once said',
      { the: 'level', is: ['low'] },
      { level: 'low', fields: { level: 'major' } },
      true,
    ],
    [
      'came back twice',
      { the: 'returns', atLeast: 2 },
      { endedChildren: ended('returned', 'closed', 'returned') },
      true,
    ],
  ])

  test('a question of another name that sets the fact speaks for it', () => {
    const major: Condition = { the: 'level', is: ['major'] }
    expect(certainlyHolds(major, asking({ level: 'low' }, given({ newLevel: 'major' }), 'regrade'))).toBe(true)
    expect(holds({ not: major }, asking({ level: 'major' }, undefined, 'regrade'))).toBe(true)
  })
})

function ended(...outcomes: string[]) {
  return outcomes.map((outcome, index) => ({ id: `${index}`, reference: `X-${index}`, procedure: 'tiny', outcome }))
}

describe('days, in China', () => {
  const on = (day: string) => ({ fields: { day } })
  sentences([
    ['today is not before a day', { day: 'today', notBefore: { field: 'day' } }, on('2026-03-10'), true],
    ['nor before one that is to come', { day: 'today', notBefore: { field: 'day' } }, on('2026-03-11'), false],
    ['three days after', { day: 'today', notBefore: { field: 'day' }, days: 3 }, on('2026-03-07'), true],
    ['only two days after', { day: 'today', notBefore: { field: 'day' }, days: 3 }, on('2026-03-08'), false],
    ['three days before', { day: 'today', notAfter: { field: 'day' }, days: 3 }, on('2026-03-13'), true],
    ['only two days before', { day: 'today', notAfter: { field: 'day' }, days: 3 }, on('2026-03-12'), false],
    [
      'midnight in China begins the day of opening',
      { day: 'opening', notBefore: { field: 'day' } },
      on('2026-03-02'),
      true,
    ],
    ['the stage began before today', { day: 'stateSince', notAfter: 'today', days: 5 }, {}, true],
    [
      'a moment counts as its day in China',
      { day: 'today', notBefore: { field: 'day' } },
      on('2026-03-09T16:30:00.000Z'),
      true,
    ],
  ])

  test('a day that nobody knows says nothing against it', () => {
    expect(certainlyHolds({ day: 'today', notBefore: { field: 'day' } }, asking({}, given()))).toBe(true)
  })
})

describe('people, seats, children and files', () => {
  const assist = (...states: ('asked' | 'signed' | 'answered' | 'refused')[]) => ({
    holders: states.map((state, index) => ({ seat: 'assist', id: `unit${index}`, state })),
  })
  sentences([
    ['who acts handled it', { actor: 'handled' }, { handledBy: ['person-clerk'] }, true],
    ['who acts did not register it', { actor: 'registered' }, { openedBy: 'person-triage' }, false],
    ['who acts holds the seat', { actor: { holds: 'owner' } }, { ownerPostId: 'clerk' }, true],
    ['who acts works in the unit that holds the seat', { actor: { holds: 'registrar' } }, {}, true],
    ['nobody holds the seat', { seat: 'sponsor', filled: true }, {}, false],
    ['somebody holds the seat', { seat: 'sponsor', filled: true }, { sponsorPostId: 'leader' }, true],
    [
      'every holder has answered',
      { seat: 'assist', every: ['answered', 'refused'] },
      assist('answered', 'refused'),
      true,
    ],
    ['one holder has not', { seat: 'assist', every: ['answered'] }, assist('answered', 'asked'), false],
    ['any holder has signed', { seat: 'assist', any: ['signed'] }, assist('asked', 'signed'), true],
    ['who refused holds the seat no more', { seat: 'assist', filled: true }, assist('refused'), false],
    ['every child is closed', { children: 'every', group: 'done' }, { childCount: 2, openChildCount: 0 }, true],
    ['one child is open', { children: 'every', group: 'done' }, { childCount: 2, openChildCount: 1 }, false],
    ['there is a child', { children: 'any' }, { childCount: 1 }, true],
    [
      'every child ended well',
      { children: 'every', outcome: ['closed'] },
      { childCount: 2, endedChildren: ended('closed', 'returned') },
      false,
    ],
    [
      'a file came since the stage began',
      { files: 'sinceState' },
      { files: [{ ...PHOTO, at: '', step: 'x', version: 3 }] },
      true,
    ],
    ['an older file is none', { files: 'sinceState' }, { files: [{ ...PHOTO, at: '', step: 'x', version: 2 }] }, false],
    ['a file comes with the step', { files: 'sinceState' }, {}, true, given({}, [PHOTO])],
  ])
})

describe('put together', () => {
  const yes: Condition = { children: 'every' }
  const no: Condition = { actor: 'handled' }
  sentences([
    ['all', { all: [yes, yes] }, {}, true],
    ['not all', { all: [yes, no] }, {}, false],
    ['any', { any: [no, yes] }, {}, true],
    ['none', { any: [no, no] }, {}, false],
    ['not', { not: no }, {}, true],
    ['neither', { not: { any: [no, { not: yes }] } }, {}, true],
  ])

  test('what only the answers of the step can tell does not lock its button, and does not open it either', () => {
    const open = asking()
    const ready: Condition = { the: 'ready', is: ['yes'] }
    expect([holds(ready, open), certainlyHolds(ready, open)]).toEqual([true, false])
    expect([holds({ not: ready }, open), certainlyHolds({ not: ready }, open)]).toEqual([true, false])
    expect(holds({ all: [ready, no] }, open)).toBe(false)
    expect(certainlyHolds({ any: [ready, yes] }, open)).toBe(true)
    expect(holds(ready, asking({}, given({ ready: false })))).toBe(false)
  })
})
