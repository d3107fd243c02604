import type { Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { governance } from '../../shared/v1/sources.ts'
import { responsibleSide } from '../../shared/v1/takers.ts'

const WORKERS = ['handler', 'inspector', 'mediator', 'clerk'] as const

/** What the unit that rectifies does: work, report, ask for time, prove it, and have its head sign. */
export const rectificationWorkSteps = {
  fileEvidence: {
    title: text('提交佐证材料', 'File evidence'),
    from: ['rectifying', 'extensionAsked'],
    to: 'evidenceFiled',
    by: WORKERS,
    form: 'evidence',
    guards: ['hasEvidence'],
    handles: true,
    meets: ['progress'],
    cancels: ['decideExtension'],
    starts: ['accept'],
    issues: ['evidence'],
    source: governance.writeOff,
    told: text('改完了，提交了佐证材料', 'finished and filed the evidence'),
    public: text('改完了', 'Done'),
  },
  reportProgress: {
    title: text('报送整改进展', 'Report progress'),
    from: ['rectifying'],
    by: WORKERS,
    form: 'progress',
    handles: true,
    aside: true,
    meets: ['progress'],
    starts: ['progress'],
    told: text('报送了整改进展', 'reported progress'),
  },
  askExtension: {
    title: text('申请延期', 'Ask extension'),
    from: ['rectifying'],
    to: 'extensionAsked',
    by: WORKERS,
    form: 'extensionAsked',
    aside: true,
    handles: true,
    asks: 'rectify',
    starts: ['decideExtension'],
    told: text('申请延期', 'asked for more time'),
  },
  sign: {
    title: text('审签', 'Sign'),
    from: ['evidenceFiled'],
    to: 'signed',
    by: responsibleSide('leader'),
    form: 'signature',
    // Whoever signs for the unit answers for the fix, and so neither accepts nor approves it.
    handles: true,
    // Until then it has not left the unit.
    holds: ['rectify', 'atOnce', 'redo'],
    source: governance.writeOff,
    told: text('代表单位审签', 'signed for the unit'),
  },
  sendBack: {
    title: text('退回再整改', 'Send back'),
    from: ['evidenceFiled'],
    to: 'rectifying',
    by: responsibleSide('leader'),
    form: 'redo',
    aside: true,
    cancels: ['accept'],
    starts: ['redo', 'progress'],
    raises: ['owner'],
    told: text('审签未通过，退回再整改', 'sent it back unsigned'),
  },
} as const satisfies Record<string, Step>
