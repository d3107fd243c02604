import type { Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { reviewSpawn } from '../../shared/v1/common-steps.ts'
import { governance, ownRule, safety } from '../../shared/v1/sources.ts'
import { notByWhoChecked } from '../../shared/v1/takers.ts'
import { orderingInspector, orderingLeader, orderingVerifier } from './who.ts'

const BY_ANOTHER = ['notTheHandler', notByWhoChecked] as const

/** 销号 by a leader of the ordering side, who neither handled nor reinspected it; and the look back afterwards. */
export const hazardClosingSteps = {
  writeOff: {
    title: text('批准销号', 'Approve write-off'),
    from: ['passed'],
    to: 'writtenOff',
    by: [orderingLeader],
    form: 'writeOff',
    guards: ['notListed', ...BY_ANOTHER],
    meets: ['writeOff'],
    starts: ['lookBack'],
    issues: ['writeOff'],
    source: safety.order,
    told: text('批准销号', 'wrote it off'),
    public: text('改好了，销号', 'Fixed and closed'),
  },
  refuseWriteOff: {
    title: text('不同意销号', 'Refuse write-off'),
    from: ['passed'],
    aside: true,
    to: 'rectifying',
    by: [orderingLeader],
    form: 'refuseWriteOff',
    guards: BY_ANOTHER,
    meets: ['writeOff'],
    starts: ['rectify'],
    source: safety.order,
    tells: text('被责令整改的单位', 'The unit ordered to rectify'),
    told: text('不同意销号，退回整改', 'refused the write-off; it is to be fixed'),
    public: text('核查后还要再改', 'Checked again; more is to be fixed'),
  },
  lookBack: {
    title: text('回头看', 'Look back'),
    from: ['writtenOff'],
    by: [orderingVerifier, orderingInspector, { role: 'reviewer', at: 'ordering' }],
    form: 'lookBack',
    guards: ['notTheHandler'],
    verifies: true,
    aside: true,
    meets: ['lookBack'],
    source: governance.lookBack,
    told: text('回头看：没有反弹', 'looked back: still fixed'),
    public: text('又看过一次，没有反弹', 'Checked once more: still fixed'),
  },
  relapse: {
    title: text('隐患反弹', 'Relapse'),
    from: ['writtenOff'],
    to: 'failed',
    by: [orderingVerifier, orderingInspector, { role: 'reviewer', at: 'ordering' }],
    form: 'relapse',
    guards: ['notTheHandler'],
    verifies: true,
    aside: true,
    meets: ['lookBack'],
    starts: ['orderAgain'],
    source: governance.lookBack,
    told: text('回头看：隐患反弹', 'looked back: it is there again'),
    public: text('又看过一次，问题还在，要再改', 'Checked once more: to be fixed again'),
  },
  openReview: {
    title: text('复盘', 'Review'),
    from: ['passed', 'failed', 'writtenOff'],
    by: ['reviewer', 'leader'],
    form: 'review',
    aside: true,
    opens: [reviewSpawn],
    source: ownRule,
    told: text('发起复盘', 'started a review'),
  },
} as const satisfies Record<string, Step>
