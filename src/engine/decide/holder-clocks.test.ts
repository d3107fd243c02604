import { describe, expect, test } from 'vitest'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { text } from '../../domain/wording/text.ts'
import { given, type Told } from '../../testing/given.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { planted } from '../../testing/planted.ts'
import { seatedProcedure } from '../../testing/seated-procedure.ts'
import { unknownLengthFaults } from '../definition/clocks.ts'
import { deadlineAnswerFaults } from '../definition/deadlines.ts'
import { sittingFaults } from '../definition/relations/seats.ts'
import { leadingClock } from '../time/leading-clock.ts'
import { waitsFor } from '../worklist/waits-for.ts'

const rule = {
  code: 'SY-09',
  title: text('协办期限', 'To answer'),
  unit: 'workingDay',
  roll: 'none',
  warn: [],
  escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('报领导', 'Tell the leader') }],
  source: seatedProcedure.source,
}

/** Each assisting unit signs within two working days and answers by the day its own row names. */
const timed = [
  ['deadlines.sign', { ...rule, code: 'SY-08', length: 2, per: 'assist' }],
  ['deadlines.answer', { ...rule, length: { dayIn: 'by' }, per: 'assist' }],
  [
    'forms.arrange.fields.assistants.fields.by',
    { kind: 'date', title: text('最迟', 'By'), required: true, notBefore: 'today' },
  ],
  ['steps.ask.starts', ['sign', 'answer']],
  ['steps.arrange.starts', ['sign', 'answer']],
  ['steps.sign.meets', ['sign']],
  ['steps.answer.meets', ['sign', 'answer']],
  ['steps.refuse.cancels', ['sign', 'answer']],
].reduce<Procedure>((made, [path, value]) => planted(made, path as string, value), seatedProcedure)

const rows = (...days: [string, string][]) => ({ assistants: days.map(([unit, by]) => ({ unit, by })) })
const asked = () =>
  given(timed, 'clerk', { title: '修堤' }, { unitId: 'safety' }).takes(
    'clerk',
    'ask',
    rows(['dongpu', '2026-03-10'], ['yunxi', '2026-03-20']),
  )
const clocks = (told: Told) => told.matter().clocks.map(({ id, holder, state }) => `${id} ${holder} ${state}`)

describe('a clock that is as long as the row says', () => {
  const minutes = [
    [
      'deadlines.answer',
      { ...rule, length: { numberIn: 'minutes' }, unit: 'minute', roll: 'none', escalation: [], per: 'assist' },
    ],
    [
      'forms.arrange.fields.assistants.fields.minutes',
      { kind: 'number', title: text('几分钟内', 'Minutes'), required: true, min: 1 },
    ],
    ['steps.ask.starts', ['sign', 'answer']],
    ['steps.arrange.starts', ['sign', 'answer']],
  ].reduce<Procedure>((made, [path, value]) => planted(made, path as string, value), timed)
  const rowsOf = (...each: [string, number][]) => ({
    assistants: each.map(([unit, count]) => ({ unit, by: '2026-03-10', minutes: count })),
  })

  test('runs so many minutes for each, to the minute', () => {
    const told = given(minutes, 'clerk', { title: '修堤' }, { unitId: 'safety' }).takes(
      'clerk',
      'ask',
      rowsOf(['dongpu', 10], ['yunxi', 90]),
    )
    const length = told.matter().clocks.filter(({ deadline }) => deadline === 'answer')
    expect(length.map(({ startedAt, dueAt }) => (Date.parse(dueAt) - Date.parse(startedAt)) / 60_000)).toEqual([10, 90])
  })

  test('needs a number above nought that every row has', () => {
    const told = (path: string, value: unknown) =>
      [
        ...deadlineAnswerFaults(planted(minutes, path, value)),
        ...unknownLengthFaults(planted(minutes, path, value)),
      ].map(({ path: at }) => at)
    const column = 'forms.arrange.fields.assistants.fields.minutes'
    expect(told(`${column}.min`, undefined)).toEqual(['deadlines.answer.length.numberIn'])
    expect(told(column, { kind: 'text', title: text('几分钟', 'Minutes'), required: true })).toContain(
      'deadlines.answer.length.numberIn',
    )
    expect(told(`${column}.required`, undefined)).toContain('steps.ask.starts.1')
  })
})

