import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'
import { text } from '../../../domain/wording/text.ts'
import { liftRecusalStep, recusalSteps } from '../../shared/v1/recusal.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { caseReview } from '../../shared/v1/sources-apart.ts'
import { responsibleSide } from '../../shared/v1/takers.ts'
import { GRADE_FITS } from './forms.ts'

/** The office that runs the review. */
const office = responsibleSide('divisionHead', 'president')
const seated = (seat: string): readonly Taker[] => [
  { role: 'judge', is: seat },
  { role: 'divisionHead', is: seat },
]

/** Two scores that lie so far apart want a third. */
const APART = 10
const FAR_APART: Condition = {
  all: [
    { the: { spread: 'scores', of: 'total' }, atLeast: APART },
    { the: { rows: 'scores' }, atMost: 2 },
  ],
}
const ALL_SCORED: readonly Condition[] = [
  { seat: 'panel', every: ['answered'] },
  { seat: 'third', every: ['answered'] },
]
/** What is graded below qualified is put right before it is over. */
const toEnd = [{ if: { the: 'grade', is: ['flawed', 'unqualified'] }, to: 'toCorrect' }, { to: 'confirmed' }] as const
const NOT_FIRST: readonly Condition[] = [{ not: { actor: { holds: 'panel' } } }, { not: { actor: { holds: 'third' } } }]

const scoring = {
  assign: {
    title: text('指定评查人', 'Name reviewers'),
    from: ['toAssign'],
    to: 'reviewing',
    by: office,
    form: 'panel',
    meets: ['assign'],
    starts: ['review'],
    source: caseReview.recusal,
    told: text('指定了两名评查人', 'named two reviewers'),
  },
  reassign: {
    title: text('更换评查人', 'Replace a reviewer'),
    from: ['reviewing'],
    by: office,
    form: 'panel',
    aside: true,
    source: caseReview.recusal,
    told: text('更换了评查人', 'replaced a reviewer'),
  },
  score: {
    title: text('评查打分', 'Score'),
    from: ['reviewing'],
    by: seated('panel'),
    form: 'score',
    answers: 'panel',
    handles: true,
    source: caseReview.rules,
    told: text('评完了一份', 'handed in a score'),
  },
  appointThird: {
    title: text('指定第三人', 'Name a third'),
    from: ['toThird'],
    to: 'scoringThird',
    by: office,
    form: 'third',
    cancels: ['grade'],
    starts: ['review'],
    source: caseReview.recusal,
    told: text('指定了第三名评查人', 'named a third reviewer'),
  },
  scoreThird: {
    title: text('第三人打分', 'Third score'),
    from: ['scoringThird'],
    by: seated('third'),
    form: 'score',
    guards: [{ not: { actor: { holds: 'panel' } } }],
    answers: 'third',
    handles: true,
    source: caseReview.rules,
    told: text('评完了第三份', 'handed in the third score'),
  },
  openScores: {
    title: text('一并公开得分', 'Open the scores'),
    from: ['reviewing', 'scoringThird'],
    to: [{ if: FAR_APART, to: 'toThird' }, { to: 'scored' }],
    by: office,
    form: 'scores',
    guards: [...ALL_SCORED, 'notTheHandler'],
    meets: ['review'],
    starts: ['grade'],
    source: caseReview.rules,
    told: text('一并公开了得分', 'opened the scores together'),
  },
  grade: {
    title: text('定等次', 'Grade'),
    from: ['scored'],
    to: 'graded',
    by: office,
    form: 'grading',
    guards: [GRADE_FITS, 'notTheHandler'],
    meets: ['grade'],
    starts: ['tell'],
    source: caseReview.bands,
    told: text('定了等次', 'graded it'),
  },
} as const satisfies Record<string, Step>

