import type { Form } from '../../../domain/procedure/form.ts'
import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { openingUnit, reason } from '../../shared/v1/common-fields.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { approval, recordEnding, recordStates, recordSteps } from '../../shared/v1/record-steps.ts'
import { governance } from '../../shared/v1/sources.ts'

const FIELDS_OF_DUTY = {
  safety: text('安全生产', 'Work safety'),
  fire: text('消防', 'Fire'),
  flood: text('防汛防灾', 'Floods and disasters'),
  disputes: text('矛盾纠纷', 'Disputes'),
  petitions: text('信访', 'Petitions'),
  emergency: text('应急', 'Emergencies'),
  court: text('审判管理', 'Court management'),
  integrity: text('廉政', 'Integrity'),
  other: text('其他', 'Other'),
} as const

/** Kinds of matter that a duty can be held against. */
const KINDS = {
  report: text('诉求', 'Reports'),
  petition: text('信访', 'Petitions'),
  dispute: text('纠纷', 'Disputes'),
  hazard: text('隐患', 'Hazards'),
  inspection: text('检查', 'Inspections'),
  risk: text('风险', 'Risks'),
  incident: text('突发事件', 'Incidents'),
  drill: text('演练', 'Drills'),
  task: text('督办', 'Supervised tasks'),
  rectification: text('整改', 'Rectifications'),
  case: text('案件', 'Cases'),
} as const

const facts = {
  name: { kind: 'text', title: text('清单名称', 'Name'), required: true, min: 2, max: 80, sets: 'title' },
  category: {
    kind: 'choice',
    title: text('领域', 'Field'),
    required: true,
    options: FIELDS_OF_DUTY,
    sets: 'category',
  },
  unit: { ...openingUnit, title: text('哪个单位的责任', 'Whose responsibility') },
  basis: { kind: 'text', title: text('依据文件', 'Based on'), max: 120 },
  leaderPost: { kind: 'post', title: text('责任领导岗位', 'Leader in charge'), roles: ['leader'] },
  duties: {
    kind: 'items',
    title: text('责任事项', 'Duties'),
    required: true,
    min: 1,
    max: 60,
    fields: {
      duty: { kind: 'text', title: text('做什么', 'What'), required: true, min: 2, max: 200 },
      matterKind: { kind: 'choice', title: text('对应哪类事项', 'Shown by which matters'), options: KINDS },
      post: { kind: 'post', title: text('直接责任岗位', 'Post that answers for it') },
      rhythm: { kind: 'text', title: text('多久一次', 'How often'), max: 40 },
    },
  },
} as const satisfies Form['fields']

/** 责任清单: which post answers for what, held against what really happened. Posts, never persons. */
export const responsibilityV1 = defineProcedure({
  id: 'responsibility',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('责任清单', 'Responsibility lists'),
  short: text('责任清单', 'Responsibilities'),
  prefix: 'ZR',
  purpose: text(
    '哪个岗位对什么负责，旁边就是实际办了多少',
    'Which post answers for what, next to what really happened',
  ),
  source: governance.writeOff,
  categories: FIELDS_OF_DUTY,
  outcomes: { ended: text('已停用', 'Ended') },
  record: { inForce: ['inForce'], answersFor: { rows: 'duties', kind: 'matterKind', post: 'post' } },
  sight: { line: 'everyone' },
  forms: {
    responsibility: { title: text('登记责任清单', 'Register a list'), fields: facts },
    revision: { title: text('变更清单', 'Change the list'), fields: { ...facts, reason } },
    ending: recordEnding,
    ...importedForms({ title: text('登记', 'Register'), fields: facts }),
  },
  documents: {},
  deadlines: approval('REC-P4'),
  opening: { form: 'responsibility', by: ['clerk', 'triageOfficer', 'leader'], state: 'draft', starts: ['approve'] },
  states: recordStates,
  steps: {
    ...recordSteps,
    ...importedSteps('draft', ['approve'], [{ step: 'endedAsImported', to: 'ended', title: text('已停用', 'Ended') }]),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('清单名称', 'Name') },
    { field: 'category', title: text('领域', 'Field') },
    { field: 'unitId', title: text('单位', 'Unit') },
    { field: 'leaderPost', title: text('责任领导岗位', 'Leader in charge') },
    { field: 'duties', title: text('责任事项', 'Duties') },
    { field: 'basis', title: text('依据文件', 'Based on') },
    { field: 'state', title: text('状态', 'State') },
  ],
})
