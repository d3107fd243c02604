import type { Field, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { longBefore } from '../../shared/v1/boundless.ts'
import { materials, note, openingUnit, reason } from '../../shared/v1/common-fields.ts'
import { importedForms } from '../../shared/v1/imported.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'

export const REVIEW_KINDS = {
  routine: text('常规抽查', 'Routine sample'),
  key: text('重点评查', 'Key cases, each of them'),
  special: text('专项评查', 'One topic'),
} as const

/** Cases that are over, however they ended; whether the judgment stands is no question here. */
export const CLOSED_CASES = [
  'effective',
  'remanded',
  'settled',
  'withdrawn',
  'dismissed',
  'terminated',
  'enforced',
  'provisional',
  'enforcementEnded',
] as const

const plan = {
  title: text('制定评查计划', 'Plan a review'),
  fields: {
    title: {
      kind: 'text',
      title: text('计划名称', 'Title'),
      required: true,
      min: 2,
      max: 80,
      sets: 'title',
    },
    category: {
      kind: 'choice',
      title: text('评查方式', 'How'),
      required: true,
      options: REVIEW_KINDS,
      sets: 'category',
    },
    topic: {
      kind: 'text',
      title: text('专项主题', 'Topic'),
      required: true,
      max: 120,
      when: { field: 'category', is: ['special'] },
    },
    scope: { kind: 'unit', title: text('评哪个单位的案件', 'Cases of which unit'), required: true },
    closedFrom: {
      kind: 'date',
      title: text('结案日期从', 'Closed from'),
      required: true,
      notAfter: 'today',
      boundless: longBefore,
    },
    closedTo: {
      kind: 'date',
      title: text('结案日期到', 'Closed until'),
      required: true,
      notBefore: { field: 'closedFrom' },
      notAfter: 'today',
    },
    criteria: { kind: 'record', of: 'criteria', title: text('评查标准', 'Criteria'), required: true },
    unit: { ...openingUnit, title: text('组织评查的单位', 'Unit that runs it') },
    note,
  },
} as const satisfies Form

const columns = {
  reference: { kind: 'text', title: text('案件编号', 'Number of the case'), required: true, max: 40 },
  unit: { kind: 'unit', title: text('承办部门', 'Division that had it'), required: true },
  owner: { kind: 'post', title: text('承办人岗位', 'Post that handled it') },
} as const satisfies Record<string, Field>

export const reviewForms = {
  plan,
  approval: {
    title: text('批准计划，定种子', 'Approve, and set the seed'),
    fields: {
      seed: {
        kind: 'text',
        title: text('抽取种子', 'Seed of the draw'),
        hint: text(
          '抽取之前当众定，例如现场摇出的六位数；定了就不能改',
          'Set in public before the draw, such as six digits drawn on the spot; it is never changed',
        ),
        required: true,
        min: 4,
        max: 40,
      },
      note,
    },
  },
  returned: { title: text('退回修改', 'Return'), fields: { reason } },
  draw: {
    title: text('随机抽取', 'Draw by lot'),
    fields: {
      howMany: { kind: 'number', title: text('抽几件', 'How many'), required: true, min: 1, max: 200 },
      drawn: {
        kind: 'items',
        title: text('抽中的案件', 'Cases drawn'),
        required: true,
        draws: {
          of: 'case',
          states: CLOSED_CASES,
          unit: 'scope',
          period: { day: 'closed', from: 'closedFrom', to: 'closedTo' },
          count: 'howMany',
          seed: 'seed',
        },
        fields: columns,
      },
      witnesses: {
        kind: 'text',
        title: text('谁在场见证', 'Witnessed by'),
        hint: text('写部门，不写姓名', 'Departments, no names'),
        max: 120,
      },
    },
  },
  listing: {
    title: text('列出重点案件', 'List the key cases'),
    fields: {
      listed: {
        kind: 'items',
        title: text('案件', 'Cases'),
        hint: text('清单上的每一件都评：发回、改判、投诉、干预记录涉及的', 'Each one on the list is reviewed'),
        required: true,
        min: 1,
        max: 200,
        fields: columns,
      },
      materials,
    },
  },
  summary: {
    title: text('评查小结', 'Summarise'),
    fields: {
      findings: {
        kind: 'longText',
        title: text('普遍问题', 'What came up often'),
        hint: text('写问题，不点人、不排名', 'What, never who, and no ranking'),
        required: true,
        max: 5000,
      },
      measures: { kind: 'longText', title: text('改进措施', 'What will change'), required: true, max: 3000 },
      materials,
    },
  },
  cancellation: { title: text('撤销计划', 'Cancel'), fields: { reason } },
  recuse: recusalForms.recuse,
  liftRecusal: recusalForms.liftRecusal,
  ...importedForms(plan),
} as const satisfies Record<string, Form>
