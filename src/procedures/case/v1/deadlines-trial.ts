import type { DeadlineRule, Exclusion } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { limits } from '../../shared/v1/court-sources.ts'

const urged = [
  { after: { length: 1, unit: 'workingDay' }, to: 'divisionHead', title: text('报庭长', 'Tell the head') },
  { after: { length: 5, unit: 'workingDay' }, to: 'president', title: text('报院长', 'Tell the president') },
] as const satisfies DeadlineRule['escalation']

const months = (length: number) => ({ length, unit: 'month' }) as const
const days = (length: number) => ({ length, unit: 'calendarDay' }) as const

/** Asked for early enough to be decided in time; another warning when it can still be decided. */
const warn = [{ share: 0.5 }, { before: days(20) }, { before: days(5) }] as const satisfies DeadlineRule['warn']
const warnShort = [{ share: 0.5 }, { before: days(5) }] as const satisfies DeadlineRule['warn']

const announcement: Exclusion = { title: text('公告', 'Public notice') }
const appraisal: Exclusion = { title: text('鉴定', 'Appraisal') }
const jurisdiction: Exclusion = { title: text('管辖异议、管辖争议', 'Objection to jurisdiction') }
const audit: Exclusion = { title: text('审计、评估、清算', 'Audit, valuation, liquidation') }
const suspension: Exclusion = { title: text('中止诉讼', 'Suspension') }
const newEvidence: Exclusion = { title: text('因申请新证据延期审理', 'Adjournment for new evidence'), maxDays: 30 }

/** What the rules leave out, by family (2000 rules art. 9; civil interpretation art. 243; administrative interpretation art. 50). */
export const EXCLUSIONS = {
  civil: {
    announcement,
    appraisal,
    settlement: { title: text('双方申请庭外和解、调解', 'Settlement out of court') },
    jurisdiction,
    audit,
    newEvidence,
    suspension,
    entrusted: { title: text('各方同意延长的委托调解', 'Entrusted mediation, prolonged by consent') },
  },
  criminal: {
    psychiatric: { title: text('精神病鉴定', 'Psychiatric appraisal') },
    counsel: { title: text('另行委托、指派辩护人', 'New counsel'), maxDays: 10 },
    // A month at most (art. 205); the limit begins anew when the case is back (art. 208).
    supplementary: { title: text('补充侦查', 'Supplementary investigation'), maxDays: 31 },
    fileReading: { title: text('二审检察院查阅案卷', 'File reading by the prosecution, second instance'), maxDays: 31 },
    newEvidence,
    suspension: { title: text('中止审理', 'Suspension') },
  },
  administrative: {
    announcement,
    appraisal,
    mediation: { title: text('调解', 'Mediation') },
    jurisdiction,
    audit,
    newEvidence,
    suspension,
  },
  enforcement: {
    stay: { title: text('执行和解、担保暂缓', 'Settlement or guarantee') },
    superior: { title: text('上级法院通知暂缓', 'Stay by the court above') },
    auction: { title: text('评估、拍卖、变卖', 'Valuation and auction') },
    suspension: { title: text('中止执行', 'Suspension') },
  },
} as const satisfies Record<string, Record<string, Exclusion>>

const criminalRung = (ordinary: number, appeal: number) =>
  ({
    max: {
      by: 'criminalTrack',
      lengths: { ordinary: months(ordinary), appeal: months(appeal), retrial: months(3) },
    },
    by: ['president'],
    applyBefore: days(15),
  }) as const
const fromSpc = {
  ...criminalRung(3, 3),
  max: { by: 'criminalTrack', lengths: { ordinary: months(3), appeal: months(3) } },
} as const
const adminRung = {
  max: { by: 'adminTrack', lengths: { ordinary: months(6), appeal: months(3) } },
  by: ['president'],
  applyBefore: days(10),
} as const

