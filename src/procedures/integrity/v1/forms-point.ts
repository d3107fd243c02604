import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Field, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, reason } from '../../shared/v1/common-fields.ts'

const criterion = (zh: string, en: string) =>
  ({
    kind: 'number',
    title: text(zh, en),
    required: true,
    min: 0,
    max: 1,
    scale: [
      { worth: 0, title: text('不符合', 'No') },
      { worth: 1, title: text('符合', 'Yes') },
    ],
  }) as const satisfies Field

/** Three of these and more make a point high, two medium, one low. */
const criteria = {
  money: criterion('涉及资金、财物处置', 'Disposes of money or property'),
  staffing: criterion('涉及选人用人、考核奖惩', 'Decides on staff, rewards or sanctions'),
  procurement: criterion('涉及采购、工程、委托评估拍卖', 'Procurement, works, appraisals or auctions'),
  discretion: criterion('自由裁量空间大', 'Leaves much to discretion'),
  outsiders: criterion('与当事人、律师、中介单独接触', 'Meets parties, lawyers or agents alone'),
  unchecked: criterion('一人办理，没有复核留痕', 'One person alone, unchecked'),
} as const satisfies Record<string, Field>

export const pointForms = {
  grading: {
    title: text('定级和防控', 'Grade and control'),
    fields: {
      gradedBecause: {
        kind: 'choice',
        title: text('为什么定级', 'Why it is graded'),
        required: true,
        options: {
          first: text('首次定级', 'For the first time'),
          yearly: text('年度重新定级', 'The yearly grading'),
          changed: text('岗位、流程或制度变了', 'Post, process or rules have changed'),
        },
      },
      ...criteria,
      criteriaCount: {
        kind: 'number',
        title: text('符合几项', 'Criteria met'),
        computed: { sum: Object.keys(criteria) },
      },
      level: {
        kind: 'level',
        title: text('风险等级', 'Grade'),
        required: true,
        sets: 'level',
        options: { major: text('高', 'High'), general: text('中', 'Medium'), low: text('低', 'Low') },
        bands: {
          of: 'criteriaCount',
          from: [
            { atLeast: 1, level: 'low' },
            { atLeast: 2, level: 'general' },
            { atLeast: 3, level: 'major' },
          ],
          lowerBecause: 'lowerBecause',
        },
      },
      lowerBecause: { kind: 'longText', title: text('定低一级的理由', 'Why it is graded lower'), max: 500 },
      control: {
        kind: 'choice',
        title: text('由谁防控', 'Who controls it'),
        required: true,
        options: {
          collective: text('分管领导负责，集体决策，全程留痕', 'The leader in charge, decided together, on record'),
          head: text('部门负责人', 'The head of the department'),
          post: text('岗位本人', 'The holder of the post'),
        },
      },
      owner: {
        kind: 'post',
        title: text('防控责任岗位', 'Post that controls it'),
        required: true,
        sets: 'owner',
        known: false,
      },
      supervisor: {
        kind: 'post',
        title: text('审定的主要领导', 'The chief who approves'),
        required: true,
        roles: ['president', 'leader'],
        sets: 'supervisor',
      },
      controls: {
        kind: 'items',
        title: text('防控措施', 'Controls'),
        required: true,
        min: 1,
        max: 20,
        fields: {
          measure: { kind: 'text', title: text('措施', 'Control'), required: true, max: 200 },
          trace: { kind: 'text', title: text('留什么痕', 'What it leaves on record'), required: true, max: 120 },
        },
      },
      materials,
    },
  },
  returned: { title: text('退回重定', 'Return'), fields: { reason } },
  retirement: {
    title: text('撤销风险点', 'Retire the point'),
    fields: { reason: { ...reason, title: text('为什么不再是风险点', 'Why it is none any more') } },
  },
} as const satisfies Record<string, Form>

/** A high point is decided together, a medium one by a head at least. */
export const CONTROL_FITS: Condition = {
  any: [
    { the: 'control', is: ['collective'] },
    {
      all: [
        { the: 'level', is: ['general'] },
        { the: 'control', is: ['head'] },
      ],
    },
    { the: 'level', is: ['low'] },
  ],
}
