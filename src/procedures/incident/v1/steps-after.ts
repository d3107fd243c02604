import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Spawn, Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { reviewSpawn } from '../../shared/v1/common-steps.ts'
import { governance } from '../../shared/v1/sources.ts'
import { incidentLaw } from '../../shared/v1/sources-incident.ts'
import { responsibleSide } from '../../shared/v1/takers.ts'
import { IS_ACCIDENT, NO_ACCIDENT, NOT_BELOW_ITS_NUMBERS } from './fields.ts'
import { OFFICERS } from './steps-report.ts'

const LEADER = responsibleSide('leader')

const of = (level: string, by: string): Condition => ({
  all: [
    { the: 'level', is: [level] },
    { the: 'investigatedBy', is: [by] },
  ],
})

/** Who investigates goes by the grade; the unit itself only where nobody was hurt (Regulations art. 19). */
export const BY_GRADE: Condition = {
  any: [
    { the: 'investigatedBy', is: ['higher'] },
    of('major', 'state'),
    of('serious', 'province'),
    of('general', 'city'),
    of('low', 'county'),
    {
      all: [
        of('low', 'unit'),
        { the: 'deaths', atMost: 0 },
        { the: 'injured', atMost: 0 },
        { the: 'missing', atMost: 0 },
      ],
    },
  ],
}

/** Each measure of the report becomes a rectification of its unit. */
const MEASURE: Spawn = {
  procedure: 'rectification',
  link: 'rectifies',
  each: 'fixes',
  carry: {
    title: 'row.title',
    cause: 'row.cause',
    measure: 'row.measure',
    unit: 'row.unit',
    dueOn: 'row.dueOn',
    place: 'place',
    placeUnit: 'placeUnit',
  },
}

const GROUPED = ['handling', 'recovering', 'investigating'] as const

const evaluation = {
  from: ['tracking'],
  by: responsibleSide('leader', 'verifier', 'reviewer'),
  form: 'evaluation',
  verifies: true,
  issues: ['evaluation'],
  source: incidentLaw.evaluation,
} as const satisfies Omit<Step, 'title'>

