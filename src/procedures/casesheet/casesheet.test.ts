import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { accessFacts, maySee } from '../../engine/access/access.ts'
import { given, TEST_RULEBOOK, type Told } from '../../testing/given.ts'
import { actorOf, DIRECTORY, POSTS } from '../../testing/people.ts'
import { criteriaV1 } from '../criteria/v1/procedure.ts'
import { caseReviewSheet } from '../starters/criteria.ts'
import { casesheetV1 } from './v1/procedure.ts'

const directory = {
  ...DIRECTORY,
  sights: { casesheet: casesheetV1.sight ?? {}, criteria: criteriaV1.sight ?? {} },
}
const rulebook = { ...TEST_RULEBOOK, directory }

const criteria = given(criteriaV1, 'clerk', caseReviewSheet.form, { rulebook }).takes('triage', 'publish').matter()
const named = new Map([[criteria.reference, criteria]])
const ITEMS = caseReviewSheet.form['items'] as readonly { readonly no: string }[]

const CASE: FormValues = {
  title: 'AJ-2026-0012',
  caseReference: 'AJ-2026-0012',
  caseUnit: 'court-civil',
  caseHandler: 'court-judge',
  criteria: criteria.reference,
}
const opened = () => given(casesheetV1, 'court-president', CASE, { unitId: 'court', rulebook, named })
const TWO = { panellists: [{ post: 'court-executor' }, { post: 'court-filing-judge' }] }
const assigned = () => opened().takes('court-president', 'assign', TWO)

/** Points off at the first item; the rest is in order. */
const score = (lost: number, veto = false): FormValues => ({
  items: ITEMS.map(({ no }, index) => ({ no, lost: index === 1 ? lost : 0 })),
  veto,
  opinion: `扣了${lost}分。`,
})
const scored = (first: number, second: number, veto = false) =>
  assigned().takes('court-executor', 'score', score(first)).takes('court-filing-judge', 'score', score(second, veto))
const openedUp = (first: number, second: number, veto = false) =>
  scored(first, second, veto).takes('court-president', 'openScores', {})
const grade = (told: Told, word: string) =>
  told.takes('court-president', 'grade', { grade: word, gradeReason: '按标准' })
const notGraded = (told: Told, word: string) =>
  told.refuses('court-president', 'grade', 'guard-refused', {}, { grade: word, gradeReason: '按标准' })
const told = (word = 'qualified', first = 12, second = 16) =>
  grade(openedUp(first, second), word).takes('court-president', 'tell', { toHandler: [{ post: 'court-judge' }] })

describe('the reviewers of a case', () => {
  test('are two, and neither the handler nor anybody of the division that had it', () => {
    const refusal = (post: string) =>
      opened().refuses(
        'court-president',
        'assign',
        'form-invalid',
        { issues: [{ field: 'panellists.0.post', rule: 'barred' }] },
        { panellists: [{ post }, { post: 'court-executor' }] },
      )
    refusal('court-judge')
    refusal('court-judge-2')
    refusal('court-head')
    opened()
      .refuses('court-president', 'assign', 'form-invalid', {}, { panellists: [{ post: 'court-executor' }] })
      .refuses(
        'court-president',
        'assign',
        'form-invalid',
        { issues: [{ field: 'panellists', rule: 'repeated' }] },
        { panellists: [{ post: 'court-executor' }, { post: 'court-executor' }] },
      )
  })

  test('who declares an interest is replaced', () => {
    const recused = assigned().takes('court-executor', 'recuse', { recusalReason: '与代理人是同学' })
    recused.refuses('court-executor', 'score', 'guard-refused', { guard: 'notBarred' }, score(5))
    recused
      .takes('court-president', 'reassign', {
        panellists: [{ post: 'court-executor-head' }, { post: 'court-filing-judge' }],
      })
      .takes('court-executor-head', 'score', score(5))
  })

  test('score alone: only who was asked, and only once', () => {
    assigned()
      .refuses('court-judge-2', 'score', 'out-of-scope', {}, score(5))
      .takes('court-executor', 'score', score(5))
      .refuses('court-executor', 'score', 'guard-refused', { guard: 'holderDue' }, score(6))
  })
})

describe('two blind scores', () => {
  test('answer the criteria item by item, and are opened together, once both are there', () => {
    const one = assigned().takes('court-executor', 'score', score(8))
    expect(one.matter().fields).not.toHaveProperty('total')
    one.refuses('court-president', 'openScores', 'guard-refused')
    one.refuses(
      'court-filing-judge',
      'score',
      'form-invalid',
      {},
      { items: [{ no: '1', lost: 0 }], veto: false, opinion: '只评了一项' },
    )
    expect(openedUp(8, 12).isIn('scored').matter().fields).toMatchObject({
      scores: [
        { reviewer: 'court-executor', total: 92, veto: false },
        { reviewer: 'court-filing-judge', total: 88, veto: false },
      ],
      finalScore: 90,
      vetoes: 0,
    })
  })

  test('that lie ten points apart want a third, who is none of the two; the mean is that of all three', () => {
    const far = openedUp(5, 15).isIn('toThird')
    far.refuses(
      'court-president',
      'appointThird',
      'form-invalid',
      { issues: [{ field: 'thirdReviewer.0.post', rule: 'barred' }] },
      { thirdReviewer: [{ post: 'court-head' }] },
    )
    far
      .takes('court-president', 'appointThird', { thirdReviewer: [{ post: 'court-executor' }] })
      .refuses('court-executor', 'scoreThird', 'guard-refused', {}, score(9))
    const third = far
      .takes('court-president', 'appointThird', { thirdReviewer: [{ post: 'court-executor-head' }] })
      .takes('court-executor-head', 'scoreThird', score(11))
      .takes('court-president', 'openScores', {})
      .isIn('scored')
    expect(third.matter().fields['finalScore']).toBe(89.67)
    expect(openedUp(5, 14).matter().state).toBe('scored')
  })
})

