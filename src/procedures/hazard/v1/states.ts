import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

/** Titles say what the matter waits for. */
export const hazardStates = {
  recorded: {
    title: text('待判级', 'To grade'),
    group: 'open',
    public: text('登记了，要到现场看', 'Recorded; the place will be inspected'),
  },
  graded: {
    title: text('待下达指令', 'To order'),
    group: 'open',
    public: text('看过现场，正在定怎么改', 'Inspected; the fix is being decided'),
  },
  planning: {
    title: text('待报方案', 'Plan due'),
    group: 'open',
    public: text('先保安全，正在定整改方案', 'Made safe for now; a plan is being made'),
    lane: 'handler',
  },
  planFiled: {
    title: text('待核方案', 'Plan to approve'),
    group: 'open',
    public: text('先保安全，正在定整改方案', 'Made safe for now; a plan is being made'),
  },
  rectifying: {
    title: text('整改中', 'Rectifying'),
    group: 'open',
    public: text('正在整改', 'Being fixed'),
  },
  extensionAsked: {
    title: text('待定延期', 'Extension asked'),
    group: 'open',
    public: text('正在整改', 'Being fixed'),
  },
  selfChecked: {
    title: text('已自查', 'Self-checked'),
    group: 'open',
    public: text('改完了，等复查', 'Fixed; to be reinspected'),
  },
  reinspectionRequested: {
    title: text('待复查', 'To reinspect'),
    group: 'open',
    public: text('改完了，等复查', 'Fixed; to be reinspected'),
  },
  failed: {
    title: text('复查不合格', 'Failed'),
    group: 'open',
    public: text('复查没通过，要再改', 'Reinspection failed; to be fixed again'),
  },
  listRectifying: {
    title: text('按清单整改', 'Rectifying by list'),
    group: 'waiting',
    public: text('正在逐项整改', 'Being fixed item by item'),
  },
  passed: {
    title: text('待销号', 'To write off'),
    group: 'open',
    public: text('复查过，改好了', 'Reinspected: fixed'),
  },
  delisted: {
    title: text('待公布摘牌', 'Delisting to publish'),
    group: 'open',
    public: text('复查过，改好了', 'Reinspected: fixed'),
  },
  lookingBack: {
    title: text('待回头看', 'To look back'),
    group: 'waiting',
    public: text('改好了，过一段再去看一次', 'Fixed; will be checked once more'),
  },
  writtenOff: {
    title: text('已销号', 'Written off'),
    group: 'done',
    outcome: 'writtenOff',
    public: text('改好了，已经销号', 'Fixed and closed'),
  },
  notHazard: {
    title: text('不构成隐患', 'Not a hazard'),
    group: 'done',
    outcome: 'notHazard',
    public: text('查实不构成隐患', 'Found not to be a hazard'),
  },
  passedOn: {
    title: text('已移送', 'Passed on'),
    group: 'done',
    outcome: 'passedOn',
    public: text('移送有权处理的部门', 'Passed to the competent department'),
  },
} as const satisfies Record<string, State>
