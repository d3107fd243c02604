import type { Form } from '../../../domain/procedure/form.ts'
import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { PLACE_TYPES } from '../../shared/v1/categories.ts'
import { CHECK_RESULTS, checkedItem } from '../../shared/v1/checked-items.ts'
import { reason } from '../../shared/v1/common-fields.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { approval, recordEnding, recordStates, recordSteps } from '../../shared/v1/record-steps.ts'
import { ownRule } from '../../shared/v1/sources.ts'

/** What a checklist is for. */
export const CHECKLIST_KINDS = {
  nineSmall: text('九小场所', 'Nine small places'),
  chemicals: text('危险化学品', 'Hazardous chemicals'),
  courier: text('寄递三项制度', 'Courier: three rules'),
  fire: text('消防', 'Fire'),
  road: text('道路交通', 'Road traffic'),
  court: text('审判场所', 'Court premises'),
  cyber: text('网络和数据', 'Network and data'),
  workSafety: text('安全生产', 'Work safety'),
  other: text('其他', 'Other'),
} as const

const facts = {
  name: { kind: 'text', title: text('检查表名称', 'Name'), required: true, min: 2, max: 80, sets: 'title' },
  category: {
    kind: 'choice',
    title: text('检查类别', 'For what'),
    required: true,
    options: CHECKLIST_KINDS,
    sets: 'category',
  },
  basisText: {
    kind: 'longText',
    title: text('编制依据', 'Made after'),
    hint: text('没有对过原文的写明“待核”', 'Say what was not compared with the text'),
    max: 1000,
  },
  items: {
    kind: 'items',
    title: text('检查项目', 'Items'),
    required: true,
    min: 1,
    max: 150,
    fields: {
      ...checkedItem,
      places: {
        kind: 'choices',
        title: text('只查这几类场所', 'Only for these places'),
        hint: text('不选就都查', 'All when none is chosen'),
        options: PLACE_TYPES,
      },
      afterNo: {
        kind: 'text',
        title: text('看哪一项的结果才查', 'Asked after item'),
        hint: text('写前面一项的编号', 'The number of an earlier item'),
        max: 12,
      },
      afterResult: {
        kind: 'choices',
        title: text('那一项是什么结果才查', 'If that item was'),
        options: CHECK_RESULTS,
      },
      unsure: {
        kind: 'yesNo',
        title: text('依据待核', 'Basis to be confirmed'),
      },
    },
  },
} as const satisfies Form['fields']

/** 检查表: what is checked at a place, as a record with versions that inspections point to. */
export const checklistV1 = defineProcedure({
  id: 'checklist',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('检查表', 'Checklists'),
  short: text('检查表', 'Checklist'),
  prefix: 'JB',
  purpose: text(
    '查什么、什么算合格、依据哪一条，一表一版，检查时逐项引用',
    'What is checked, what counts as right and by which article; inspections answer one version item by item',
  ),
  source: ownRule,
  categories: CHECKLIST_KINDS,
  outcomes: { ended: text('已停用', 'Ended') },
  record: { inForce: ['inForce'] },
  sight: { line: 'everyone' },
  forms: {
    checklist: { title: text('编制检查表', 'Write a checklist'), fields: facts },
    revision: { title: text('变更检查表', 'Change the checklist'), fields: { ...facts, reason } },
    ending: recordEnding,
    ...importedForms({ title: text('编制检查表', 'Write a checklist'), fields: facts }),
  },
  documents: {},
  deadlines: approval('REC-P3'),
  opening: {
    form: 'checklist',
    by: ['clerk', 'inspector', 'triageOfficer', 'handler'],
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
    { field: 'title', title: text('检查表名称', 'Name') },
    { field: 'category', title: text('检查类别', 'For what') },
    { field: 'basisText', title: text('编制依据', 'Made after') },
    { field: 'state', title: text('状态', 'State') },
  ],
})
