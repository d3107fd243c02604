import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

export const datarequestStates = {
  received: {
    title: text('待核实身份', 'To verify who asks'),
    group: 'open',
    public: text('收到了，要先核实是您本人', 'Received; we first verify that it is you'),
    lane: 'clerk',
  },
  verified: {
    title: text('待查找', 'To find'),
    group: 'open',
    public: text('核实了，正在查您说的事项', 'Verified; the matters you named are being looked at'),
    lane: 'clerk',
  },
  deciding: {
    title: text('待决定', 'To decide'),
    group: 'open',
    public: text('正在决定', 'Being decided'),
    lane: 'leader',
  },
  granted: {
    title: text('待执行', 'To carry out'),
    group: 'open',
    public: text('同意了，正在办', 'Granted; being carried out'),
    lane: 'clerk',
  },
  toReply: {
    title: text('待答复', 'To answer'),
    group: 'open',
    public: text('正在准备答复', 'The answer is being prepared'),
    lane: 'clerk',
  },
  answered: {
    title: text('已答复', 'Answered'),
    group: 'done',
    outcome: 'answered',
    public: text('已经办好并答复', 'Done and answered'),
  },
  refused: {
    title: text('未同意', 'Refused'),
    group: 'done',
    outcome: 'refused',
    public: text('没有同意，理由和救济途径见答复', 'Refused; the answer says why and where to turn'),
  },
  unverified: {
    title: text('核实不了', 'Not verified'),
    group: 'done',
    outcome: 'unverified',
    public: text('没能核实是您本人，所以没有办', 'It could not be verified that it is you'),
  },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    group: 'done',
    outcome: 'withdrawn',
    public: text('按您的意思撤回了', 'Withdrawn as you wished'),
  },
} as const satisfies Record<string, State<'answered' | 'refused' | 'unverified' | 'withdrawn'>>
