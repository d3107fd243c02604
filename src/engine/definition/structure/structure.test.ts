import { describe, expect, test } from 'vitest'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { planted } from '../../../testing/planted.ts'
import { tinyProcedure } from '../../../testing/tiny-procedure.ts'
import { structureFaults } from './structure.ts'

const rule = {
  code: 'SY-02',
  title: text('验收期限', 'To verify'),
  length: 5,
  unit: 'workingDay',
  roll: 'none',
  warn: [],
}

/** The tiny procedure with a clock wherever a matter lies: handling, then the check. */
const kept = [
  ['deadlines.check', { ...rule, source: tinyProcedure.source }],
  ['steps.handle.starts', ['check']],
  ['steps.split.starts', ['check']],
  ['steps.close.meets', ['check']],
].reduce<Procedure>((made, [path, value]) => planted(made, path as string, value), tinyProcedure)

const ordered = [
  ['ordered', true],
  ['steps.close.by', [{ role: 'leader', at: 'ordering' }]],
].reduce<Procedure>((made, [path, value]) => planted(made, path as string, value), kept)

const told = (procedure: Procedure) => structureFaults(procedure).map(({ path, sentence }) => `${path}: ${sentence.en}`)

type Slip = readonly [what: string, path: string, value: unknown, ...faults: string[]]
const finds = (procedure: Procedure, slips: readonly Slip[]) => {
  for (const [what, path, value, ...faults] of slips)
    test(what, () => {
      expect(told(planted(procedure, path, value))).toEqual(faults)
    })
}

test('the procedures these slips are planted in keep the rules', () => {
  expect([told(kept), told(ordered)]).toEqual([[], []])
})

const clockless = (state: string) =>
  `states.${state}: no time limit certainly runs here; say why where there is none (clockless)`
const date = (more: object) => ({ kind: 'date', title: text('日期', 'Date'), ...more })

describe('a time limit runs wherever a matter lies', () => {
  finds(kept, [
    ['one way in starts none', 'steps.split.starts', undefined, clockless('handled')],
    [
      'a step beside the path ends it',
      'steps.note.meets',
      ['handle', 'check'],
      clockless('received'),
      clockless('handled'),
    ],
    ['it applies only to some', 'deadlines.check.when', { field: 'kind', is: ['a'] }, clockless('handled')],
    [
      'the definition says why not',
      'states.handled',
      { ...kept.states['handled'], clockless: text('等上级', 'Waits') },
    ],
  ])

  test('two limits that divide the cases among them are one', () => {
    const kinds = {
      kind: 'choice',
      title: text('类', 'Kind'),
      required: true,
      options: { a: text('甲', 'A'), b: text('乙', 'B') },
    }
    const both = [
      ['forms.opening.fields.kind', kinds],
      ['deadlines.check.when', { field: 'kind', is: ['a'] }],
      ['deadlines.checkOther', { ...rule, source: tinyProcedure.source, when: { field: 'kind', is: ['b'] } }],
      ['steps.handle.starts', ['check', 'checkOther']],
      ['steps.split.starts', ['check', 'checkOther']],
      ['steps.close.meets', ['check', 'checkOther']],
    ].reduce<Procedure>((made, [path, value]) => planted(made, path as string, value), kept)
    expect(told(both)).toEqual([])
    expect(told(planted(both, 'forms.opening.fields.kind.required', undefined))).toEqual([clockless('handled')])
    expect(told(planted(both, 'deadlines.checkOther.when.is', ['a']))).toEqual([clockless('handled')])
  })
})

const alone = (step: string, index: number, act: string) =>
  `steps.${step}.by.${index}: whoever handles it ${act} alone: let another do it (notTheHandler), or say why they may (alone)`
const above = (step: string, index: number, act: string) =>
  `steps.${step}.by.${index}: only the side that ordered it ${act} (at: ordering)`
const CHECK = 'steps.close.guards: a check is made by another person than the handler'

