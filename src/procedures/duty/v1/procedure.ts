import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { commonForms, commonSteps, refusalForm } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { dutyLaw } from '../../shared/v1/sources-duty.ts'
import { dutyDeadlines } from './deadlines.ts'
import { dutyForms } from './forms-duty.ts'
import { SHIFTS, shiftForms } from './forms-shift.ts'
import { dutyOutcomes, dutyStates } from './states.ts'
import { dutySteps } from './steps-duty.ts'
import { planSteps } from './steps-plan.ts'

/** 带班值班: one shift of a desk, from the plan to the signed hand-over and the check. */
export const dutyV1 = defineProcedure({
  id: 'duty',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('带班值班', 'Duty'),
  short: text('值班', 'Shift'),
  prefix: 'ZB',
  purpose: text(
    '谁在岗写清楚，换班要批准，交接要签字，要事有记录',
    'Who is on is known, swaps have consent, the hand-over is signed, events are on record',
  ),
  source: dutyLaw.law,
  categories: SHIFTS,
  outcomes: dutyOutcomes,
  seats: {
    supervisor: { title: text('带班领导', 'Duty leader'), holds: 'post' },
    officers: {
      title: text('值班人员', 'Officers'),
      holds: 'post',
      many: true,
      stands: {
        asked: text('排了班，还没到岗', 'Planned, not there yet'),
        signed: text('已到岗', 'On duty'),
        refused: text('到不了岗', 'Cannot come'),
      },
    },
    substitute: {
      title: text('换班的人', 'Whoever swaps in'),
      holds: 'post',
      many: true,
      stands: {
        asked: text('还没说换不换', 'Has not said yet'),
        signed: text('同意换班', 'Agrees to the swap'),
        refused: text('不换', 'Does not swap'),
      },
    },
    incoming: {
      title: text('接班的人', 'Incoming officers'),
      holds: 'post',
      many: true,
      stands: {
        asked: text('还没签收交接', 'Has not signed for it yet'),
        signed: text('已接班', 'Has taken over'),
        refused: text('没有接', 'Did not take over'),
      },
    },
  },
  // By the rota and the minute, signed on or not: the desk is never without whoever is planned for it.
  standsIn: {
    title: text('当班的人代值班室', 'Whoever is on the shift acts in the duty desk'),
    states: ['published', 'swapAsked', 'onDuty', 'handingOver'],
    rows: 'officers',
    for: 'dutyPost',
    by: ['post'],
    from: 'startsAt',
    until: 'endsAt',
  },
  forms: {
    correction: commonForms.correction,
    refusal: refusalForm,
    ...shiftForms,
    ...dutyForms,
    ...importedForms(shiftForms.shift),
  },
  documents: {
    swap: { title: text('换班审批单', 'Consent to a swap'), source: dutyLaw.swap },
    handover: { title: text('值班交接清单', 'Hand-over list'), source: dutyLaw.handover },
  },
  deadlines: dutyDeadlines,
  opening: {
    form: 'shift',
    by: ['clerk', 'triageOfficer', 'courtClerk', 'leader', 'president', 'divisionHead'],
    state: 'planned',
    starts: ['publish'],
  },
  states: dutyStates,
  steps: {
    ...planSteps,
    ...dutySteps,
    correct: commonSteps.correct,
    ...importedSteps(
      'planned',
      ['publish', 'signOn', 'handOver'],
      [
        { step: 'checkedAsImported', to: 'checked', title: text('已值班', 'Done') },
        { step: 'filedAsImported', to: 'filed', title: text('已交接', 'Handed over') },
        { step: 'unhandedAsImported', to: 'unhanded', title: text('没有交接', 'Not handed over') },
        { step: 'cancelledAsImported', to: 'cancelled', title: text('已取消', 'Cancelled') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('名称', 'Name') },
    { field: 'unitId', title: text('单位', 'Unit') },
    { field: 'startsAt', title: text('日期', 'Date') },
    { field: 'endsAt', title: text('止', 'Until') },
    { field: 'category', title: text('班次', 'Shift') },
    { field: 'leader', title: text('带班领导', 'Duty leader') },
    { field: 'officers', title: text('值班人员', 'Officers') },
    { field: 'dutyPhone', title: text('电话', 'Phone') },
    { field: 'place', title: text('地点', 'Place') },
    { field: 'handoverAt', title: text('交接时间', 'Handed over at') },
    { field: 'handedTo', title: text('接班人', 'Incoming') },
    { field: 'summary', title: text('事项摘要', 'Events') },
    { field: 'spotResult', title: text('抽查结果', 'Spot check') },
    { field: 'state', title: text('状态', 'State') },
  ],
})