/** Recovery, investigation, reply, measures, evaluation, and the end. */
export const afterSteps = {
  formGroup: {
    title: text('成立调查组', 'Form the group'),
    from: [...GROUPED],
    by: LEADER,
    form: 'group',
    guards: [IS_ACCIDENT, { not: { the: 'investigatedBy', recorded: true } }, BY_GRADE],
    meets: ['formGroup'],
    source: incidentLaw.investigators,
    told: text('成立了调查组', 'formed the investigation group'),
  },
  changeGroup: {
    title: text('调整调查组', 'Change the group'),
    from: [...GROUPED],
    by: LEADER,
    form: 'group',
    guards: [IS_ACCIDENT, { the: 'investigatedBy', recorded: true }, BY_GRADE],
    aside: true,
    source: incidentLaw.noInterest,
    told: text('调整了调查组', 'changed the investigation group'),
  },
  finishRecovery: {
    title: text('终报', 'Final report'),
    from: ['recovering'],
    to: 'settling',
    by: OFFICERS,
    form: 'finalReport',
    guards: [NO_ACCIDENT],
    handles: true,
    meets: ['recover'],
    starts: ['settle'],
    issues: ['finalReport'],
    source: incidentLaw.recovery,
    tells: text('收到首报的各级', 'Whoever had the first report'),
    told: text('终报', 'made the final report'),
  },
  toInvestigate: {
    title: text('终报，转入调查', 'Final report, investigate'),
    from: ['recovering'],
    to: 'investigating',
    by: OFFICERS,
    form: 'finalReport',
    guards: [IS_ACCIDENT],
    handles: true,
    meets: ['recover'],
    starts: ['investigate'],
    issues: ['finalReport'],
    source: incidentLaw.investigation,
    tells: text('收到首报的各级', 'Whoever had the first report'),
    told: text('终报，转入调查', 'made the final report; it is investigated'),
  },
  startAppraisal: {
    title: text('委托鉴定', 'Order appraisal'),
    from: ['investigating'],
    by: LEADER,
    form: 'appraisal',
    aside: true,
    pauses: ['investigate'],
    source: incidentLaw.appraisal,
    told: text('委托技术鉴定，期间不计入期限', 'ordered a technical appraisal, which does not count'),
  },
  endAppraisal: {
    title: text('收到鉴定', 'Appraisal received'),
    from: ['investigating'],
    by: [...LEADER, ...OFFICERS],
    form: 'appraised',
    aside: true,
    resumes: ['investigate'],
    source: incidentLaw.appraisal,
    told: text('收到鉴定意见，期限接着算', 'has the appraisal; the time runs on'),
  },
  extendInvestigation: {
    title: text('调查延期', 'Extend'),
    from: ['investigating'],
    by: LEADER,
    form: 'extension',
    guards: ['notTheHandler'],
    aside: true,
    extends: 'investigate',
    source: incidentLaw.investigation,
    told: text('批准调查延期', 'granted more time for the investigation'),
  },
  submitReport: {
    title: text('提交调查报告', 'Submit report'),
    from: ['investigating'],
    to: 'toReply',
    by: OFFICERS,
    form: 'investigationReport',
    guards: [{ the: 'investigatedBy', recorded: true }, NOT_BELOW_ITS_NUMBERS],
    handles: true,
    meets: ['investigate'],
    starts: ['reply'],
    issues: ['investigation'],
    source: incidentLaw.investigation,
    told: text('提交了调查报告', 'submitted the investigation report'),
  },
  extendReply: {
    title: text('批复延期', 'Extend reply'),
    from: ['toReply'],
    by: LEADER,
    form: 'extension',
    guards: ['notTheHandler', 'isMajor'],
    aside: true,
    extends: 'reply',
    source: incidentLaw.reply,
    told: text('批复延期', 'granted more time for the reply'),
  },
  recordReply: {
    title: text('登记批复', 'Record reply'),
    from: ['toReply'],
    to: 'tracking',
    by: OFFICERS,
    form: 'reply',
    meets: ['reply'],
    starts: ['evaluate'],
    opens: [MEASURE],
    source: incidentLaw.reply,
    tells: text(
      '事发单位、有关机关；调查报告依法及时向社会公布',
      'The unit and the organs concerned; the report is published by law',
    ),
    told: text('登记了批复，措施逐条交办', 'recorded the reply; each measure is ordered'),
  },
  evaluate: {
    ...evaluation,
    title: text('评估：都落实了', 'Evaluate: all done'),
    to: 'settling',
    guards: ['allChildrenDone', 'notTheHandler'],
    meets: ['evaluate', 'evaluateAgain'],
    starts: ['settle'],
    told: text('评估了措施落实情况并公开', 'evaluated the measures and published it'),
  },
  // The year is for saying whether they were done, not only for saying that they were.
  evaluateUndone: {
    ...evaluation,
    title: text('评估：还有没落实的', 'Evaluate: not all done'),
    guards: [{ not: { children: 'every', group: 'done' } }, 'notTheHandler'],
    meets: ['evaluate', 'evaluateAgain'],
    starts: ['evaluateAgain'],
    told: text('评估并公开：还有措施没落实，继续督促', 'evaluated and published it: not all measures are done'),
  },
  review: {
    title: text('发起复盘', 'Start a review'),
    from: ['recovering', 'investigating', 'toReply', 'tracking', 'settling'],
    by: [...LEADER, ...OFFICERS, 'reviewer'],
    form: 'review',
    aside: true,
    opens: [reviewSpawn],
    source: governance.review,
    told: text('发起了复盘', 'started a review'),
  },
  close: {
    title: text('结束', 'Close'),
    from: ['settling'],
    to: 'closed',
    by: LEADER,
    form: 'closing',
    guards: [
      'notTheHandler',
      {
        any: [
          { the: { rounds: 'review' }, atLeast: 1 },
          { the: 'noReviewWhy', given: true },
        ],
      },
    ],
    verifies: true,
    meets: ['settle'],
    shreds: { the: 'keepPersonal', is: ['destroy'] },
    source: incidentLaw.personal,
    told: text('结束了，个人信息按规定处理', 'closed it; personal data was dealt with as the law asks'),
  },
} as const satisfies Record<string, Step>