const afterwards = {
  tell: {
    title: text('告知承办人', 'Tell the handler'),
    from: ['graded'],
    to: 'told',
    by: office,
    form: 'telling',
    meets: ['tell'],
    starts: ['objection'],
    raises: ['caseHandler'],
    issues: ['notice'],
    source: caseReview.objection,
    tells: text(
      '承办人：7个工作日内可以提异议，不提就评定',
      'The handler: seven working days to object, or it is confirmed',
    ),
    told: text('把结果告知了承办人', 'told the handler the result'),
  },
  accept: {
    alone: text('承办人没有异议，不由谁批准', 'The handler does not object, and nobody approves it'),
    title: text('没有异议', 'Accept'),
    from: ['told'],
    to: toEnd,
    by: seated('caseHandler'),
    answers: 'caseHandler',
    meets: ['objection'],
    starts: ['correct'],
    source: caseReview.objection,
    told: text('承办人没有异议', 'the handler does not object'),
  },
  confirmBySilence: {
    title: text('没有提异议，评定', 'Confirmed by silence'),
    from: ['told'],
    to: toEnd,
    by: ['system'],
    aside: true,
    starts: ['correct'],
    source: caseReview.objection,
    told: text('期限内没有异议，等次评定', 'no objection in time: the grade is confirmed'),
  },
  object: {
    title: text('提出异议', 'Object'),
    from: ['told'],
    to: 'objected',
    by: seated('caseHandler'),
    form: 'objection',
    meets: ['objection'],
    starts: ['assign'],
    raises: ['responsible'],
    source: caseReview.objection,
    told: text('承办人提出了异议', 'the handler objected'),
  },
  appointRereview: {
    title: text('指定复评人', 'Name others'),
    from: ['objected'],
    to: 'rereviewing',
    by: office,
    form: 'rereviewers',
    meets: ['assign'],
    starts: ['rereview'],
    source: caseReview.recusal,
    told: text('指定了别人复评', 'named others to review it again'),
  },
  rereview: {
    title: text('复评', 'Review again'),
    from: ['rereviewing'],
    by: seated('rereview'),
    form: 'rereview',
    guards: NOT_FIRST,
    answers: 'rereview',
    source: caseReview.objection,
    told: text('交了复评意见', 'gave an opinion on the objection'),
  },
  decide: {
    title: text('委员会决定', 'Committee decides'),
    from: ['rereviewing'],
    to: toEnd,
    by: responsibleSide('president'),
    form: 'decision',
    guards: [{ seat: 'rereview', every: ['answered'] }, 'notTheHandler'],
    meets: ['rereview'],
    starts: ['correct'],
    issues: ['decision'],
    source: caseReview.objection,
    tells: text('承办人', 'The handler'),
    told: text('评查委员会作了决定', 'the committee decided'),
  },
  putRight: {
    title: text('报整改', 'Put right'),
    from: ['toCorrect'],
    by: [...seated('caseHandler'), ...office],
    form: 'correction',
    guards: [{ not: { the: 'putRight', recorded: true } }],
    handles: true,
    raises: ['responsible'],
    source: caseReview.rules,
    told: text('报了整改', 'reported what was put right'),
  },
  acceptCorrection: {
    title: text('核对整改', 'Accept it'),
    from: ['toCorrect'],
    to: 'confirmed',
    by: office,
    guards: [{ the: 'putRight', recorded: true }, 'notTheHandler'],
    verifies: true,
    meets: ['correct'],
    source: ownRule,
    told: text('核对过，整改到位', 'checked it: it is put right'),
  },
  returnCorrection: {
    title: text('退回整改', 'Return it'),
    from: ['toCorrect'],
    by: office,
    form: 'correctionBack',
    guards: [{ the: 'putRight', recorded: true }, 'notTheHandler'],
    aside: true,
    clears: ['putRight'],
    raises: ['caseHandler'],
    source: ownRule,
    told: text('没有整改到位，退回', 'returned it: not put right yet'),
  },
  cancel: {
    title: text('不评这件', 'Do not review'),
    from: ['toAssign', 'reviewing', 'toThird', 'scoringThird', 'scored'],
    to: 'cancelled',
    by: responsibleSide('president'),
    form: 'cancellation',
    guards: ['notTheHandler'],
    aside: true,
    source: ownRule,
    told: text('不评这件', 'decided not to review it'),
  },
  recuse: {
    ...recusalSteps.recuse,
    by: [...seated('panel'), ...seated('third'), ...seated('rereview'), ...office],
    raises: ['responsible'],
    source: caseReview.recusal,
  },
  liftRecusal: { ...liftRecusalStep(responsibleSide('president')), source: caseReview.recusal },
} as const satisfies Record<string, Step>

export const sheetSteps = { ...scoring, ...afterwards }
