import { describe, expect, test } from 'vitest'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { planted } from '../../../testing/planted.ts'
import { seatedProcedure as careless } from '../../../testing/seated-procedure.ts'
import { tinyProcedure } from '../../../testing/tiny-procedure.ts'
import { conditionFaults } from './conditions.ts'
import { effectFaults } from './effects.ts'
import { numberFaults } from './numbers.ts'
import { sittingFaults } from './seats.ts'

/** Its one slip, that a later form asks who ordered it, is there for the engine to withstand. */
const seatedProcedure = planted(careless, 'forms.arrange.fields.ordering', undefined)

/** A kind that opens seated matters, and one that these open. */
const parent = planted(tinyProcedure, 'steps.split.opens.0.procedure', 'seated')
const spawning = planted(seatedProcedure, 'steps.arrange.opens', [
  { procedure: 'tiny', link: 'childOf', carry: { title: 'title' } },
])

const faults = (procedure: Procedure, path: string, value: unknown) => {
  const slipped = planted(procedure, path, value)
  const all = [parent, tinyProcedure, slipped]
  return [
    ...sittingFaults(slipped),
    ...conditionFaults(slipped, all),
    ...effectFaults(slipped, all),
    ...numberFaults(slipped),
  ].map(({ path: at, sentence }) => `${at}: ${sentence.en}`)
}

type Slip = readonly [what: string, path: string, value: unknown, fault: string]
const finds = (slips: readonly Slip[], procedure = seatedProcedure) => {
  for (const [what, path, value, fault] of slips)
    test(what, () => {
      expect(faults(procedure, path, value)).toEqual([fault])
    })
}

test('the procedure these slips are planted in has none', () => {
  expect(faults(seatedProcedure, 'title', seatedProcedure.title)).toEqual([])
})

describe('seats', () => {
  finds([
    ['a taker at no seat', 'steps.close.by.0.at', 'orderer', 'steps.close.by.0.at: there is no seat "orderer"'],
    [
      'a taker at a seat nobody fills',
      'steps.close.by.0.at',
      'sponsor',
      'steps.close.by.0.at: no form fills the seat "sponsor"',
    ],
    [
      'a taker among parties, who do not sign in',
      'steps.close.by.0.at',
      'party',
      'steps.close.by.0.at: "party" holds neither units nor posts: nobody there can act',
    ],
    ['raised to no seat', 'steps.refuse.raises.0', 'boss', 'steps.refuse.raises.0: there is no seat "boss"'],
    [
      'a shared seat made into another',
      'seats.owner',
      { title: text('甲', 'A'), holds: 'unit' },
      'seats.owner: a shared seat may have another title, nothing else',
    ],
    [
      'words for the answers of a seat of one',
      'seats.owner',
      { title: text('甲', 'A'), holds: 'post', stands: { answered: text('已送达', 'Served') } },
      'seats.owner.stands: a seat of one neither answers nor refuses',
    ],
    [
      'a seat nobody fills',
      'seats.panel',
      { title: text('甲', 'A'), holds: 'row', many: true },
      'seats.panel: no form fills it',
    ],
    [
      'who ordered it, asked afterwards',
      'forms.regrade.fields.newLevel',
      { kind: 'post', title: text('甲', 'A'), sets: 'ordering' },
      'forms.regrade.fields.newLevel.sets: who ordered it is fixed when the matter is opened',
    ],
    [
      'rows without the units they should name',
      'forms.arrange.fields.assistants.fields.unit',
      { kind: 'text', title: text('甲', 'A') },
      'forms.arrange.fields.assistants.fills: "assist" holds a unit, but the rows name none',
    ],
    [
      'a party that would sign in itself',
      'steps.consent.form',
      undefined,
      'steps.consent.answers: "party" does not sign in: the form asks which one it is (holder)',
    ],
    ['an answer of a seat of one', 'steps.sign.signs', 'owner', 'steps.sign.signs: "owner" is no seat of many'],
    [
      'a choice among holders of a seat of one',
      'forms.report.fields.ready',
      { kind: 'holder', title: text('甲', 'A'), of: 'responsible' },
      'forms.report.fields.ready.of: "responsible" is no seat of many',
    ],
  ])
})