describe('the grade', () => {
  test('is that of the band: 90, 75 and 60 points', () => {
    grade(openedUp(8, 12), 'excellent').isIn('graded')
    notGraded(openedUp(8, 12), 'qualified')
    grade(openedUp(12, 16), 'qualified').isIn('graded')
    notGraded(openedUp(12, 16), 'excellent')
    grade(openedUp(26, 30), 'flawed').isIn('graded')
    notGraded(openedUp(26, 30), 'qualified')
    grade(openedUp(45, 50), 'unqualified').isIn('graded')
    notGraded(openedUp(45, 50), 'flawed')
  })

  test('is unqualified where a reviewer found what vetoes it, whatever the points', () => {
    notGraded(openedUp(0, 4, true), 'excellent')
    grade(openedUp(0, 4, true), 'unqualified').isIn('graded')
  })
})

describe('the handler of the case', () => {
  test('sees the review once told of it, not before', () => {
    const seers = (one: Told) =>
      POSTS.map(({ id }) => id).filter((id) => maySee(actorOf(id), accessFacts(one.matter(), directory)))
    expect(seers(scored(12, 16))).toEqual(['court-president', 'court-filing', 'court-filing-judge', 'court-executor'])
    expect(seers(told())).toContain('court-judge')
    expect(seers(told())).not.toContain('leader')
  })

  test('accepts, and what is below qualified is put right first', () => {
    told().takes('court-judge', 'accept').isIn('confirmed')
    const flawed = told('flawed', 26, 30).takes('court-judge', 'accept').isIn('toCorrect')
    flawed.refuses('court-president', 'acceptCorrection', 'guard-refused')
    flawed.refuses('court-president', 'returnCorrection', 'guard-refused', {}, { reason: '还没有报' })
    const reported = flawed.takes('court-judge', 'putRight', { putRight: '补正' }).isIn('toCorrect')
    reported.refuses('court-judge', 'putRight', 'guard-refused', {}, { putRight: '补正' })
    // It is over when somebody else has seen that it is put right.
    reported.refuses('court-judge', 'acceptCorrection', 'role-required')
    reported.takes('court-president', 'acceptCorrection').isIn('confirmed')
    reported.takes('court-president', 'returnCorrection', { reason: '回证还缺一份' }).isIn('toCorrect')
    flawed
      .takes('court-president', 'putRight', { putRight: '补正' })
      .refuses('court-president', 'acceptCorrection', 'guard-refused', { guard: 'notTheHandler' })
      .refuses('court-president', 'returnCorrection', 'guard-refused', { guard: 'notTheHandler' }, { reason: '退回' })
    told().refuses('court-judge-2', 'accept', 'out-of-scope')
  })

  test('who says nothing for seven working days lets the system confirm it', () => {
    const asked = told()
    const clock = asked.matter().clocks.findLast(({ deadline }) => deadline === 'objection')
    expect(clock?.dueOn).toBe('2026-03-11')
    const silent = asked.waits('2026-03-12T00:00:00.000Z').isIn('confirmed')
    expect(silent.events().findLast(({ type }) => type === 'StepTaken')).toMatchObject({
      step: 'confirmBySilence',
      by: { postId: 'system' },
    })
  })

  test('who objects is heard by others, whose opinions are opened with the decision of the committee', () => {
    const objected = told('flawed', 26, 30).takes('court-judge', 'object', { objection: '送达回证在副卷' })
    objected.refuses(
      'court-president',
      'appointRereview',
      'form-invalid',
      {},
      { rereviewers: [{ post: 'court-head' }] },
    )
    const again = objected
      .takes('court-president', 'appointRereview', {
        rereviewers: [{ post: 'court-executor-head' }, { post: 'court-executor' }],
      })
      .refuses('court-executor', 'rereview', 'guard-refused', {}, { rereviewGrade: 'flawed', rereviewOpinion: '维持' })
      .takes('court-executor-head', 'rereview', { rereviewGrade: 'qualified', rereviewOpinion: '回证确在副卷' })
    again.refuses(
      'court-president',
      'decide',
      'guard-refused',
      {},
      { grade: 'qualified', votes: '5比0', gradeReason: '采纳' },
    )
    const decided = objected
      .takes('court-president', 'appointRereview', { rereviewers: [{ post: 'court-executor-head' }] })
      .takes('court-executor-head', 'rereview', { rereviewGrade: 'qualified', rereviewOpinion: '回证确在副卷' })
      .takes('court-president', 'decide', { grade: 'qualified', votes: '5比0', gradeReason: '采纳复评意见' })
      .isIn('confirmed')
    expect(decided.matter().fields).toMatchObject({
      grade: 'qualified',
      opinions: [{ reviewer: 'court-executor-head', rereviewGrade: 'qualified' }],
    })
  })
})

test('nothing adds up for a person: no column and no condition names the handler or a reviewer', () => {
  expect(casesheetV1.ledger.map(({ field }) => field)).not.toContain('caseHandler')
  expect(casesheetV1.ledger.map(({ field }) => field)).not.toContain('scores')
  expect(casesheetV1.categories).toEqual({})
})
