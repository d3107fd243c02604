import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { service } from '../../shared/v1/court-sources.ts'
import { enforcementTime, otherTime, retrial } from '../../shared/v2/sources-court.ts'
import { enforcementDeadlines } from '../v1/deadlines-enforcement.ts'
import { EXCLUSIONS, trialDeadlines } from '../v1/deadlines-trial.ts'

const months = (length: number) => ({ length, unit: 'month' }) as const
const { trialCivil, trialCriminal } = trialDeadlines
const [fromPresident, fromAbove] = trialCivil.extension
const [fromHighCourt, ...fromSpc] = trialCriminal.extension

const own = {
  unit: 'calendarDay',
  roll: 'next',
  warn: [{ before: { length: 1, unit: 'workingDay' } }],
  escalation: enforcementDeadlines.search.escalation,
} as const satisfies Partial<DeadlineRule>
/** A right of a side: nobody is late when it lapses. */
const right = { roll: 'next', afterClosing: true, warn: [] } as const satisfies Partial<DeadlineRule>

/** Trial limits: an application for a retrial is examined within three months; a criminal retrial lasts three, at most six. */
export const retrialLimits = {
  trialCivil: {
    ...trialCivil,
    length: { by: 'civilTrack', lengths: { ...trialCivil.length.lengths, retrialReview: months(3) } },
    extension: [
      {
        ...fromPresident,
        // The law sets the president no longest here (art. 215): three months, as in the second instance.
        max: { by: 'civilTrack', lengths: { ...fromPresident.max.lengths, retrialReview: months(3) } },
      },
      fromAbove,
    ],
    source: retrial.limits,
  },
  // The six months that no retrial exceeds; within them CRI-09 counts three, and three more.
  trialCriminal: {
    ...trialCriminal,
    length: { by: 'criminalTrack', lengths: { ...trialCriminal.length.lengths, retrial: months(6) } },
    extension: [
      { ...fromHighCourt, max: { by: 'criminalTrack', lengths: { ordinary: months(3), appeal: months(2) } } },
      ...fromSpc,
    ],
  },
  retrialCriminal: {
    code: 'CRI-09',
    title: text('再审期限', 'Retrial limit'),
    length: 3,
    unit: 'month',
    from: 'acceptedOn',
    roll: 'none',
    when: { field: 'criminalTrack', is: ['retrial'] },
    pausable: EXCLUSIONS.criminal,
    extension: [{ max: months(3), by: ['president'] }],
    warn: trialCriminal.warn,
    escalation: trialCriminal.escalation,
    source: retrial.criminal,
  },
} as const satisfies Record<string, DeadlineRule>

/** What runs when the judgment is effective, and what a side or the court above may ask for. */
export const afterJudgment = {
  // Fixed: nothing suspends, interrupts or prolongs it (解释 art. 127).
  askRetrial: {
    ...right,
    code: 'CIV-14',
    title: text('可以申请再审', 'May apply for a retrial'),
    length: 6,
    unit: 'month',
    from: 'effectiveOn',
    when: { field: 'retrialOpen', is: ['yes'] },
    onExpiry: { takes: 'lapseRetrial' },
    source: retrial.apply,
  },
  askEnforcement: {
    ...right,
    code: 'ENF-01',
    title: text('可以申请执行', 'May apply for enforcement'),
    length: 2,
    unit: 'year',
    from: 'enforceFrom',
    when: { field: 'enforceable', is: ['yes'] },
    pausable: { obstacle: { title: text('不可抗力或者其他障碍', 'Force majeure or another obstacle') } },
    onExpiry: { takes: 'lapseEnforcement' },
    source: enforcementTime.apply,
  },
  timeAgain: {
    ...right,
    code: 'CIV-20',
    title: text('可以申请顺延期限', 'May ask for the missed time'),
    length: 10,
    unit: 'calendarDay',
    from: 'obstacleEndedOn',
    per: 'party',
    onExpiry: { takes: 'lapseTimeAgain' },
    source: otherTime.missed,
  },
  timeGiven: {
    ...right,
    code: 'CIV-20b',
    title: text('准许顺延到', 'Time given until'),
    length: { dayIn: 'timeUntil' },
    unit: 'calendarDay',
    roll: 'none',
    per: 'party',
    when: { field: 'timeGranted', is: ['yes'] },
    onExpiry: { takes: 'lapseTimeGiven' },
    source: otherTime.missed,
  },
  sendAppealAnswer: {
    ...own,
    code: 'APL-01b',
    title: text('发送上诉答辩状副本', 'Send the answer to the appeal'),
    length: 5,
    from: 'appealAnsweredOn',
    source: service.copies,
  },
  filesCalled: {
    ...own,
    code: 'APL-03',
    title: text('按调卷通知移送案卷', 'Send the file that is called for'),
    length: 10,
    // Within five days, ten at the latest.
    target: { length: 5, unit: 'calendarDay' },
    from: 'filesCalledOn',
    afterClosing: true,
    source: otherTime.filesCalled,
  },
} as const satisfies Record<string, DeadlineRule>

/** Beside the limit of enforcement itself. */
export const enforcementMore = {
  search: { ...enforcementDeadlines.search, source: enforcementTime.search },
  verifyClue: {
    ...own,
    code: 'ENF-03b',
    title: text('核实财产线索', 'Verify the clue'),
    length: 5,
    from: 'clueOn',
    source: enforcementTime.search,
  },
  // Six months without enforcement: nobody's duty, the applicant may turn to the court above.
  noAction: {
    code: 'ENF-06',
    title: text('满六个月未执行，可以向上一级法院申请', 'Six months without enforcement'),
    length: 6,
    unit: 'month',
    from: 'materialsOn',
    roll: 'none',
    when: { field: 'category', is: ['enforcement'] },
    pausable: EXCLUSIONS.enforcement,
    warn: [{ before: { length: 20, unit: 'calendarDay' } }],
    onExpiry: { takes: 'mayGoAbove' },
    source: enforcementTime.noAction,
  },
  orderedAbove: {
    ...own,
    code: 'ENF-06b',
    title: text('上级法院责令限期执行', 'Ordered by the court above'),
    length: { dayIn: 'orderedBy' },
    roll: 'none',
    when: { field: 'orderAbove', is: ['dueBy'] },
    warn: [{ before: { length: 5, unit: 'workingDay' } }],
    source: enforcementTime.noAction,
  },
} as const satisfies Record<string, DeadlineRule>
