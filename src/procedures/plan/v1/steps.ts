import type { State, Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { recordStates, recordSteps } from '../../shared/v1/record-steps.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { planLaw } from '../../shared/v1/sources-incident.ts'

export const planStates = {
  draft: { ...recordStates.draft, title: text('待审批', 'To approve') },
  inForce: {
    title: text('现行', 'In force'),
    group: 'waiting',
    public: text('现行预案', 'In force'),
  },
  underReview: {
    title: text('现行，待评估', 'In force, to review'),
    group: 'open',
    public: text('现行预案，正在评估', 'In force, under review'),
  },
  ended: { ...recordStates.ended, title: text('已废止', 'Withdrawn') },
} as const satisfies Record<string, State<'ended'>>

const IN_FORCE = ['inForce', 'underReview'] as const
const DRAFTERS = ['clerk', 'inspector', 'triageOfficer', 'handler'] as const

export const planSteps = {
  publish: {
    ...recordSteps.publish,
    title: text('批准公布', 'Approve'),
    by: ['leader', 'triageOfficer', 'reviewer'],
    starts: ['file', 'drill', 'review'],
    issues: ['plan'],
    source: planLaw.content,
    told: text('批准公布了预案', 'approved the plan'),
  },
  file: {
    title: text('登记备案', 'Record filing'),
    from: [...IN_FORCE],
    by: [...DRAFTERS],
    form: 'filed',
    aside: true,
    meets: ['file'],
    source: planLaw.file,
    told: text('报送备案', 'filed it with the level above'),
  },
  recordDrill: {
    title: text('登记演练', 'Record drill'),
    from: [...IN_FORCE],
    by: [...DRAFTERS, 'reviewer'],
    form: 'drilled',
    aside: true,
    meets: ['drill'],
    starts: ['drill'],
    source: planLaw.drill,
    told: text('登记了一次演练', 'recorded a drill'),
  },
  askReview: {
    title: text('到期评估', 'Review falls due'),
    from: ['inForce'],
    to: 'underReview',
    by: ['system'],
    starts: ['assess'],
    source: ownRule,
    told: text('到了定期评估的时候', 'fell due for its regular review'),
  },
  assess: {
    title: text('评估，继续用', 'Assess, keep'),
    from: ['underReview'],
    to: 'inForce',
    by: [...DRAFTERS],
    form: 'assessment',
    meets: ['assess'],
    starts: ['review'],
    source: ownRule,
    told: text('评估后继续用', 'assessed it; it stays as it is'),
  },
  revise: {
    title: text('修订', 'Revise'),
    from: [...IN_FORCE],
    to: 'inForce',
    by: [...DRAFTERS],
    form: 'revision',
    aside: true,
    meets: ['assess'],
    starts: ['review', 'file'],
    issues: ['plan'],
    source: planLaw.revise,
    told: text('修订了预案，已启动的仍按原来的', 'revised it; what was activated keeps the version it has'),
  },
  end: {
    ...recordSteps.end,
    title: text('废止', 'Withdraw'),
    from: ['draft', ...IN_FORCE],
    told: text('废止了预案', 'withdrew the plan'),
  },
} as const satisfies Record<string, Step>
