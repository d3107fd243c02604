import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { filing, service, trial } from '../../shared/v1/court-sources.ts'
import { ownRule } from '../../shared/v1/sources.ts'

const toHead = [
  { after: { length: 1, unit: 'workingDay' }, to: 'divisionHead', title: text('报庭长', 'Tell the head') },
] as const satisfies DeadlineRule['escalation']

/** A limit of the court: calendar days, the last one on a day off rolls forward (民诉法 art. 85). */
const own = {
  unit: 'calendarDay',
  roll: 'next',
  warn: [{ before: { length: 1, unit: 'workingDay' } }],
  escalation: toHead,
} as const satisfies Partial<DeadlineRule>
/** A right of a party, for each of them apart; nobody is late when it lapses. */
const right = { unit: 'calendarDay', roll: 'next', per: 'party', warn: [] } as const satisfies Partial<DeadlineRule>

/** Filing, mediation before it, and the papers of the parties. */
export const filingDeadlines = {
  file: {
    ...own,
    code: 'CIV-01',
    title: text('决定是否立案', 'Decide whether to file'),
    length: 7,
    from: 'materialsOn',
    source: filing.decide,
  },
  mediateFirst: {
    ...own,
    code: 'MED-05',
    title: text('诉前调解期限', 'Mediate before filing'),
    length: 30,
    from: 'papersSignedOn',
    warn: [{ share: 0.5 }, { before: { length: 3, unit: 'workingDay' } }],
    // Both sides agree to more, as often as they wish, and nobody else grants it.
    extension: [1, 2, 3, 4].map(() => ({ max: { length: 30, unit: 'calendarDay' }, by: ['courtClerk'] })),
    source: filing.mediate,
  },
  moveFile: {
    ...own,
    code: 'CIV-02',
    title: text('移送审判庭并分案', 'Move the file and allot'),
    length: 3,
    from: 'filedOn',
    source: filing.move,
  },
  sendComplaint: {
    ...own,
    code: 'CIV-03',
    title: text('发送起诉状副本', 'Send the complaint'),
    length: 5,
    from: 'filedOn',
    when: { field: 'category', is: ['civil', 'administrative'] },
    source: trial.complaint,
  },
  answer: {
    ...right,
    code: 'CIV-04',
    title: text('答辩期', 'Time to answer'),
    length: 15,
    from: 'receivedOn',
    onExpiry: { takes: 'lapseAnswer' },
    source: trial.complaint,
  },
  sendAnswer: {
    ...own,
    code: 'CIV-05',
    title: text('发送答辩状副本', 'Send the answer'),
    length: 5,
    from: 'answeredOn',
    source: trial.complaint,
  },
} as const satisfies Record<string, DeadlineRule>

/** Hearings: notice is counted backwards, full days between. */
export const hearingDeadlines = {
  hearingNotice: {
    ...own,
    code: 'CIV-06',
    title: text('通知开庭、公告', 'Give notice of the hearing'),
    length: { before: 'hearingAt', clearDays: 3 },
    roll: 'none',
    source: trial.notice,
  },
  indictment: {
    ...own,
    code: 'CRI-04',
    title: text('送达起诉书副本', 'Serve the indictment'),
    length: { before: 'hearingAt', clearDays: 10 },
    roll: 'none',
    source: trial.criminalNotice,
  },
  hearingNoticeCriminal: {
    ...own,
    code: 'CRI-05',
    title: text('传唤、通知、公告开庭', 'Summon, notify, announce the hearing'),
    length: { before: 'hearingAt', clearDays: 3 },
    roll: 'none',
    source: trial.criminalNotice,
  },
  nextHearing: {
    ...own,
    code: 'CIV-19',
    title: text('再次开庭，间隔不超过一个月', 'Hear again within a month'),
    length: 1,
    unit: 'month',
    from: 'heldOn',
    when: { field: 'gapGround', is: ['none'] },
    warn: [{ before: { length: 5, unit: 'workingDay' } }],
    source: trial.gap,
  },
} as const satisfies Record<string, DeadlineRule>

