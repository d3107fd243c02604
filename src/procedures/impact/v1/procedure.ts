import type { Form } from '../../../domain/procedure/form.ts'
import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { approval, recordEnding, recordStates, recordSteps } from '../../shared/v1/record-steps.ts'
import { personal } from '../../shared/v2/sources-personal.ts'

const OCCASIONS = {
  newKind: text('新启用的事项', 'A kind newly used'),
  changed: text('事项定义有变动', 'The definition changed'),
  sensitive: text('处理敏感个人信息', 'Sensitive data'),
  automated: text('自动化决策', 'Automated decisions'),
  outside: text('委托、提供、公开', 'Entrusted, provided or published'),
} as const

const assessed = {
  title: {
    kind: 'text',
    title: text('标题', 'Title'),
    hint: text('例如“信访事项第1版”', 'Such as "Petitions, version 1"'),
    required: true,
    min: 2,
    max: 80,
    sets: 'title',
  },
  category: {
    kind: 'choice',
    title: text('为什么评估', 'Occasion'),
    required: true,
    options: OCCASIONS,
    sets: 'category',
  },
  kindCode: {
    kind: 'text',
    title: text('事项代码', 'Code of the kind'),
    hint: text('在“制度”里那一类的个人信息页上', 'As shown on the Rules page of that kind'),
    required: true,
    min: 2,
    max: 40,
  },
  kindVersion: { kind: 'number', title: text('第几版', 'Version'), required: true, min: 1, max: 99 },
  lawful: {
    kind: 'longText',
    title: text('目的、方式是否合法、正当、必要', 'Whether purpose and manner are lawful, proper and necessary'),
    required: true,
    min: 2,
    max: 2000,
  },
  effect: {
    kind: 'longText',
    title: text('对个人权益的影响和安全风险', 'Effect on people’s rights, and risks'),
    required: true,
    min: 2,
    max: 2000,
  },
  measures: {
    kind: 'longText',
    title: text(
      '保护措施是否合法、有效、与风险相适应',
      'Whether the protection is lawful, effective and fits the risk',
    ),
    required: true,
    min: 2,
    max: 2000,
  },
  riskLevel: {
    kind: 'choice',
    title: text('剩余风险', 'What risk is left'),
    required: true,
    options: { low: text('低', 'Low'), medium: text('中', 'Medium'), high: text('高', 'High') },
  },
} as const satisfies Form['fields']

/** 个人信息保护影响评估: one for each version of a kind of matter, signed by a leader and kept for three years at least. */
export const impactV1 = defineProcedure({
  id: 'impact',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('个人信息保护影响评估', 'Impact assessments'),
  short: text('影响评估', 'Impact'),
  prefix: 'PG',
  purpose: text(
    '每类事项启用前评估一次，定义变了再评估，报告至少存三年',
    'Each kind is assessed before it is used and when it changes; kept three years at least',
  ),
  source: personal.impact,
  categories: OCCASIONS,
  outcomes: { ended: text('已停用', 'Ended') },
  record: { inForce: ['inForce'], assesses: { kind: 'kindCode', version: 'kindVersion' } },
  sight: { line: 'everyone' },
  forms: {
    assessment: { title: text('登记评估', 'Record an assessment'), fields: assessed },
    revision: {
      title: text('补充评估', 'Add to it'),
      fields: { ...assessed, changeNote: { kind: 'longText', title: text('改了什么', 'What was changed'), max: 1000 } },
    },
    ending: recordEnding,
    ...importedForms({ title: text('登记', 'Register'), fields: assessed }),
  },
  documents: { report: { title: text('个人信息保护影响评估报告', 'Impact assessment'), source: personal.impact } },
  deadlines: approval('REC-P9'),
  opening: { form: 'assessment', by: ['administrator', 'clerk', 'auditor'], state: 'draft', starts: ['approve'] },
  states: recordStates,
  steps: {
    ...recordSteps,
    publish: {
      ...recordSteps.publish,
      title: text('审签', 'Sign'),
      by: ['leader', 'president'],
      issues: ['report'],
      source: personal.impact,
      told: text('审签了评估', 'signed the assessment'),
    },
    revise: { ...recordSteps.revise, by: ['administrator', 'clerk', 'auditor'], source: personal.impact },
    end: { ...recordSteps.end, by: ['leader', 'president'] },
    ...importedSteps('draft', ['approve'], [{ step: 'endedAsImported', to: 'ended', title: text('已停用', 'Ended') }]),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('评估对象', 'What is assessed') },
    { field: 'category', title: text('情形', 'Occasion') },
    { field: 'kindCode', title: text('事项代码', 'Kind') },
    { field: 'kindVersion', title: text('版次', 'Version') },
    { field: 'riskLevel', title: text('剩余风险', 'Risk left') },
    { field: 'openedAt', title: text('评估日期', 'Assessed on') },
    { field: 'state', title: text('状态', 'State') },
  ],
})
