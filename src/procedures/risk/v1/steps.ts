import type { Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { governance } from '../../shared/v1/sources.ts'
import { orderingSide, responsibleSide } from '../../shared/v1/takers.ts'

const REASSESSMENTS = ['reassess', 'reassessAccepted'] as const

const assessment = {
  from: ['identified'],
  to: 'assessed',
  by: ['inspector', 'handler', 'triageOfficer', 'leader'],
  meets: ['assess'],
  starts: ['decide'],
  issues: ['assessment'],
} as const satisfies Partial<Step>

const treatment = {
  title: text('确定管控措施', 'Decide treatment'),
  from: ['assessed'],
  to: 'treating',
  form: 'treat',
  meets: ['decide'],
  starts: ['treat'],
  issues: ['treatmentPlan'],
  opens: [
    {
      procedure: 'task',
      link: 'childOf',
      begins: 'assign',
      each: 'controls',
      carry: {
        title: 'row.title',
        description: 'row.demand',
        unit: 'row.unit',
        dueOn: 'row.dueOn',
        place: 'place',
        placeUnit: 'placeUnit',
      },
    },
  ],
  source: governance.riskProcess,
  tells: text('责任岗位和落实措施的单位', 'The owner and the units with controls'),
  told: text('确定了管控措施和责任岗位', 'decided the treatment and its owner'),
} as const satisfies Partial<Step>

const completion = {
  from: ['treating'],
  to: 'monitored',
  by: ['handler', 'inspector', 'triageOfficer'],
  guards: ['allChildrenDone'],
  handles: true,
  meets: ['treat'],
  starts: ['reassess'],
  issues: ['assessment'],
  source: governance.riskProcess,
  told: text('措施落实，评了剩余风险', 'put the controls in place and assessed what is left'),
} as const satisfies Partial<Step>

const reassessment = {
  from: ['monitored', 'accepted'],
  to: 'monitored',
  by: ['inspector', 'handler', 'verifier', 'triageOfficer'],
  meets: REASSESSMENTS,
  starts: ['reassess'],
  issues: ['assessment'],
  source: governance.riskReview,
  told: text('复评了', 'reassessed it'),
} as const satisfies Partial<Step>

/** From the first rating to the end. The higher a risk stands, the higher the one who decides how to treat it. */
export const riskSteps = {
  assess: {
    ...assessment,
    title: text('评估（矩阵法）', 'Assess by LS'),
    form: 'assess',
    source: governance.riskMatrix,
    told: text('用矩阵法评估了固有风险', 'assessed it by likelihood and impact'),
  },
  assessLec: {
    ...assessment,
    title: text('评估（作业条件危险性法）', 'Assess by LEC'),
    form: 'assessLec',
    source: governance.riskLec,
    told: text('用作业条件危险性法评估了固有风险', 'assessed it by likelihood, exposure and consequence'),
  },
  dismiss: {
    title: text('不构成风险', 'Dismiss'),
    from: ['identified', 'assessed'],
    to: 'notRisk',
    by: ['inspector', 'triageOfficer', 'leader'],
    form: 'closing',
    guards: ['notRegisteredBy', 'notTheHandler'],
    aside: true,
    meets: ['assess', 'decide'],
    told: text('查实不构成风险', 'found no risk'),
  },
  treat: {
    ...treatment,
    by: ['triageOfficer', 'handler', 'leader'],
    guards: [{ the: 'level', is: ['general', 'low'] }],
  },
  treatSerious: {
    ...treatment,
    by: responsibleSide('leader'),
    guards: [{ the: 'level', is: ['serious'] }],
  },
  treatMajor: {
    ...treatment,
    by: orderingSide('leader'),
    guards: ['isMajor'],
  },
  acceptRisk: {
    title: text('接受风险', 'Accept risk'),
    from: ['assessed'],
    to: 'accepted',
    by: responsibleSide('leader'),
    form: 'acceptance',
    guards: ['notMajor'],
    aside: true,
    meets: ['decide'],
    starts: ['reassessAccepted'],
    issues: ['acceptance'],
    source: governance.riskProcess,
    told: text('决定接受，定期复评', 'accepted it, with reassessment'),
  },
  completeTreatment: { ...completion, title: text('措施落实（矩阵法）', 'Treatment done (LS)'), form: 'residual' },
  completeTreatmentLec: {
    ...completion,
    title: text('措施落实（作业条件危险性法）', 'Treatment done (LEC)'),
    form: 'residualLec',
  },
  extendTreatment: {
    title: text('同意延期', 'Extend'),
    from: ['treating'],
    by: orderingSide('leader'),
    form: 'extension',
    guards: ['notTheHandler'],
    aside: true,
    extends: 'treat',
    told: text('同意延期', 'granted more time'),
  },
  reassess: { ...reassessment, title: text('复评（矩阵法）', 'Reassess by LS'), form: 'residual' },
  reassessLec: { ...reassessment, title: text('复评（作业条件危险性法）', 'Reassess by LEC'), form: 'residualLec' },
  treatAgain: {
    title: text('重新确定管控措施', 'Treat again'),
    from: ['monitored', 'accepted'],
    to: 'assessed',
    by: ['inspector', 'triageOfficer', 'leader'],
    form: 'again',
    aside: true,
    cancels: REASSESSMENTS,
    starts: ['decide'],
    source: governance.riskProcess,
    told: text('风险上升，要重新确定管控措施', 'found that it rose; a new treatment is due'),
  },
  close: {
    title: text('关闭：已消除', 'Close'),
    from: ['monitored', 'accepted'],
    to: 'eliminated',
    by: [...orderingSide('leader'), ...orderingSide('verifier')],
    form: 'closing',
    guards: ['allChildrenDone', 'notTheHandler'],
    verifies: true,
    aside: true,
    meets: REASSESSMENTS,
    told: text('查实已经消除，关闭', 'verified that it is gone and closed it'),
  },
  recordOccurrence: {
    alone: text('已经发生的要马上转处置', 'What has occurred is handled at once'),
    title: text('风险已经发生', 'Occurred'),
    from: ['identified', 'assessed', 'treating', 'monitored', 'accepted'],
    to: 'occurred',
    by: ['inspector', 'handler', 'triageOfficer', 'leader'],
    form: 'occurrence',
    aside: true,
    cancels: ['assess', 'decide', 'treat', ...REASSESSMENTS],
    opens: [
      {
        procedure: 'hazard',
        link: 'childOf',
        when: { field: 'occurredAs', is: ['hazard'] },
        carry: {
          title: 'title',
          category: 'hazardCategory',
          description: 'occurrence',
          place: 'place',
          placeUnit: 'placeUnit',
        },
      },
      {
        procedure: 'task',
        link: 'childOf',
        when: { field: 'occurredAs', is: ['task'] },
        carry: {
          title: 'title',
          description: 'occurrence',
          unit: 'taskUnit',
          dueOn: 'taskDueOn',
          place: 'place',
          placeUnit: 'placeUnit',
        },
      },
    ],
    source: governance.riskProcess,
    tells: text('突发事件另按规定时限报告', 'An incident is reported within its own limits'),
    told: text('风险已经发生，转为隐患整改或督办处置', 'it occurred: opened a hazard or a task for it'),
  },
} as const satisfies Record<string, Step>