/** From pronouncement to the end of the last right to appeal, and the papers to the court above. */
export const appealDeadlines = {
  deliver: {
    ...own,
    code: 'CIV-16',
    title: text('发送裁判文书', 'Deliver the judgment'),
    length: { by: 'pronounced', lengths: { inCourt: 10, fixedDate: 1, served: 10 } },
    from: 'endedOn',
    when: { field: 'category', is: ['civil', 'administrative'] },
    warn: [],
    source: trial.deliver,
  },
  deliverCriminal: {
    ...own,
    code: 'CRI-06',
    title: text('送达判决书', 'Deliver the judgment'),
    length: { by: 'pronounced', lengths: { inCourt: 5, fixedDate: 1, served: 5 } },
    from: 'endedOn',
    when: { field: 'category', is: ['criminal', 'enforcement'] },
    warn: [],
    source: trial.deliverCriminal,
  },
  appeal: {
    ...right,
    code: 'CIV-11',
    title: text('可以上诉', 'May appeal'),
    length: { by: 'decisionKind', lengths: { judgment: 15, ruling: 10 } },
    from: 'arrivedOn',
    when: { field: 'appealable', is: ['yes'] },
    onExpiry: { takes: 'lapseAppeal' },
    source: service.appeal,
  },
  appealCriminal: {
    ...right,
    code: 'CRI-07',
    title: text('可以上诉、抗诉', 'May appeal or protest'),
    length: { by: 'decisionKind', lengths: { judgment: 10, ruling: 5 } },
    from: 'arrivedOn',
    when: { field: 'appealable', is: ['yes'] },
    onExpiry: { takes: 'lapseAppeal' },
    source: service.appealCriminal,
  },
  lastAppeal: {
    code: 'CIV-11b',
    title: text('最后一方上诉期满，裁判生效', 'The last right to appeal ends'),
    length: { by: 'decisionKind', lengths: { judgment: 15, ruling: 10 } },
    unit: 'calendarDay',
    roll: 'next',
    from: 'lastServedOn',
    when: { field: 'category', is: ['civil', 'administrative', 'enforcement'] },
    onExpiry: { takes: 'becomeEffective' },
    warn: [],
    source: service.appeal,
  },
  lastAppealCriminal: {
    code: 'CRI-07b',
    title: text('最后一方上诉、抗诉期满，裁判生效', 'The last right to appeal or protest ends'),
    length: { by: 'decisionKind', lengths: { judgment: 10, ruling: 5 } },
    unit: 'calendarDay',
    roll: 'next',
    from: 'lastServedOn',
    when: { field: 'category', is: ['criminal'] },
    onExpiry: { takes: 'becomeEffective' },
    warn: [],
    source: service.appealCriminal,
  },
  copyAppeal: {
    ...own,
    code: 'APL-01',
    title: text('发送上诉状副本', 'Send the appeal'),
    length: 5,
    from: 'appealedOn',
    source: service.copies,
  },
  sendUp: {
    ...own,
    code: 'APL-P1',
    title: text('移送上诉案卷', 'Send the file to the court above'),
    // Copy 5, answer 15, send the answer 5, the file 5 (art. 17 and 19 of the 2000 rules, added up).
    length: 30,
    from: 'appealedOn',
    when: { field: 'category', is: ['civil', 'administrative', 'enforcement'] },
    source: ownRule,
  },
  sendUpCriminal: {
    ...own,
    code: 'APL-02',
    title: text('移送上诉、抗诉案卷', 'Send the file to the court above'),
    length: 3,
    from: 'appealEndsOn',
    when: { field: 'category', is: ['criminal'] },
    source: service.files,
  },
} as const satisfies Record<string, DeadlineRule>