describe('a clock for each who is asked', () => {
  test('starts with the asking, by the day of their own row', () => {
    expect(clocks(asked())).toEqual([
      'sign#1 dongpu running',
      'sign#2 yunxi running',
      'answer#1 dongpu running',
      'answer#2 yunxi running',
    ])
    expect(
      asked()
        .matter()
        .clocks.map(({ dueOn }) => dueOn),
    ).toEqual(['2026-03-04', '2026-03-04', '2026-03-10', '2026-03-20'])
  })

  test('is met by their own step alone', () => {
    expect(clocks(asked().takes('dongpu-clerk', 'sign').takes('yunxi-clerk', 'answer'))).toEqual([
      'sign#1 dongpu met',
      'sign#2 yunxi met',
      'answer#1 dongpu running',
      'answer#2 yunxi met',
    ])
  })

  test('ends when they refuse, or are asked no longer; who is asked anew has a new one', () => {
    const refused = asked().takes('dongpu-clerk', 'refuse')
    expect(clocks(refused)).toEqual([
      'sign#1 dongpu cancelled',
      'sign#2 yunxi running',
      'answer#1 dongpu cancelled',
      'answer#2 yunxi running',
    ])
    const again = refused.takes('clerk', 'arrange', rows(['dongpu', '2026-03-12']))
    expect(clocks(again).slice(1)).toEqual([
      'sign#2 yunxi cancelled',
      'answer#1 dongpu cancelled',
      'answer#2 yunxi cancelled',
      'sign#3 dongpu running',
      'answer#3 dongpu running',
    ])
  })

  test('leads for them; for the others the matter has its own, or the first of theirs', () => {
    const all = asked().takes('dongpu-clerk', 'sign').takes('yunxi-clerk', 'sign').matter().clocks
    expect(leadingClock(all, ['yunxi', 'yunxi-clerk'])).toMatchObject({ holder: 'yunxi' })
    expect(leadingClock(all)).toMatchObject({ holder: 'dongpu' })
    expect(leadingClock([...all, { id: 'own', state: 'running', dueAt: '2027-01-01' }] as typeof all)).toMatchObject({
      id: 'own',
    })
  })

  test('overdue, is told to the leader of whoever is late and to the side that ordered it', () => {
    const late = asked().takes('yunxi-clerk', 'answer').waits('2026-03-13T16:00:00.000Z')
    expect(late.events().findLast(({ type }) => type === 'MatterEscalated')).toMatchObject({
      clockId: 'answer#1',
      raises: ['leader@dongpu', 'leader@qinglan'],
    })
  })

  test('is checked: the seat is one of many, and something fills it', () => {
    const told = (path: string, value: unknown) =>
      sittingFaults(planted(timed, path, value)).map(({ path: at, sentence }) => `${at}: ${sentence.en}`)
    expect(told('deadlines.sign.per', 'responsible')).toContain('deadlines.sign.per: "responsible" is no seat of many')
  })
})

describe('whoever is asked', () => {
  const today = (told: Told) => waitsFor(timed, told.matter(), DIRECTORY).filter((token) => /dongpu|yunxi/.test(token))

  test('has the matter on the worklist until the answer, although it stands elsewhere', () => {
    expect(today(asked())).toEqual(['clerk@dongpu', 'clerk@yunxi'])
    expect(today(asked().takes('dongpu-clerk', 'sign'))).toEqual(['clerk@dongpu', 'clerk@yunxi'])
    expect(today(asked().takes('dongpu-clerk', 'answer'))).toEqual(['clerk@yunxi'])
    expect(today(asked().takes('dongpu-clerk', 'answer').takes('yunxi-clerk', 'refuse'))).toEqual([])
  })
})