describe('others check, and others grant', () => {
  finds(kept, [
    ['a check by the handler', 'steps.close.guards', ['allChildrenDone'], CHECK, alone('close', 1, 'verifies')],
    [
      'the same condition written out',
      'steps.close.guards',
      [{ all: [{ not: { actor: 'handled' } }, { children: 'any' }] }],
    ],
    [
      'one that only perhaps keeps the handler out',
      'steps.close.guards',
      [{ any: [{ not: { actor: 'handled' } }, { children: 'any' }] }],
      CHECK,
      alone('close', 1, 'verifies'),
    ],
    ['more time for oneself', 'steps.note.extends', 'handle', alone('note', 0, 'grants more time')],
    ['a pause for oneself', 'steps.note.pauses', ['handle'], alone('note', 0, 'stops the clock')],
    ['a listing taken back by oneself', 'steps.note.clears', ['listedOn'], alone('note', 0, 'lists or delists')],
    ['a document taken back by oneself', 'steps.note.revokes', ['order'], alone('note', 0, 'takes a document back')],
    ['an end by oneself', 'steps.note.to', 'closed', alone('note', 0, 'ends the matter')],
    [
      'a reason why that may be',
      'steps.note',
      { ...kept.steps['note'], to: 'closed', alone: text('当事人都同意', 'All agreed') },
    ],
    [
      'a leader, or another unit',
      'steps.note',
      { ...kept.steps['note'], extends: 'handle', by: ['leader', { role: 'handler', outside: 'responsible' }] },
    ],
    [
      'a check by another unit for some only',
      'steps.close.by',
      [{ role: 'verifier', outside: 'responsible' }, 'handler'],
      'steps.close.by: a check by another unit is by another unit whoever makes it (outside)',
    ],
  ])
  finds(ordered, [
    ['a check by the side that was ordered', 'steps.close.by.0', 'leader', above('close', 0, 'verifies')],
    [
      'a leader below who grants time',
      'steps.note',
      { ...ordered.steps['note'], extends: 'handle', by: ['leader'] },
      above('note', 0, 'grants more time'),
    ],
    [
      'a reason does not help there',
      'steps.note',
      { ...ordered.steps['note'], to: 'closed', by: ['leader'], alone: text('甲', 'A') },
      above('note', 0, 'ends the matter'),
    ],
    [
      'whoever ordered it in person',
      'steps.note',
      { ...ordered.steps['note'], to: 'closed', by: ['leader'], guards: ['isSupervisor'] },
    ],
    [
      'the sponsoring leader, or the system',
      'steps.note',
      { ...ordered.steps['note'], to: 'closed', by: [{ role: 'leader', is: 'sponsor' }, 'system'] },
    ],
  ])
})

describe('possible days and words that the record proves', () => {
  const open = 'forms.done.fields.on: a date has a first and a last day, or says why not (boundless)'
  finds(kept, [
    ['a date without a last day', 'forms.done.fields.on', date({ notBefore: 'opening' }), open],
    ['a date without a first day', 'forms.done.fields.on', date({ notAfter: 'today' }), open],
    ['a date between two', 'forms.done.fields.on', date({ notBefore: 'opening', notAfter: 'today' })],
    [
      'a date that says why not',
      'forms.done.fields.on',
      date({ notAfter: 'today', boundless: text('多早都可能', 'Any day') }),
    ],
    [
      'a paper nobody issues',
      'steps.close.told',
      text('送达了验收意见书', 'served it'),
      'steps.close.told: speaks of a paper, but the step issues none',
    ],
    [
      'a notice to nobody',
      'steps.close.public',
      text('已告知反映人', 'told'),
      'steps.close.public: says that somebody was told, but issues no paper and names nobody to tell (tells)',
    ],
    [
      'a notice with its addressee',
      'steps.close',
      { ...kept.steps['close'], told: text('已告知反映人', 'told'), tells: text('反映人', 'The reporter') },
    ],
  ])

  test('a document of the procedure that another step issues', () => {
    const named = planted(kept, 'documents.order', { title: text('交办单', 'Order') })
    expect(told(planted(named, 'steps.close.told', text('下了交办单', 'ordered')))).toEqual([
      'steps.close.told: speaks of "Order", which the step does not issue (issues: order)',
    ])
  })
})
