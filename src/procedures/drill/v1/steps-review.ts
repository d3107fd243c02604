import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { governance, ownRule } from '../../shared/v1/sources.ts'
import { drillLaw } from '../../shared/v1/sources-drill.ts'

/** What the drill showed of the plan is in it before the drill is closed (Regulations art. 6). */
const REVISED: Condition = {
  any: [
    { the: 'planFlaw', is: ['keep'] },
    { the: 'planRevisedOn', recorded: true },
  ],
}

/** After the drill: evaluated by somebody else, its gaps put right in earnest, the plan revised. */
export const drillReviewSteps = {
  assess: {
    title: text('评估', 'Evaluate'),
    from: ['held'],
    to: 'assessed',
    by: ['reviewer', 'verifier', 'inspector', 'leader'],
    form: 'evaluation',
    guards: ['notTheHandler'],
    verifies: true,
    meets: ['assess'],
    starts: ['handOver'],
    issues: ['evaluation'],
    source: drillLaw.evaluation,
    told: text('评估了演练', 'evaluated the drill'),
  },
  assignIssues: {
    title: text('交办问题', 'Hand over'),
    from: ['assessed'],
    to: 'issuesAssigned',
    by: ['reviewer', 'leader', 'triageOfficer'],
    form: 'gaps',
    meets: ['handOver'],
    starts: ['revise'],
    issues: ['gapList'],
    opens: [
      {
        procedure: 'rectification',
        link: 'rectifies',
        each: 'gaps',
        inEarnest: true,
        carry: {
          title: 'row.title',
          cause: 'row.cause',
          measure: 'row.measure',
          unit: 'row.unit',
          dueOn: 'row.dueOn',
          place: 'place',
          placeUnit: 'placeUnit',
        },
      },
    ],
    source: governance.writeOff,
    tells: text('每条的整改单位；整改是真的，不是演练', 'The unit of each; these are in earnest, no exercise'),
    told: text('把问题逐条交办整改', 'handed each gap over to be put right'),
  },
  closeWithoutGaps: {
    title: text('没有要改的，结束', 'Nothing to change'),
    from: ['assessed'],
    to: 'noGaps',
    by: ['leader'],
    form: 'noGaps',
    guards: ['notTheHandler', 'allChildrenDone'],
    aside: true,
    meets: ['handOver'],
    source: ownRule,
    told: text('结束了，没有要改的', 'closed it: nothing to change'),
  },
  recordRevision: {
    title: text('登记预案修订', 'Record revision'),
    from: ['issuesAssigned'],
    to: 'planRevised',
    by: ['handler', 'inspector', 'triageOfficer', 'clerk', 'reviewer'],
    form: 'revised',
    guards: [{ the: 'planFlaw', is: ['revise'] }],
    meets: ['revise'],
    source: drillLaw.revise,
    told: text('预案修订好了', 'recorded that the plan is revised'),
  },
  fileReport: {
    title: text('登记报送', 'File'),
    from: ['held', 'assessed', 'issuesAssigned', 'planRevised'],
    by: ['handler', 'inspector', 'triageOfficer', 'clerk'],
    form: 'filedReport',
    aside: true,
    source: drillLaw.safety,
    told: text('把演练情况报了主管部门', 'reported the drill to the regulator'),
  },
  close: {
    title: text('结束', 'Close'),
    from: ['issuesAssigned', 'planRevised'],
    to: 'closed',
    by: ['leader'],
    form: 'closing',
    guards: ['notTheHandler', 'allChildrenDone', REVISED],
    source: governance.writeOff,
    told: text('结束了演练，问题都改到位', 'closed the drill: all is put right'),
  },
} as const satisfies Record<string, Step>
