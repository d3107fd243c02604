import type { Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { safety } from '../../shared/v1/sources.ts'
import { orderingInspector, orderingLeader } from './who.ts'

const refusing = ['planning', 'planFiled', 'rectifying', 'reinspectionRequested', 'failed', 'listRectifying'] as const

/** 行政处罚或强制措施 against a unit that does not rectify. A leader decides. */
export const hazardForceSteps = {
  penalize: {
    title: text('行政处罚', 'Penalise'),
    from: refusing,
    by: [orderingLeader],
    form: 'penalty',
    aside: true,
    issues: ['penalty'],
    source: safety.refusal,
    tells: text('被处罚的单位', 'The unit penalised'),
    told: text('作出行政处罚决定', 'decided a penalty'),
  },
  toPolice: {
    title: text('移送公安机关', 'Refer to police'),
    from: refusing,
    by: [orderingLeader],
    form: 'toPolice',
    aside: true,
    issues: ['passLetter'],
    source: safety.refusal,
    told: text('移送公安机关', 'referred it to the police'),
  },
  seal: {
    title: text('查封', 'Seal'),
    from: refusing,
    by: [orderingLeader],
    form: 'seal',
    aside: true,
    issues: ['seal'],
    source: safety.seal,
    tells: text('被查封的单位', 'The unit whose place is sealed'),
    told: text('查封了场所、设施', 'sealed the place'),
  },
  notifyPowerCut: {
    title: text('批准停止供电并通知', 'Approve power cut'),
    from: refusing,
    by: [orderingLeader],
    form: 'powerCutNotice',
    guards: ['isMajor'],
    aside: true,
    starts: ['powerCut'],
    issues: ['powerCutNotice'],
    source: safety.powerCut,
    tells: text('被停电的单位、供电单位', 'The unit and the supplier'),
    told: text('批准停止供电，送达了通知', 'approved the power cut and gave notice'),
  },
  noticeOver: {
    title: text('通知已满二十四小时', 'Notice over'),
    from: 'open',
    by: ['system'],
    aside: true,
    source: safety.powerCut,
    told: text('停止供电前的二十四小时已满', 'the 24 hours before the power cut are over'),
  },
  cutPower: {
    title: text('实施停止供电', 'Cut power'),
    from: refusing,
    by: [orderingInspector, orderingLeader],
    form: 'powerCut',
    guards: [
      { the: 'powerCutNo', recorded: true },
      {
        any: [
          { the: 'emergency', is: ['yes'] },
          { the: { rounds: 'noticeOver' }, atLeast: 1 },
        ],
      },
    ],
    aside: true,
    cancels: ['powerCut'],
    source: safety.powerCut,
    told: text('停止供电', 'had the power cut'),
  },
  liftMeasures: {
    title: text('解除强制措施', 'Lift measures'),
    from: 'open',
    by: [orderingLeader],
    form: 'lift',
    guards: [
      {
        any: [
          { the: 'powerCutNo', recorded: true },
          { the: 'sealNo', recorded: true },
        ],
      },
    ],
    aside: true,
    cancels: ['powerCut'],
    clears: ['powerCutNo', 'sealNo'],
    revokes: ['seal', 'powerCutNotice'],
    source: safety.powerCut,
    tells: text('被采取措施的单位、供电单位', 'The unit and the supplier'),
    told: text('解除了强制措施', 'lifted the measures'),
  },
} as const satisfies Record<string, Step>