describe('conditions', () => {
  const guard = 'steps.close.guards'
  finds([
    ['an answer to no question', guard, [{ the: 'redy', is: ['yes'] }], `${guard}.0.the: no form asks for "redy"`],
    [
      'an answer that cannot be given',
      guard,
      [{ the: 'ready', is: ['perhaps'] }],
      `${guard}.0.is.0: "ready" has no answer "perhaps"`,
    ],
    [
      'a level there is not',
      guard,
      [{ not: { the: 'level', is: ['red'] } }],
      `${guard}.0.not.is.0: "level" has no answer "red"`,
    ],
    ['a text compared with a number', guard, [{ the: 'title', atLeast: 3 }], `${guard}.0.the: "title" is no number`],
    [
      'rounds of no step',
      guard,
      [{ the: { rounds: 'bak' }, atLeast: 3 }],
      `${guard}.0.the.rounds: there is no step "bak"`,
    ],
    [
      'rows of no rows',
      guard,
      [{ the: { rows: 'ready' }, atLeast: 3 }],
      `${guard}.0.the.rows: no form has rows "ready"`,
    ],
    [
      'a sum of texts',
      guard,
      [{ the: { sum: 'assistants', of: 'what' }, atLeast: 3 }],
      `${guard}.0.the.of: "assistants" has no column of numbers "what"`,
    ],
    [
      'a day that is none',
      guard,
      [{ day: { field: 'ready' }, notBefore: 'today' }],
      `${guard}.0.day.field: no form asks for a date "ready"`,
    ],
    [
      'holders of no seat',
      guard,
      [{ seat: 'assists', every: ['asked'] }],
      `${guard}.0.seat: there is no seat "assists"`,
    ],
    [
      'a state that no step brings about',
      guard,
      [{ seat: 'party', any: ['refused'] }],
      `${guard}.0.any.0: no step brings "party" to refused`,
    ],
    ['whoever holds no seat', guard, [{ actor: { holds: 'boss' } }], `${guard}.0.actor.holds: there is no seat "boss"`],
    [
      'children of a step that opens none',
      guard,
      [{ children: 'any' }],
      `${guard}.0.children: no step opens another matter`,
    ],
    [
      'one deep inside',
      guard,
      [{ any: [{ all: [{ seat: 'boss', filled: true }] }, { files: 'sinceState' }] }],
      `${guard}.0.any.0.all.0.seat: there is no seat "boss"`,
    ],
    [
      'a last way with a condition',
      'steps.report.to.2.if',
      { the: 'ready', is: ['no'] },
      'steps.report.to.2.if: the last way has no condition',
    ],
    [
      'a way that hides those after it',
      'steps.report.to.0.if',
      undefined,
      'steps.report.to.0: a way without a condition comes last',
    ],
    [
      'a way by no answer',
      'steps.report.to.0.if',
      { the: 'redy', is: ['yes'] },
      'steps.report.to.0.if.the: no form asks for "redy"',
    ],
  ])
  finds(
    [
      [
        'an end no child has',
        guard,
        [{ children: 'every', outcome: ['lost'] }],
        `${guard}.0.outcome.0: no matter that comes of it ends with "lost"`,
      ],
    ],
    spawning,
  )
})

describe('what steps bring about', () => {
  const relay = (step: string, carry: object, to = 'parent') => [{ to, step, carry }]
  finds([
    [
      'an answer taken back that nobody gives',
      'steps.delist.clears.0',
      'listedFor',
      'steps.delist.clears.0: no form asks for "listedFor"',
    ],
    [
      'a document taken back that nobody issues',
      'steps.reorder.revokes.0',
      'notice',
      'steps.reorder.revokes.0: no step issues a document "notice"',
    ],
    [
      'a link taken back that nobody makes',
      'steps.reorder.unlinks',
      'duplicateOf',
      'steps.reorder.unlinks: no step links to another matter as duplicateOf',
    ],
    [
      'a step the parent does not know',
      'steps.answer.relays',
      relay('notify', {}),
      'steps.answer.relays.0.step: no related matter has a step "notify"',
    ],
    [
      'a relay to children there are not',
      'steps.answer.relays',
      relay('note', {}, 'children'),
      'steps.answer.relays.0.to: there are no such related matters',
    ],
    [
      'a step the system does not take there',
      'steps.answer.relays',
      relay('note', { done: 'title' }),
      'steps.answer.relays.0.step: the system does not take "note" of tiny',
    ],
  ])

  test('a relay carries what the other step asks, and all that it requires', () => {
    const open = planted(planted(tinyProcedure, 'steps.note.by', ['system']), 'steps.split.opens.0.procedure', 'seated')
    const relays = (carry: object) =>
      effectFaults(planted(seatedProcedure, 'steps.answer.relays', relay('note', carry)), [open]).map(
        ({ path, sentence }) => `${path}: ${sentence.en}`,
      )
    expect(relays({ done: 'title' })).toEqual([])
    expect(relays({})).toEqual(['steps.answer.relays.0.carry: "done", which tiny requires, may not come along'])
    expect(relays({ done: 'title', more: 'titel' })).toEqual([
      'steps.answer.relays.0.carry.more: the step of tiny asks no "more"',
      'steps.answer.relays.0.carry.more: no form asks for "titel"',
    ])
  })

  const number = { kind: 'number', title: text('甲', 'A') }
  const graded = planted(seatedProcedure, 'forms.regrade.fields', {
    likelihood: number,
    exposure: number,
    value: { ...number, computed: { product: ['likelihood', 'exposure'] } },
    why: { kind: 'text', title: text('甲', 'A') },
    grade: {
      kind: 'level',
      title: text('甲', 'A'),
      bands: {
        of: 'value',
        from: [
          { atLeast: 0, level: 'low' },
          { atLeast: 20, level: 'major' },
        ],
        lowerBecause: 'why',
      },
    },
  })
  const at = 'forms.regrade.fields'
  finds(
    [
      [
        'a product of no number',
        `${at}.value.computed.product.1`,
        'exposition',
        `${at}.value.computed.product.1: the same form has no number "exposition"`,
      ],
      [
        'bands of no number',
        `${at}.grade.bands.of`,
        'valu',
        `${at}.grade.bands.of: the same form has no number "valu"`,
      ],
      [
        'bands out of order',
        `${at}.grade.bands.from.1.atLeast`,
        0,
        `${at}.grade.bands.from.1.atLeast: must be above the band before`,
      ],
      [
        'no reason to be given',
        `${at}.grade.bands.lowerBecause`,
        'becaus',
        `${at}.grade.bands.lowerBecause: the same form has no text "becaus"`,
      ],
    ],
    graded,
  )
})
