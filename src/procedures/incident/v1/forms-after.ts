import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { setByWhoOrders } from '../../shared/v1/boundless.ts'
import { materials, reason } from '../../shared/v1/common-fields.ts'
import { grading, harm, longText } from './fields.ts'

const measureRows = {
  kind: 'items',
  title: text('防范和整改措施', 'Measures'),
  hint: text('批复后每条成为一件整改', 'Each becomes a rectification after the reply'),
  required: true,
  min: 1,
  max: 50,
  known: true,
  fields: {
    title: { kind: 'text', title: text('问题', 'Problem'), required: true, min: 2, max: 80 },
    cause: { kind: 'longText', title: text('原因', 'Cause'), required: true, max: 1000 },
    unit: { kind: 'unit', title: text('整改单位', 'Unit'), required: true },
    measure: { kind: 'longText', title: text('措施', 'Measure'), required: true, min: 2, max: 1000 },
    dueOn: {
      kind: 'date',
      title: text('时限', 'Due on'),
      required: true,
      notBefore: 'today',
      boundless: setByWhoOrders,
    },
  },
} as const satisfies Form['fields'][string]

const finalReport = {
  ...harm,
  lossAssessment: longText('损失评估', 'Assessment of the loss'),
  restored: longText('善后和恢复', 'Relief and recovery'),
  materials,
} as const satisfies Form['fields']

export const afterForms = {
  finalReport: { title: text('终报', 'Final report'), fields: finalReport },
  group: {
    title: text('成立调查组', 'Form the investigation group'),
    fields: {
      investigatedBy: {
        kind: 'choice',
        title: text('谁组织调查', 'Who investigates'),
        hint: text(
          '特别重大由国家，重大由省，较大由市，一般由县',
          'Extraordinary: the state; major: province; larger: city; ordinary: county',
        ),
        required: true,
        options: {
          state: text('国务院或其授权的部门', 'The state'),
          province: text('省级政府', 'Province'),
          city: text('市级政府', 'City'),
          county: text('县级政府', 'County'),
          unit: text(
            '县里委托事发单位（没有伤亡的一般事故）',
            'The unit itself, by the county (ordinary, no casualties)',
          ),
          higher: text('上级提级调查', 'A higher level took it over'),
        },
      },
      group: { kind: 'text', title: text('组成单位', 'Units of the group'), required: true, max: 300 },
      noInterest: {
        kind: 'choice',
        title: text('利害关系', 'Interest'),
        required: true,
        options: { none: text('成员与所调查的事故都没有直接利害关系', 'No member has a direct interest in it') },
      },
    },
  },
  appraisal: {
    title: text('委托技术鉴定', 'Order a technical appraisal'),
    fields: {
      appraisal: {
        kind: 'choice',
        title: text('扣除什么', 'What is left out'),
        required: true,
        means: 'pauseKind',
        options: { appraisal: text('技术鉴定', 'Technical appraisal') },
      },
      pauseReason: { ...reason, means: 'reason', title: text('鉴定什么', 'What is appraised') },
      appraisalNo: { kind: 'text', means: 'document', title: text('委托书编号', 'Number of the order'), max: 60 },
    },
  },
  appraised: {
    title: text('收到鉴定意见', 'Appraisal received'),
    fields: { appraisalResult: longText('鉴定意见', 'Result', 2000), materials },
  },
  investigationReport: {
    title: text('提交调查报告', 'Submit the investigation report'),
    fields: {
      ...grading,
      directCause: longText('直接原因', 'Direct cause'),
      rootCause: {
        ...longText('间接原因', 'Indirect causes'),
        hint: text(
          '写管理、制度、设备；对人的处理由有权机关另定',
          'Management, rules, equipment; what concerns persons is for others',
        ),
      },
      fixes: measureRows,
      submittedOn: {
        kind: 'date',
        means: 'doneAt',
        title: text('政府收到报告的日期', 'Received by the government on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      materials: { ...materials, title: text('调查报告', 'Report') },
    },
  },
  reply: {
    title: text('登记批复', 'Record the reply'),
    fields: {
      repliedOn: {
        kind: 'date',
        means: 'doneAt',
        title: text('批复日期', 'Replied on'),
        required: true,
        notBefore: { field: 'submittedOn' },
        notAfter: 'today',
      },
      replyNo: { kind: 'text', title: text('批复文号', 'Number of the reply'), required: true, max: 80 },
      fixes: measureRows,
    },
  },
  evaluation: {
    title: text('评估落实情况', 'Evaluate'),
    fields: {
      evaluatedOn: {
        kind: 'date',
        means: 'doneAt',
        title: text('评估日期', 'Evaluated on'),
        required: true,
        notBefore: { field: 'repliedOn' },
        notAfter: 'today',
      },
      evaluation: longText('措施落实了没有', 'Whether the measures were done'),
      publishedAt: { kind: 'text', title: text('公开渠道', 'Where published'), required: true, max: 120 },
    },
  },
  closing: {
    title: text('结束', 'Close'),
    fields: {
      conclusion: longText('结论', 'Conclusion', 1000),
      noReviewWhy: {
        kind: 'longText',
        title: text('为什么不复盘', 'Why there is no review'),
        hint: text('没有发起复盘才填', 'Only when no review was started'),
        max: 500,
      },
      keepPersonal: {
        kind: 'choice',
        title: text('处置中登记的个人信息', 'Personal data of the response'),
        required: true,
        options: {
          destroy: text('销毁', 'Destroy'),
          keep: text('经书面评估，留存', 'Keep, after a written assessment'),
        },
      },
      keepAssessment: {
        ...longText('合法性、必要性、安全性评估', 'Assessment: lawful, necessary, safe', 2000),
        when: { field: 'keepPersonal', is: ['keep'] },
      },
    },
  },
} as const satisfies Record<string, Form>