/** The limit of the trial runs from the day after filing, without what the law leaves out; more time is the president's, then the court above's. */
export const trialDeadlines = {
  trialCivil: {
    code: 'CIV-07',
    title: text('审理期限', 'Trial limit'),
    length: {
      by: 'civilTrack',
      lengths: {
        ordinary: months(6),
        simple: months(3),
        small: months(2),
        special: days(30),
        appeal: months(3),
        appealRuling: days(30),
      },
    },
    unit: 'month',
    from: 'filedOn',
    roll: 'next',
    when: { field: 'category', is: ['civil'] },
    pausable: EXCLUSIONS.civil,
    keepsPauses: true,
    extension: [
      {
        max: {
          by: 'civilTrack',
          lengths: {
            ordinary: months(6),
            simple: months(1),
            small: months(1),
            special: days(30),
            appeal: months(3),
            appealRuling: days(30),
          },
        },
        by: ['president'],
        applyBefore: days(15),
        decideBefore: days(5),
      },
      // What the court above grants; the president records its paper.
      { max: { by: 'civilTrack', lengths: { ordinary: months(3) } }, by: ['president'], applyBefore: days(15) },
    ],
    warn,
    escalation: urged,
    source: limits.civil,
  },
  trialCriminal: {
    code: 'CRI-01',
    title: text('审理期限', 'Trial limit'),
    length: {
      by: 'criminalTrack',
      lengths: {
        // Two months, three at the latest (art. 208).
        ordinary: months(3),
        simplified: days(20),
        simplifiedLong: months(1.5),
        fast: days(10),
        fastLong: days(15),
        private: months(6),
        // Three months, six where more is needed (art. 258).
        retrial: months(3),
        appeal: months(2),
      },
    },
    target: months(2),
    unit: 'month',
    from: 'acceptedOn',
    // Nobody stays in custody longer for a day off (art. 105), and who is not in custody loses nothing.
    roll: 'none',
    when: { field: 'category', is: ['criminal'] },
    pausable: EXCLUSIONS.criminal,
    // The court above once, then the Supreme People's Court, one to three months each time (解释 art. 210).
    extension: [criminalRung(3, 2), fromSpc, fromSpc, fromSpc],
    warn: [{ share: 0.5 }, { before: days(20) }, { before: days(5) }],
    escalation: urged,
    source: limits.criminal,
  },
  trialAdministrative: {
    code: 'ADM-03',
    title: text('审理期限', 'Trial limit'),
    length: { by: 'adminTrack', lengths: { ordinary: months(6), simplified: days(45), appeal: months(3) } },
    unit: 'month',
    from: 'filedOn',
    roll: 'next',
    when: { field: 'category', is: ['administrative'] },
    pausable: EXCLUSIONS.administrative,
    keepsPauses: true,
    // The high court's, as long as its reply says; the law sets no length.
    extension: [adminRung, adminRung],
    warn: [{ share: 0.5 }, { before: days(15) }, { before: days(5) }],
    escalation: urged,
    source: limits.admin,
  },
  enforce: {
    code: 'ENF-04',
    title: text('执行期限', 'Time to enforce'),
    length: { by: 'enforcementTrack', lengths: { judgment: months(6), resumed: months(6), nonLitigation: months(3) } },
    unit: 'month',
    from: 'filedOn',
    roll: 'next',
    when: { field: 'category', is: ['enforcement'] },
    pausable: EXCLUSIONS.enforcement,
    extension: [
      { max: months(3), by: ['president'], applyBefore: days(5) },
      { max: months(3), by: ['president'], applyBefore: days(5) },
    ],
    warn: warnShort,
    escalation: urged,
    source: limits.enforcement,
  },
} as const satisfies Record<string, DeadlineRule>

export const TRIAL_LIMITS = ['trialCivil', 'trialCriminal', 'trialAdministrative'] as const
export const ALL_LIMITS = [...TRIAL_LIMITS, 'enforce'] as const
