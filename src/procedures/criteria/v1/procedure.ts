import type { Form } from '../../../domain/procedure/form.ts'
import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { itemBasis, itemNo, itemPoints, itemVeto } from '../../shared/v1/checked-items.ts'
import { reason } from '../../shared/v1/common-fields.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { approval, recordEnding, recordStates, recordSteps } from '../../shared/v1/record-steps.ts'
import { ownRule } from '../../shared/v1/sources.ts'

/** What criteria judge: the work of units, cases and drills, never a person. */
export const CRITERIA_KINDS = {
  certification: text('平安创建', 'Peaceful-unit programme'),
  caseReview: text('案件质量评查', 'Case quality review'),
  drill: text('演练评估', 'Drill evaluation'),
  other: text('其他工作', 'Other work'),
} as const

const facts = {
  name: { kind: 'text', title: text('标准名称', 'Name'), required: true, min: 2, max: 80, sets: 'title' },
  category: {
    kind: 'choice',
    title: text('评什么', 'Judges what'),
    required: true,
    options: CRITERIA_KINDS,
    sets: 'category',
  },
  basisText: { kind: 'longText', title: text('制定依据', 'Made after'), max: 1000 },
  items: {
    kind: 'items',
    title: text('评价指标', 'Items'),
    required: true,
    min: 1,
    max: 150,
    fields: {
      no: itemNo,
      item: { kind: 'text', title: text('指标', 'Item'), required: true, max: 200 },
      points: { ...itemPoints, required: true },
      evidence: { kind: 'text', title: text('佐证材料', 'Evidence'), max: 300 },
      deduction: { kind: 'text', title: text('扣分办法', 'Deduction rule'), max: 300 },
      basis: itemBasis,
      veto: itemVeto,
    },
  },
  fullMark: {
    kind: 'number',
    title: text('满分', 'Full mark'),
    computed: { sum: 'items', of: 'points' },
  },
  passMark: { kind: 'number', title: text('达标分', 'Pass mark'), required: true, min: 0, max: 1000 },
} as const satisfies Form['fields']

/** Whoever keeps the criteria does not change on their own what others are scored by. */
const revisionApproval = {
  kind: 'text',
  title: text('谁批准变更、文号', 'Approved by, and the number'),
  required: true,
  min: 2,
  max: 80,
  known: false,
} as const satisfies Form['fields'][string]

/** 评价标准: what is scored, with points, evidence and the rule of deduction; score sheets answer one version item by item. */
export const criteriaV1 = defineProcedure({
  id: 'criteria',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('评价标准', 'Criteria'),
  short: text('标准', 'Criteria'),
  prefix: 'BZ',
  purpose: text(
    '评什么、几分、凭什么材料、怎么扣分，一版一版留着，评分时逐项引用',
    'What is scored, for how many points, by which evidence; score sheets answer one version item by item',
  ),
  source: ownRule,
  categories: CRITERIA_KINDS,
  outcomes: { ended: text('已停用', 'Ended') },
  record: { inForce: ['inForce'] },
  sight: { line: 'everyone' },
  forms: {
    criteria: { title: text('制定标准', 'Write criteria'), fields: facts },
    revision: { title: text('变更标准', 'Change the criteria'), fields: { ...facts, reason, revisionApproval } },
    ending: recordEnding,
    ...importedForms({ title: text('制定标准', 'Write criteria'), fields: facts }),
  },
  documents: {},
  deadlines: approval('REC-P4'),
  opening: {
    form: 'criteria',
    by: ['clerk', 'reviewer', 'triageOfficer', 'handler'],
    state: 'draft',
    starts: ['approve'],
  },
  states: recordStates,
  steps: {
    ...recordSteps,
    ...importedSteps('draft', ['approve'], [{ step: 'endedAsImported', to: 'ended', title: text('已停用', 'Ended') }]),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('标准名称', 'Name') },
    { field: 'category', title: text('评什么', 'Judges what') },
    { field: 'fullMark', title: text('满分', 'Full mark') },
    { field: 'passMark', title: text('达标分', 'Pass mark') },
    { field: 'state', title: text('状态', 'State') },
  ],
})
