import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { commonSteps, superviseStep } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { orderingSide } from '../../shared/v1/takers.ts'
import { campaignDeadlines } from './deadlines.ts'
import { CAMPAIGN_KINDS, campaignForms } from './forms.ts'
import { campaignStates } from './states.ts'
import { campaignSteps } from './steps.ts'

/** 专项行动: for a time, all places of some kinds in some units are checked, put right, accepted and looked at again. */
export const campaignV1 = defineProcedure({
  id: 'campaign',
  version: 1,
  effectiveOn: '2024-11-02',
  title: text('专项行动', 'Campaigns'),
  short: text('行动', 'Campaign'),
  prefix: 'ZX',
  purpose: text(
    '定方案、动员、自查、排查、集中整改、验收、回头看、总结；应查多少、查了多少、改了多少，点得到每一件',
    'Plan, mobilise, self-check, sweep, rectify, accept, look back, sum up; every figure opens what it counts',
  ),
  source: ownRule,
  categories: CAMPAIGN_KINDS,
  outcomes: {
    done: text('已结束', 'Over'),
    removed: text('已解除重点村', 'Off the list'),
    cancelled: text('已撤销', 'Cancelled'),
  },
  seats: { units: { title: text('参加单位', 'Units taking part'), holds: 'unit', many: true } },
  record: { inForce: ['mobilising', 'selfCheck', 'sweep', 'rectifying', 'acceptance', 'lookBack'], work: true },
  coverage: {
    units: 'units',
    places: 'site',
    among: 'placeTypes',
    visits: 'inspection',
    made: 'checkedOn',
    findings: 'hazard',
  },
  forms: { ...campaignForms, ...importedForms(campaignForms.plan) },
  documents: {
    plan: { title: text('专项行动方案', 'Plan of the campaign') },
    acceptance: { title: text('验收意见', 'Acceptance') },
    removal: { title: text('解除重点村通知', 'Notice of removal') },
    summary: { title: text('专项行动总结', 'Summary of the campaign') },
  },
  deadlines: campaignDeadlines,
  opening: { form: 'plan', by: ['triageOfficer', 'clerk', 'handler'], state: 'planned', starts: ['approve'] },
  states: campaignStates,
  steps: {
    ...campaignSteps,
    ...commonSteps,
    supervise: { ...superviseStep, by: orderingSide('leader', 'triageOfficer'), source: ownRule },
    ...importedSteps(
      'planned',
      ['approve'],
      [
        { step: 'doneAsImported', to: 'done', title: text('已结束', 'Over') },
        { step: 'removedAsImported', to: 'removed', title: text('已解除重点村', 'Off the list') },
        { step: 'cancelledAsImported', to: 'cancelled', title: text('已撤销', 'Cancelled') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('行动名称', 'Campaign') },
    { field: 'category', title: text('类别', 'Kind') },
    { field: 'unitId', title: text('牵头单位', 'Lead unit') },
    { field: 'units', title: text('参加单位', 'Units') },
    { field: 'placeTypes', title: text('排查场所', 'Places') },
    { field: 'checklist', title: text('检查表', 'Checklist') },
    { field: 'selfCheckBy', title: text('自查到', 'Self-check until') },
    { field: 'sweepBy', title: text('排查到', 'Sweep until') },
    { field: 'rectifyBy', title: text('整改到', 'Rectify until') },
    { field: 'quarter.met', title: text('季度报告次数', 'Quarterly reports') },
    { field: 'acceptedOn', title: text('验收日期', 'Accepted on') },
    { field: 'lookedOn', title: text('回头看日期', 'Looked back on') },
    { field: 'outcome', title: text('结果', 'Outcome') },
    { field: 'summary', title: text('总结', 'Summary') },
  ],
})
