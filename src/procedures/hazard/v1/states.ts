import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

const inspected = text('看过现场，正在定怎么改', 'Inspected; the fix is being decided')
const planned = text('先保安全，正在定治理方案', 'Made safe for now; a plan is being made')
const fixing = text('正在整改', 'Being fixed')
const toCheck = text('改完了，等复查', 'Fixed; to be reinspected')
const fixed = text('复查过，改好了', 'Reinspected: fixed')

/** Titles say what the matter waits for. */
export const hazardStates = {
  recorded: {
    title: text('待定级', 'To grade'),
    group: 'open',
    public: text('登记了，要到现场看', 'Recorded; the place will be inspected'),
  },
  dismissing: { title: text('待认定', 'Dismissal to confirm'), group: 'open', public: inspected },
  misdirected: {
    title: text('待重新指定', 'To give to another unit'),
    group: 'open',
    public: text('登记了，正在定由哪个单位办', 'Recorded; the unit is being decided'),
  },
  disputed: {
    title: text('待裁定', 'To rule on'),
    group: 'open',
    public: text('登记了，正在定由哪个单位办', 'Recorded; the unit is being decided'),
  },
  judging: { title: text('待集体判定', 'To judge together'), group: 'open', public: inspected },
  judged: { title: text('待送达通知书', 'Notice to serve'), group: 'open', public: inspected },
  tipOffToSign: { title: text('待负责人签字', 'To be signed'), group: 'open', public: inspected },
  graded: { title: text('待责令整改', 'To order'), group: 'open', public: inspected },
  planning: { title: text('待报送方案', 'Plan due'), group: 'open', public: planned, lane: 'handler' },
  planFiled: { title: text('待审核方案', 'Plan to review'), group: 'open', public: planned },
  rectifying: { title: text('整改中', 'Rectifying'), group: 'open', public: fixing },
  extensionAsked: { title: text('待定延期', 'Extension asked'), group: 'open', public: fixing },
  selfChecked: { title: text('待申请复查', 'To ask for a check'), group: 'open', public: toCheck },
  reinspectionRequested: { title: text('待复查', 'To reinspect'), group: 'open', public: toCheck },
  failed: {
    title: text('待再次责令整改', 'To order again'),
    group: 'open',
    public: text('复查没通过，要再改', 'Reinspection failed; to be fixed again'),
  },
  listRectifying: {
    title: text('按清单整改', 'Rectifying by list'),
    group: 'waiting',
    public: text('正在逐项整改', 'Being fixed item by item'),
  },
  resumptionDue: {
    title: text('未恢复生产经营', 'Work stands still'),
    group: 'waiting',
    lane: 'handler',
    clockless: text(
      '什么时候申请恢复由停下的单位定；没有审查同意不得恢复',
      'The unit decides when to ask; nothing resumes without consent',
    ),
    public: fixed,
  },
  resumptionAsked: { title: text('待审查恢复', 'Resumption to review'), group: 'open', public: fixed },
  passed: { title: text('待销号', 'To write off'), group: 'open', public: fixed },
  delisted: { title: text('待公布摘牌', 'Delisting to publish'), group: 'open', public: fixed },
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
