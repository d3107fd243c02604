import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { HAZARD_CATEGORIES } from '../../shared/v1/categories.ts'
import { commonSteps } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { recusalSteps } from '../../shared/v1/recusal.ts'
import { ownRule, safety } from '../../shared/v1/sources.ts'
import { inspectionForms } from './forms.ts'
import { inspectionStates, inspectionSteps } from './steps.ts'

const dayBefore = [{ before: { length: 1, unit: 'workingDay' } }] as const satisfies DeadlineRule['warn']
const toLeader = [
  { after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') },
] as const satisfies DeadlineRule['escalation']
const own = { roll: 'none', warn: dayBefore, source: ownRule } as const

/** 检查: one visit to one place with one version of a checklist; what failed goes on as a hazard each. */
export const inspectionV1 = defineProcedure({
  id: 'inspection',
  version: 1,
  effectiveOn: '2024-11-02',
  title: text('现场检查', 'Inspections'),
  short: text('检查', 'Inspection'),
  prefix: 'JC',
  purpose: text(
    '一个场所、一张检查表、一次到场：逐项查，当场改的当场记，不合格的逐处列为隐患',
    'One place, one checklist, one visit: item by item; what is fixed at once is noted, what failed becomes a hazard',
  ),
  source: safety.order,
  categories: HAZARD_CATEGORIES,
  outcomes: {
    inOrder: text('合格', 'In order'),
    fixedAtOnce: text('当场改正', 'Fixed on the spot'),
    handled: text('隐患已处理', 'Hazards dealt with'),
    notInspected: text('未检查', 'Not inspected'),
  },
  forms: { ...inspectionForms, ...importedForms(inspectionForms.inspection) },
  documents: {
    record: {
      title: text('现场检查记录', 'Inspection record'),
      source: { article: text('《安全生产法》第六十八条', 'Work Safety Law, art. 68'), mark: 'found' },
    },
  },
  deadlines: {
    visit: {
      code: 'JC-P1',
      title: text('到场检查', 'Visit'),
      length: { dayIn: 'plannedOn' },
      unit: 'calendarDay',
      ...own,
      escalation: toLeader,
    },
    sign: {
      code: 'JC-P2',
      title: text('请被查单位签字', 'Have it signed'),
      length: 2,
      unit: 'workingDay',
      ...own,
    },
    decideMissed: {
      code: 'JC-P3',
      title: text('定是否再查', 'Decide whether to go again'),
      length: 3,
      unit: 'workingDay',
      ...own,
    },
    close: {
      code: 'JC-P4',
      title: text('核对并结束', 'Check and close'),
      length: 5,
      unit: 'workingDay',
      ...own,
    },
  },
  opening: {
    form: 'inspection',
    by: ['inspector', 'handler', 'clerk', 'triageOfficer', 'leader'],
    state: 'planned',
    starts: ['visit'],
  },
  states: inspectionStates,
  steps: {
    ...inspectionSteps,
    ...commonSteps,
    ...recusalSteps,
    ...importedSteps(
      'planned',
      ['visit'],
      [
        { step: 'inOrderAsImported', to: 'inOrder', title: text('合格', 'In order') },
        { step: 'fixedAtOnceAsImported', to: 'fixedAtOnce', title: text('当场改正', 'Fixed on the spot') },
        { step: 'closedAsImported', to: 'closed', title: text('隐患已处理', 'Hazards dealt with') },
        { step: 'notInspectedAsImported', to: 'notInspected', title: text('未检查', 'Not inspected') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'checkedOn', title: text('检查日期', 'Inspected on') },
    { field: 'title', title: text('被查单位或场所', 'Place inspected') },
    { field: 'site', title: text('场所编号', 'Site') },
    { field: 'placeType', title: text('场所类别', 'Kind of place') },
    { field: 'place', title: text('地址', 'Address') },
    { field: 'placeUnitId', title: text('所属乡镇或网格', 'Village or township') },
    { field: 'checklist', title: text('检查表', 'Checklist') },
    { field: 'source', title: text('检查类型', 'Kind of check') },
    { field: 'inspectors', title: text('检查人', 'Inspectors') },
    { field: 'asked', title: text('检查项数', 'Items checked') },
    { field: 'passed', title: text('合格项数', 'Items in order') },
    { field: 'failedItems', title: text('列为隐患', 'Hazards') },
    { field: 'fixedItems', title: text('当场改正项数', 'Fixed on the spot') },
    { field: 'rate', title: text('合格率（%）', 'In order (%)') },
    { field: 'score', title: text('得分', 'Score') },
    { field: 'signedBy', title: text('签字', 'Signed by') },
    { field: 'outcome', title: text('检查结果', 'Result') },
    { field: 'conclusion', title: text('结论', 'Conclusion') },
  ],
})
