import { describe, expect, test } from 'vitest'
import { given, TEST_RULEBOOK } from '../../../testing/given.ts'
import { DIRECTORY } from '../../../testing/people.ts'
import { apartProcedure } from '../../../testing/procedures/apart-procedure.ts'
import { eventInSight, withoutHidden } from '../../access/hidden-answers.ts'

const rulebook = {
  ...TEST_RULEBOOK,
  procedures: [apartProcedure],
  directory: { ...DIRECTORY, sights: { apart: apartProcedure.sight ?? {} } },
}
const opened = (form: object = {}) => given(apartProcedure, 'clerk', { title: '一件事', ...form }, { rulebook })
const asked = () => opened().takes('clerk', 'ask', { panellists: [{ post: 'handler' }, { post: 'verifier' }] })
const score = (points: number) => ({ score: points, why: `扣${100 - points}分的理由` })

describe('what two people answer apart', () => {
  test('stays out of the answers on record, and neither sees the other’s, until a step lays both open', () => {
    const scored = asked().takes('handler', 'score', score(90)).takes('verifier', 'score', score(84))
    const { fields, hidden } = scored.matter()
    expect(fields).not.toHaveProperty('score')
    expect(hidden).toHaveLength(2)
    const seenBy = (post: string) =>
      withoutHidden(scored.matter(), { personId: `person-${post}` }).hidden?.map(({ postId }) => postId)
    expect([seenBy('handler'), seenBy('verifier'), seenBy('leader'), seenBy('clerk')]).toEqual([
      ['handler'],
      ['verifier'],
      [],
      [],
    ])
    const told = (post: string) =>
      scored
        .events()
        .map((event, index) => eventInSight(event, index + 1, scored.matter(), { personId: `person-${post}` }))
    expect(JSON.stringify(told('verifier'))).not.toContain('扣10分')
    expect(JSON.stringify(told('handler'))).toContain('扣10分')

    const open = scored.takes('clerk', 'openScores', {}).isIn('scored')
    expect(open.matter().fields).toMatchObject({
      scores: [
        { who: 'handler', score: 90, why: '扣10分的理由' },
        { who: 'verifier', score: 84, why: '扣16分的理由' },
      ],
      average: 87,
    })
    const later = open.events().map((event, index) => eventInSight(event, index + 1, open.matter(), { personId: 'x' }))
    expect(JSON.stringify(later)).toContain('扣16分')
  })

  test('opens when both have answered, and a third is asked when they lie far apart', () => {
    const one = asked().takes('handler', 'score', score(95))
    one.refuses('clerk', 'openScores', 'guard-refused')
    const far = one.takes('verifier', 'score', score(70)).takes('clerk', 'openScores', {}).isIn('third')
    const third = far
      .takes('clerk', 'ask', { panellists: [{ post: 'handler' }, { post: 'verifier' }, { post: 'xiatang-grid' }] })
      .takes('xiatang-grid', 'score', score(81))
    expect(JSON.stringify(third.matter().fields)).not.toContain('扣19分')
    const { fields } = third.takes('clerk', 'openScores', {}).isIn('scored').matter()
    expect(fields['average']).toBe(82)
  })

  test('cannot be typed into the rows that the step gathers', () => {
    asked()
      .takes('handler', 'score', score(95))
      .takes('verifier', 'score', score(94))
      .refuses(
        'clerk',
        'openScores',
        'form-invalid',
        { issues: [{ field: 'scores', rule: 'unknown-field' }] },
        { scores: [{ who: 'handler', score: 10 }] },
      )
  })
})

describe('whoever a matter names', () => {
  test('is kept by post and by the person who holds it today, and stays named', () => {
    const named = opened({ about: [{ post: 'leader' }, { unit: 'yunxi' }] })
    expect(named.matter().hiddenFrom).toEqual(
      ['leader', 'person-leader', 'unit:yunxi'].map((each) => (each.startsWith('person-') ? `person:${each}` : each)),
    )
  })

  test('takes no seat in it', () => {
    expect(() => opened({ about: [{ post: 'handler' }], owner: 'handler' })).toThrow('notNamed')
    expect(() => opened({ about: [{ unit: 'yunxi' }], owner: 'yunxi-clerk' })).toThrow('notNamed')
  })

  test('takes no step in it', () => {
    opened({ about: [{ post: 'handler' }] })
      .takes('clerk', 'ask', { panellists: [{ post: 'handler' }] })
      .refuses('handler', 'score', 'out-of-scope', {}, score(1))
  })
})

describe('a step that shreds', () => {
  test('says so in its event, and leaves nothing sealed on record', () => {
    const gone = opened().takes('clerk', 'withdraw')
    expect(gone.events().at(-1)).toMatchObject({ type: 'StepTaken', shreds: true })
    expect(gone.matter().shreddedAt).toBe(gone.events().at(-1)?.at)
  })

  test('keeps what a reason was written for', () => {
    const scored = asked()
      .takes('handler', 'score', score(90))
      .takes('verifier', 'score', score(84))
      .takes('clerk', 'openScores', {})
    expect(scored.takes('clerk', 'close', {}).matter().shreddedAt).toBeDefined()
    const kept = scored.takes('clerk', 'close', { keepBecause: '案件还在审理' })
    expect(kept.matter().shreddedAt).toBeUndefined()
    expect(kept.events().at(-1)).not.toHaveProperty('shreds')
  })

  test('lets nothing personal be given afterwards: it could never be opened', () => {
    opened().takes('clerk', 'withdraw').refuses('clerk', 'later', 'field-shredded', {}, { phone: '13800000001' })
  })
})
