import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { assistForms, assists } from '../../shared/v1/assisting.ts'
import { longBefore, setByWhoOrders } from '../../shared/v1/boundless.ts'
import { TASK_SOURCES } from '../../shared/v1/categories.ts'
import { materials, note, openingUnit, owner, placeUnit, reason, title, unit } from '../../shared/v1/common-fields.ts'
import {
  commonForms,
  extensionAskedForm,
  extensionForm,
  refusalForm,
  sponsorForm,
} from '../../shared/v1/common-steps.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'

const cadence: FieldOf<'choice'> = {
  kind: 'choice',
  title: text('进展报送频次', 'Report every'),
  required: true,
  known: true,
  options: {
    weekly: text('每周', 'Week'),
    halfMonthly: text('每半月', 'Half-month'),
    monthly: text('每月', 'Month'),
  },
}

export const taskForms = {
  ...commonForms,
  ...recusalForms,
  ...assistForms,
  sponsor: sponsorForm,
  extensionAsked: extensionAskedForm,
  extension: extensionForm,
  refusal: refusalForm,
  task: {
    title: text('立项督办', 'Initiate a task'),
    fields: {
      title: { ...title, title: text('督办事项', 'Task') },
      category: {
        kind: 'choice',
        title: text('来源', 'Source'),
        options: TASK_SOURCES,
        sets: 'category',
      },
      description: { kind: 'longText', title: text('目标要求', 'What is demanded'), required: true, min: 2, max: 5000 },
      sourceDocument: { kind: 'text', title: text('来源文件', 'Source document'), max: 120 },
      sourceOn: {
        kind: 'date',
        title: text('来源日期', 'Date of the source'),
        notAfter: 'today',
        boundless: longBefore,
      },
      dueOn: {
        kind: 'date',
        title: text('完成时限', 'Due on'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
      unit: { ...openingUnit, title: text('牵头单位', 'Lead unit') },
      ordering: {
        kind: 'post',
        title: text('交办领导', 'Ordered by'),
        hint: text('定了不能改；延期、审核、办结都由这一方', 'Fixed: more time, review and close belong to this side'),
        roles: ['leader'],
        sets: 'ordering',
      },
      place: { kind: 'text', title: text('地点', 'Place'), max: 120, sets: 'place' },
      placeUnit,
      materials,
    },
  },
  assign: {
    title: text('交办', 'Assign'),
    fields: {
      unit: { ...unit, title: text('牵头单位', 'Lead unit'), hint: text('只能一个', 'Exactly one') },
      owner,
      assists,
      milestones: {
        kind: 'items',
        title: text('节点计划', 'Milestones'),
        max: 20,
        fields: {
          title: { kind: 'text', title: text('节点', 'Milestone'), required: true, max: 120 },
          dueOn: {
            kind: 'date',
            title: text('完成时限', 'By'),
            required: true,
            notBefore: 'today',
            boundless: setByWhoOrders,
          },
        },
      },
      cadence,
    },
  },
  split: {
    title: text('分解', 'Split'),
    fields: {
      parts: {
        kind: 'items',
        title: text('分任务', 'Parts'),
        required: true,
        min: 1,
        max: 30,
        fields: {
          title: { kind: 'text', title: text('分任务', 'Part'), required: true, min: 2, max: 80 },
          demand: { kind: 'longText', title: text('要求', 'Demand'), required: true, min: 2, max: 1000 },
          unit: { kind: 'unit', title: text('单位', 'Unit'), required: true },
          dueOn: {
            kind: 'date',
            title: text('完成时限', 'Due on'),
            required: true,
            notBefore: 'today',
            boundless: setByWhoOrders,
          },
        },
      },
    },
  },
  takeOver: { title: text('签收', 'Sign for it'), fields: { owner, note } },
  ruling: {
    title: text('定牵头单位', 'Say who leads'),
    fields: {
      unit: { ...unit, title: text('牵头单位', 'Lead unit'), hint: text('只能一个', 'Exactly one') },
      cadence,
      rulingBasis: { ...reason, title: text('依据和理由', 'Grounds') },
    },
  },
  feedback: {
    title: text('反馈进展', 'Report progress'),
    fields: {
      progress: { kind: 'longText', title: text('进展情况', 'Progress'), required: true, min: 2, max: 2000 },
      percent: {
        kind: 'number',
        title: text('完成比例（百分之）', 'Done (per cent)'),
        required: true,
        min: 0,
        max: 100,
      },
      problems: { kind: 'longText', title: text('存在问题', 'Problems'), max: 1000 },
      materials,
    },
  },
  claim: {
    title: text('申请办结', 'Claim completion'),
    fields: {
      report: { kind: 'longText', title: text('办结报告', 'Report'), required: true, min: 2, max: 5000 },
      materials: { ...materials, title: text('佐证材料', 'Evidence'), required: true, min: 1 },
    },
  },
  review: {
    title: text('审核', 'Review'),
    fields: {
      checked: {
        kind: 'choices',
        title: text('逐项核对', 'Checked'),
        hint: text('五项都要核', 'All five'),
        required: true,
        min: 5,
        options: {
          facts: text('事实清楚', 'Facts are clear'),
          solved: text('问题解决', 'The problem is solved'),
          done: text('任务完成', 'The task is done'),
          conclusion: text('结论正确', 'The conclusion is right'),
          form: text('格式规范', 'The form is in order'),
        },
      },
      opinion: { kind: 'longText', title: text('审核意见', 'Opinion'), required: true, min: 2, max: 2000 },
    },
  },
  redo: {
    title: text('退回重办', 'Return'),
    fields: {
      reason: { ...reason, title: text('存在问题', 'What is missing') },
      redoBy: {
        kind: 'date',
        title: text('重办时限', 'Redo by'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
    },
  },
  close: {
    title: text('办结', 'Close'),
    fields: { evaluation: { kind: 'longText', title: text('评价', 'Evaluation'), required: true, max: 1000 } },
  },
} as const satisfies Record<string, Form>
