import { expect, test } from 'vitest'
import { planted } from '../../../testing/planted.ts'
import { apartProcedure } from '../../../testing/procedures/apart-procedure.ts'
import { faultsOf } from '../faults-of.ts'
import { apartFaults } from './apart.ts'

test('a definition that keeps things apart has no fault of that kind', () => {
  expect(apartFaults(apartProcedure)).toEqual([])
  expect(faultsOf(apartProcedure, [apartProcedure]).filter(({ path }) => !path.startsWith('states'))).toEqual([])
})

const fact = { kind: 'text', title: { zh: '地点', en: 'Place' }, sets: 'place' }
const SLIPS: readonly (readonly [what: string, path: string, value: unknown, fault: string])[] = [
  [
    'hidden until no step',
    'forms.score.hiddenUntil',
    'opens',
    'forms.score.hiddenUntil: there is no other step "opens" that lays it open',
  ],
  [
    'hidden until the step that answers it',
    'forms.score.hiddenUntil',
    'score',
    'forms.score.hiddenUntil: there is no other step "score" that lays it open',
  ],
  [
    'an opening form that is hidden',
    'forms.opening.hiddenUntil',
    'openScores',
    'forms.opening.hiddenUntil: what opens a matter is not hidden',
  ],
  [
    'a hidden answer that sets a fact',
    'forms.score.fields.place',
    fact,
    'forms.score.fields.place: shows before it is laid open: it sets nothing, takes no files and is in no ledger',
  ],
  [
    'a hidden answer that residents read',
    'forms.score.fields.why.public',
    true,
    'forms.score.fields.why: shows before it is laid open: it sets nothing, takes no files and is in no ledger',
  ],
  [
    'a hidden answer in the ledger',
    'ledger.0.field',
    'why',
    'forms.score.fields.why: shows before it is laid open: it sets nothing, takes no files and is in no ledger',
  ],
  [
    'a hidden answer that decides the way',
    'steps.score.to',
    [{ if: { the: 'score', atLeast: 90 }, to: 'scored' }, { to: 'received' }],
    'steps.score.form: what is hidden decides no way and goes nowhere else before it is laid open',
  ],
  [
    'a hidden answer that a paper says',
    'steps.score.issues',
    ['sheet'],
    'steps.score.form: what is hidden decides no way and goes nowhere else before it is laid open',
  ],
  [
    'rows that gather what is not hidden',
    'forms.scores.fields.scores.gathers',
    'panel',
    'forms.scores.fields.scores.gathers: "panel" is no form that is hidden',
  ],
  [
    'rows gathered by another step',
    'steps.close.form',
    'scores',
    'forms.scores.fields.scores.gathers: only "openScores" gathers it',
  ],
  [
    'a column that the hidden form does not ask',
    'forms.scores.fields.scores.fields.grade',
    { kind: 'number', title: { zh: '档次', en: 'Grade' } },
    'forms.scores.fields.scores.fields.grade: "score" asks no "grade" of this kind',
  ],
  [
    'a step that shreds and does not end it',
    'steps.close.to',
    'scored',
    'steps.close.shreds: what destroys it ends the matter',
  ],
  [
    'a step that shreds and asks for something personal',
    'steps.withdraw.form',
    'later',
    'steps.withdraw.form: asks for "phone" while it destroys what is personal',
  ],
  [
    'readings that nobody is to read',
    'sight',
    { readings: true },
    'sight.readings: say for whom the kind is (only): they read who read',
  ],
]
test.each(SLIPS)('%s', (_, path, value, fault) => {
  expect(
    apartFaults(planted(apartProcedure, path, value)).map((each) => `${each.path}: ${each.sentence.en}`),
  ).toContain(fault)
})

test('nobody is hidden from where everybody in the line sees it by a rule without their names', () => {
  const faults = apartFaults(planted(apartProcedure, 'sight', undefined))
  expect(faults.map(({ path }) => path)).toEqual([
    'forms.opening.fields.about.fields.post.hides',
    'forms.opening.fields.about.fields.unit.hides',
  ])
})
