import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { RISK_DIMENSIONS } from '../../shared/v1/categories.ts'
import { commonSteps, superviseStep } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { reregisterStep, returnForms, returnOutcomes, returnStates, returnStep } from '../../shared/v1/putting-right.ts'
import { governance, ownRule, safety } from '../../shared/v1/sources.ts'
import { riskDeadlines } from './deadlines.ts'
import { riskForms } from './forms.ts'
import { riskSteps } from './steps.ts'

/** 风险: what could happen at a place, in a project or a process; graded, treated, and looked at again. */
export const riskV1 = defineProcedure({
  id: 'risk',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('风险评估管控', 'Risks'),
  short: text('风险', 'Risk'),
  prefix: 'FX',
  purpose: text(
    '还没出事先评一评：多大可能、多大影响、谁来管、多久再看',
    'Grades what has not happened yet, says who controls it, and when to look again',
  ),
  source: governance.riskProcess,
  categories: RISK_DIMENSIONS,
  outcomes: {
    ...returnOutcomes,
    eliminated: text('已消除', 'Eliminated'),
    occurred: text('已经发生', 'Occurred'),
    notRisk: text('不构成风险', 'Not a risk'),
  },
  forms: { ...riskForms, ...returnForms, ...importedForms(riskForms.risk) },
  documents: {
    assessment: { title: text('风险评估表', 'Risk assessment'), source: governance.riskMatrix },
    treatmentPlan: { title: text('风险处置方案', 'Treatment plan'), source: governance.riskProcess },
    acceptance: { title: text('接受风险的决定', 'Decision to accept') },
  },
  deadlines: riskDeadlines,
  opening: {
    form: 'risk',
    by: ['inspector', 'handler', 'clerk', 'triageOfficer', 'reviewer', 'leader'],
    state: 'identified',
    starts: ['assess'],
  },
  states: {
    ...returnStates,
    identified: {
      title: text('待评估', 'To assess'),
      group: 'open',
      public: text('登记了，正在评估', 'Registered; being assessed'),
    },
    assessed: {
      title: text('待确定管控措施', 'To decide'),
      group: 'open',
      public: text('评估过，正在定怎么管', 'Assessed; the treatment is being decided'),
    },
    treating: {
      title: text('处置中', 'Treating'),
      group: 'open',
      public: text('正在落实措施', 'Controls are being put in place'),
    },
    monitored: {
      title: text('监测中', 'Monitored'),
      group: 'waiting',
      public: text('有人盯着，定期再看', 'Watched and looked at again regularly'),
    },
    accepted: {
      title: text('已接受，监测中', 'Accepted, monitored'),
      group: 'waiting',
      public: text('有人盯着，定期再看', 'Watched and looked at again regularly'),
    },
    eliminated: {
      title: text('已消除', 'Eliminated'),
      group: 'done',
      outcome: 'eliminated',
      public: text('已经消除', 'Eliminated'),
    },
    occurred: {
      title: text('已发生', 'Occurred'),
      group: 'done',
      outcome: 'occurred',
      public: text('已经发生，转为处置', 'It occurred; it is being handled'),
    },
    notRisk: {
      title: text('不构成风险', 'Not a risk'),
      group: 'done',
      outcome: 'notRisk',
      public: text('评估过，不构成风险', 'Assessed: not a risk'),
    },
  },
  steps: {
    ...riskSteps,
    addCause: {
      title: text('登记诱因', 'Add cause'),
      from: 'open',
      by: ['inspector', 'handler', 'triageOfficer', 'leader'],
      form: 'cause',
      aside: true,
      opens: [
        {
          procedure: 'risk',
          link: 'triggers',
          carry: {
            title: 'causeTitle',
            description: 'causeDescription',
            category: 'causeDimension',
            place: 'place',
            placeUnit: 'placeUnit',
          },
        },
      ],
      told: text('登记了可能引发它的风险', 'registered a risk that may trigger it'),
    },
    recordHazard: {
      title: text('措施失效，登记隐患', 'Record hazard'),
      from: ['treating', 'monitored', 'accepted'],
      by: ['inspector', 'handler', 'triageOfficer'],
      form: 'failedControl',
      aside: true,
      opens: [
        {
          procedure: 'hazard',
          link: 'childOf',
          carry: {
            title: 'hazardTitle',
            description: 'hazardDescription',
            category: 'hazardCategory',
            place: 'place',
            placeUnit: 'placeUnit',
          },
        },
      ],
      source: safety.reportMajor,
      told: text('把失效的管控措施登记为隐患', 'recorded a failed control as a hazard'),
    },
    ...commonSteps,
    // The petition rules say nothing of risks.
    giveBack: returnStep(['identified']),
    reregister: reregisterStep(['identified']),
    supervise: { ...superviseStep, source: ownRule },
    ...importedSteps(
      'identified',
      ['assess'],
      [
        { step: 'eliminatedAsImported', to: 'eliminated', title: text('已消除', 'Eliminated') },
        { step: 'occurredAsImported', to: 'occurred', title: text('已发生', 'Occurred') },
        { step: 'notRiskAsImported', to: 'notRisk', title: text('不构成风险', 'No risk') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'foundOn', title: text('识别日期', 'Identified on') },
    { field: 'category', title: text('领域', 'Dimension') },
    { field: 'title', title: text('风险名称', 'Risk') },
    { field: 'description', title: text('风险描述', 'Description') },
    { field: 'causes', title: text('成因', 'Causes') },
    { field: 'likelihood', title: text('可能性', 'Likelihood') },
    { field: 'impact', title: text('影响', 'Impact') },
    { field: 'riskValue', title: text('风险值', 'Value') },
    { field: 'inherentLevel', title: text('固有等级', 'Inherent level') },
    { field: 'level', title: text('现在的等级', 'Level now') },
    { field: 'origin', title: text('原生或次生', 'Primary or secondary') },
    { field: 'visibility', title: text('显性或隐性', 'Known or latent') },
    { field: 'pattern', title: text('传统或新型', 'Traditional or emerging') },
    { field: 'existingControls', title: text('现有措施', 'Existing controls') },
    { field: 'measures', title: text('补充措施', 'Added controls') },
    { field: 'unitId', title: text('牵头单位', 'Lead unit') },
    { field: 'ownerPostId', title: text('责任岗位', 'Owner') },
    { field: 'treatBy', title: text('时限', 'Treat by') },
    { field: 'planNo', title: text('预案编号', 'Plan number') },
    { field: 'reassessedOn', title: text('复评日期', 'Reassessed on') },
    { field: 'residualValue', title: text('复评值', 'Residual value') },
    { field: 'residualLevel', title: text('复评等级', 'Residual level') },
    { field: 'state', title: text('状态', 'State') },
  ],
})
