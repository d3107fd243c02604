import type { Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { safety } from '../../shared/v1/sources.ts'
import { BY_ANOTHER_UNIT, NOT_STOPPED, orderingInspector, orderingLeader, orderingVerifier, STOPPED } from './who.ts'

const REINSPECTIONS = ['reinspect', 'reinspectAtExpiry', 'reinspectFire', 'reinspectFireAtExpiry'] as const

const request = {
  to: 'reinspectionRequested',
  by: ['handler', 'inspector'],
  form: 'request',
  handles: true,
  holds: ['rectify'],
  starts: ['reinspect', 'reinspectFire'],
  tells: text('复查人', 'The reinspecting post'),
} as const satisfies Partial<Step>

const passed = {
  from: ['reinspectionRequested'],
  by: [orderingVerifier, orderingInspector],
  form: 'reinspection',
  verifies: true,
  meets: ['rectify', ...REINSPECTIONS],
  issues: ['reinspection'],
  source: safety.order,
  tells: text('被责令整改的单位', 'The unit ordered to rectify'),
  public: text('复查过，改好了', 'Reinspected: fixed'),
} as const satisfies Partial<Step>

const resumption = {
  from: ['resumptionAsked'],
  by: [orderingLeader],
  form: 'resumption',
  guards: ['notTheHandler'],
  meets: ['resume'],
  issues: ['resumption'],
  source: safety.order,
  tells: text('停下的单位', 'The unit that stopped'),
} as const satisfies Partial<Step>

/** The fix, and its check by somebody else on the ordering side. */
export const hazardCheckSteps = {
  selfCheck: {
    title: text('报送整改情况', 'Report fix'),
    from: ['rectifying', 'extensionAsked'],
    to: 'selfChecked',
    by: ['handler', 'inspector'],
    form: 'selfCheck',
    guards: [{ files: 'new' }],
    handles: true,
    cancels: ['decideExtension'],
    issues: ['rectificationReport'],
    told: text('报送整改情况，附整改后照片', 'reported the fix, with photos'),
    public: text('已经改完，正在自查', 'Fixed; being checked by the unit itself'),
  },
  requestReinspection: {
    ...request,
    title: text('申请复查', 'Ask reinspection'),
    from: ['selfChecked'],
    guards: ['hasEvidence'],
    told: text('申请复查', 'asked for reinspection'),
  },
  requestListReinspection: {
    ...request,
    title: text('清单改完，申请复查', 'List done'),
    from: ['listRectifying'],
    guards: ['hasChildren', 'allChildrenDone'],
    meets: ['list'],
    told: text('逐项改完清单，申请复查', 'finished the list and asked for reinspection'),
  },
  callReinspection: {
    title: text('期满复查', 'Inspect at expiry'),
    from: ['rectifying', 'selfChecked', 'listRectifying'],
    to: 'reinspectionRequested',
    by: [orderingInspector, { role: 'triageOfficer', at: 'ordering' }, orderingLeader],
    form: 'request',
    aside: true,
    cancels: ['list'],
    starts: ['reinspect', 'reinspectFire'],
    source: safety.reinspection,
    told: text('安排了期满复查', 'ordered a reinspection at expiry'),
  },
  passReinspection: {
    ...passed,
    title: text('复查合格', 'Pass'),
    to: 'passed',
    guards: ['notTheHandler', BY_ANOTHER_UNIT, NOT_STOPPED],
    starts: ['writeOff'],
    told: text('复查合格', 'passed it'),
  },
  passStopped: {
    ...passed,
    title: text('复查合格，待申请恢复', 'Pass; still stopped'),
    to: 'resumptionDue',
    guards: ['notTheHandler', BY_ANOTHER_UNIT, STOPPED],
    told: text('复查合格；停下的经审查同意才能恢复', 'passed it; what was stopped resumes only after consent'),
  },
  failReinspection: {
    title: text('复查不合格', 'Fail'),
    from: ['reinspectionRequested'],
    to: 'failed',
    by: [orderingVerifier, orderingInspector],
    form: 'failure',
    guards: ['notTheHandler', BY_ANOTHER_UNIT],
    verifies: true,
    meets: REINSPECTIONS,
    runsOn: ['rectify'],
    starts: ['orderAgain'],
    issues: ['reinspection'],
    source: safety.rectify,
    tells: text('被责令整改的单位', 'The unit ordered to rectify'),
    told: text('复查不合格', 'failed it'),
    public: text('复查过，没改好，要再改', 'Reinspected: not fixed yet'),
  },
  toRectificationList: {
    title: text('列整改清单', 'List to rectify'),
    from: ['failed'],
    to: 'listRectifying',
    by: ['inspector', 'handler', 'leader'],
    form: 'problems',
    handles: true,
    meets: ['orderAgain'],
    starts: ['list'],
    opens: [
      {
        procedure: 'rectification',
        link: 'rectifies',
        each: 'problems',
        carry: {
          title: 'row.title',
          description: 'left',
          measure: 'row.measure',
          unit: 'row.unit',
          dueOn: 'row.dueOn',
          place: 'place',
          placeUnit: 'placeUnit',
        },
      },
    ],
    source: safety.rectify,
    told: text('把没有整改的列成清单，逐项销号', 'put what is left on a rectification list'),
    public: text('没改好的逐项列单再改', 'What is left is being fixed item by item'),
  },
  askResumption: {
    title: text('申请恢复', 'Ask to resume'),
    from: ['resumptionDue'],
    to: 'resumptionAsked',
    by: ['handler', 'inspector'],
    form: 'askResumption',
    starts: ['resume'],
    source: safety.resume,
    told: text('登记了恢复生产经营的申请', 'recorded the application to resume'),
  },
  consentResumption: {
    ...resumption,
    title: text('同意恢复', 'Consent to resume'),
    to: 'passed',
    starts: ['writeOff'],
    told: text('审查同意恢复生产经营和使用', 'reviewed it: work and use may resume'),
  },
  refuseResumption: {
    ...resumption,
    title: text('不同意恢复', 'Refuse to resume'),
    aside: true,
    to: 'resumptionDue',
    told: text('审查后不同意恢复', 'reviewed it: work and use may not resume'),
  },
} as const satisfies Record<string, Step>
