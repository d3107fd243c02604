import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { longBefore, setByWhoOrders } from '../../shared/v1/boundless.ts'
import { materials, openingUnit, reason, title } from '../../shared/v1/common-fields.ts'
import { commonForms, refusalForm } from '../../shared/v1/common-steps.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'

export const REPORT_KINDS = {
  petitionYear: text('信访工作年度报告', 'Yearly report on petitions'),
  hazardStatistics: text('隐患排查治理统计', 'Statistics of hazards'),
  workReport: text('工作情况报告', 'Report on work'),
  other: text('其他定期报告', 'Another regular report'),
} as const

export const periodicReportForms = {
  ...commonForms,
  ...recusalForms,
  refusal: refusalForm,
  assignment: {
    title: text('布置定期报告', 'Ask for a report'),
    fields: {
      title: { ...title, hint: text('哪一期、什么报告', 'Which period, which report') },
      category: {
        kind: 'choice',
        title: text('什么报告', 'Which report'),
        required: true,
        options: REPORT_KINDS,
        sets: 'category',
      },
      dueOn: {
        kind: 'date',
        title: text('报送时限', 'Due on'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
      demand: { kind: 'longText', title: text('要写清什么', 'What it must say'), max: 2000 },
      unit: { ...openingUnit, title: text('报告单位', 'Reporting unit') },
    },
  },
  draft: {
    title: text('起草', 'Draft'),
    fields: {
      isNil: {
        kind: 'choice',
        title: text('有没有情况', 'Anything to report'),
        required: true,
        options: { something: text('有情况', 'Yes'), nil: text('零报告', 'Nil report') },
      },
      content: {
        kind: 'longText',
        title: text('报告内容', 'Report'),
        hint: text('写数字、事项和做法，不写个人情况', 'Numbers, matters and measures; nothing about persons'),
        required: true,
        min: 2,
        max: 20_000,
        when: { field: 'isNil', is: ['something'] },
      },
      figures: {
        kind: 'items',
        title: text('统计数', 'Figures'),
        max: 60,
        fields: {
          name: { kind: 'text', title: text('项目', 'Item'), required: true, max: 60 },
          figure: { kind: 'number', title: text('本期', 'This period'), required: true, min: 0, max: 100_000_000 },
          before: { kind: 'number', title: text('上期', 'Period before'), min: 0, max: 100_000_000 },
        },
      },
      materials,
    },
  },
  signature: {
    title: text('审签', 'Sign'),
    fields: { signature: { ...reason, title: text('审签意见', 'Opinion of the head') } },
  },
  filing: {
    title: text('登记报送', 'Record the filing'),
    fields: {
      filedTo: {
        kind: 'choices',
        title: text('报给谁', 'Filed with'),
        required: true,
        min: 1,
        options: {
          ownLeaders: text('本级领导', 'Leaders of this level'),
          above: text('上一级单位', 'The level above'),
          regulator: text('主管部门', 'The regulator'),
        },
      },
      filedOn: {
        kind: 'date',
        title: text('报送日期', 'Filed on'),
        required: true,
        notAfter: 'today',
        boundless: longBefore,
      },
      filingNo: { kind: 'text', title: text('文号', 'Number'), max: 80 },
    },
  },
} as const satisfies Record<string, Form>
