import type { Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { service } from '../../shared/v1/court-sources.ts'
import { enforcementTime, otherTime } from '../../shared/v2/sources-court.ts'
import { isFamily } from '../v1/conditions.ts'
import { CLOSED, IN_TRIAL } from '../v1/states.ts'
import { ASKED_IN_TIME, LAST_SIX_MONTHS, MAY_BE_ENFORCED, STILL_SINCE_LAST_MONTHS } from './conditions.ts'

const ENFORCEABLE = ['effective', 'settled'] as const
const right = { from: ENFORCEABLE, by: ['courtClerk', 'judge'], aside: true } as const satisfies Omit<Step, 'title'>

/** The two years in which enforcement may be applied for. */
export const enforcementRightSteps = {
  recordEnforcementApplication: {
    ...right,
    title: text('登记申请执行', 'Record an application'),
    form: 'enforcementApplication',
    // Also after two years: it is accepted, and the other side may object (解释 art. 481).
    guards: [{ the: 'effectiveOn', recorded: true }, MAY_BE_ENFORCED],
    meets: ['askEnforcement'],
    source: enforcementTime.apply,
    tells: text(
      '各方：超过二年的也受理，被执行方可以对时效提出异议',
      'The sides: it is accepted after two years too, and the debtor may object',
    ),
    told: text('一方申请执行', 'a side applied for enforcement'),
  },
  interruptEnforcementRight: {
    ...right,
    title: text('登记申请执行时效中断', 'The time begins anew'),
    form: 'interruption',
    // An application ended the time, and what came of it begins it anew; a time that is over does not.
    guards: [
      MAY_BE_ENFORCED,
      {
        any: [
          { limits: ['askEnforcement'], stand: 'inTime' },
          { the: { rounds: 'recordEnforcementApplication' }, atLeast: 1 },
        ],
      },
    ],
    starts: ['askEnforcement'],
    source: enforcementTime.interrupted,
    told: text('申请执行时效中断，重新计算', 'the time to apply for enforcement begins anew'),
  },
  suspendEnforcementRight: {
    ...right,
    alone: text(
      '法律定了事由，只登记，凭证附卷',
      'The law names the ground; it is only recorded, with proof in the file',
    ),
    title: text('登记申请执行时效中止', 'The time stands still'),
    form: 'suspension',
    guards: [LAST_SIX_MONTHS, STILL_SINCE_LAST_MONTHS],
    pauses: ['askEnforcement'],
    source: enforcementTime.suspended,
    told: text('申请执行时效中止', 'the time to apply for enforcement stands still'),
  },
  resumeEnforcementRight: {
    ...right,
    title: text('障碍消除，时效继续计算', 'The obstacle is gone'),
    form: 'suspensionEnds',
    resumes: ['askEnforcement'],
    source: enforcementTime.suspended,
    told: text('申请执行时效继续计算', 'the time to apply for enforcement counts again'),
  },
  lapseEnforcement: {
    title: text('申请执行二年期满', 'Two years are over'),
    from: ENFORCEABLE,
    by: ['system'],
    aside: true,
    source: enforcementTime.apply,
    told: text('申请执行的二年期满', 'the two years to apply for enforcement are over'),
  },
} as const satisfies Record<string, Step>

const missed = {
  // Another side may have appealed meanwhile.
  from: [...IN_TRIAL, 'decided', 'appealPeriod', 'appealed', 'effective', 'dismissed'],
  by: ['courtClerk', 'judge'],
  aside: true,
  source: otherTime.missed,
} as const satisfies Omit<Step, 'title'>

/** A missed period that is asked back, and files that the court above calls for. */
export const otherTimeSteps = {
  recordObstacle: {
    ...missed,
    title: text('登记耽误期限的事由', 'Why a time was missed'),
    form: 'obstacle',
    starts: ['timeAgain'],
    told: text(
      '一方因故耽误了期限，障碍消除后十日内可以申请顺延',
      'a side missed a time and has ten days to ask for it',
    ),
    tells: text('这一方：可以申请到哪天', 'That side: until when they may ask'),
  },
  recordTimeAsked: {
    ...missed,
    title: text('登记顺延申请', 'Time is asked for'),
    form: 'timeAsked',
    guards: [{ the: { rounds: 'recordObstacle' }, atLeast: 1 }, ASKED_IN_TIME],
    meets: ['timeAgain'],
    raises: ['owner'],
    told: text('一方申请顺延期限', 'a side asked for the missed time'),
  },
  lapseTimeAgain: {
    ...missed,
    title: text('没有申请顺延', 'No time asked for'),
    by: ['system'],
    told: text('十日内没有申请顺延', 'no time was asked for within ten days'),
  },
  decideTimeAgain: {
    ...missed,
    title: text('决定是否准许顺延', 'Decide on the time'),
    by: ['judge'],
    form: 'timeDecided',
    guards: [{ the: 'timeAskedOn', recorded: true }],
    clears: ['timeAskedOn'],
    starts: ['timeGiven'],
    issues: ['timeDecision'],
    told: text('决定了是否准许顺延期限', 'decided on the missed time'),
    tells: text('这一方：是否准许，顺延到哪天', 'That side: whether, and until when'),
  },
  lapseTimeGiven: {
    ...missed,
    title: text('准许的期限期满', 'The time given is over'),
    by: ['system'],
    told: text('准许顺延的期限期满', 'the time that was given is over'),
  },
  recordAppealAnswer: {
    title: text('登记上诉答辩状', 'Answer to the appeal'),
    from: ['appealed'],
    by: ['courtClerk', 'judge'],
    form: 'appealAnswer',
    guards: [{ not: isFamily('criminal') }],
    aside: true,
    starts: ['sendAppealAnswer'],
    source: service.copies,
    told: text(
      '收到了上诉答辩状，五日内发给上诉一方',
      'an answer to the appeal came; it goes to who appealed within five days',
    ),
  },
  sendAppealAnswer: {
    title: text('发送上诉答辩状副本', 'Send the answer'),
    from: ['appealed'],
    by: ['courtClerk', 'judge'],
    form: 'appealAnswerSent',
    guards: [{ the: 'appealAnsweredOn', recorded: true }],
    aside: true,
    meets: ['sendAppealAnswer'],
    source: service.copies,
    told: text('把上诉答辩状副本发给了上诉一方', 'sent the answer to who appealed'),
    tells: text('上诉一方', 'Who appealed'),
  },
  recordFilesCalled: {
    title: text('收到调卷通知', 'The file is called for'),
    from: CLOSED,
    by: ['courtClerk', 'judge'],
    form: 'filesCalled',
    guards: [{ not: { the: 'filesCalledOn', recorded: true } }],
    aside: true,
    starts: ['filesCalled'],
    source: otherTime.filesCalled,
    told: text(
      '上级法院调卷，五日内移送，至迟十日',
      'the court above calls for the file: five days, ten at the latest',
    ),
  },
  sendFilesCalled: {
    title: text('移送所调案卷', 'Send the file'),
    from: CLOSED,
    by: ['courtClerk', 'judge'],
    form: 'filesSent',
    guards: [{ the: 'filesCalledOn', recorded: true }],
    clears: ['filesCalledOn'],
    aside: true,
    meets: ['filesCalled'],
    issues: ['filesLetter'],
    source: otherTime.filesCalled,
    told: text('把所调案卷移送上级法院', 'sent the file that was called for'),
  },
} as const satisfies Record<string, Step>

/** Clues, and what follows where nothing was enforced in six months. */
export const enforcementMoreSteps = {
  recordClue: {
    title: text('登记财产线索', 'Record a clue'),
    from: ['enforcing'],
    by: ['courtClerk', 'judge'],
    form: 'clue',
    guards: [{ not: { the: 'clueOn', recorded: true } }],
    aside: true,
    starts: ['verifyClue'],
    raises: ['owner'],
    source: enforcementTime.search,
    told: text('收到财产线索，五日内核实', 'a clue came; verified within five days'),
  },
  verifyClue: {
    title: text('核实财产线索', 'Verify the clue'),
    from: ['enforcing'],
    by: ['judge', 'courtClerk'],
    form: 'clueChecked',
    guards: [{ the: 'clueOn', recorded: true }],
    clears: ['clueOn'],
    handles: true,
    aside: true,
    meets: ['verifyClue'],
    source: enforcementTime.search,
    told: text('核实了财产线索', 'verified the clue'),
    tells: text('申请执行一方：核实结果', 'The applicant: what came of it'),
  },
  mayGoAbove: {
    title: text('满六个月未执行', 'Six months without enforcement'),
    from: ['enforcing'],
    by: ['system'],
    aside: true,
    raises: [{ seat: 'responsible', role: 'divisionHead' }],
    source: enforcementTime.noAction,
    tells: text('申请执行一方：可以向上一级法院申请执行', 'The applicant: they may turn to the court above'),
    told: text(
      '自收到申请执行书满六个月未执行完，申请执行一方可以向上一级法院申请',
      'not enforced in six months: the applicant may turn to the court above',
    ),
    public: text('满六个月未执行完，可以向上一级法院申请', 'Not enforced in six months: the court above may be asked'),
  },
  recordOrderAbove: {
    title: text('登记上一级法院的决定', 'Order from above'),
    from: ['enforcing'],
    by: ['courtClerk', 'judge', 'divisionHead'],
    form: 'orderAbove',
    guards: [{ the: { rounds: 'mayGoAbove' }, atLeast: 1 }],
    aside: true,
    cancels: ['orderedAbove'],
    starts: ['orderedAbove'],
    raises: ['owner'],
    source: enforcementTime.noAction,
    told: text('上一级法院对执行作出了决定', 'the court above has decided on the enforcement'),
  },
} as const satisfies Record<string, Step>
