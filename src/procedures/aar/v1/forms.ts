import type { Field, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { longBefore, setByWhoOrders } from '../../shared/v1/boundless.ts'
import { REVIEW_SUBJECTS } from '../../shared/v1/categories.ts'
import { materials, openingUnit, placeUnit, reason, title } from '../../shared/v1/common-fields.ts'
import { commonForms, extensionForm, refusalForm } from '../../shared/v1/common-steps.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'

const long = { kind: 'longText', required: true, min: 2, max: 5000 } as const satisfies Partial<Field>

export const aarForms = {
  ...commonForms,
  ...recusalForms,
  extension: extensionForm,
  refusal: refusalForm,
  aar: {
    title: text('发起复盘', 'Open a review'),
    fields: {
      title: { ...title, title: text('复盘题目', 'Title') },
      category: {
        kind: 'choice',
        title: text('复盘什么', 'What is reviewed'),
        options: REVIEW_SUBJECTS,
        sets: 'category',
      },
      description: { ...long, title: text('为什么复盘', 'Why') },
      eventOn: { kind: 'date', title: text('发生日期', 'Day of the event'), notAfter: 'today', boundless: longBefore },
      place: { kind: 'text', title: text('地点', 'Place'), max: 120, sets: 'place' },
      placeUnit,
      unit: { ...openingUnit, title: text('主持单位', 'Reviewing unit') },
      materials,
    },
  },
  timeline: {
    title: text('梳理经过', 'Set out the course'),
    fields: {
      recusal: {
        kind: 'choice',
        title: text('回避', 'Recusal'),
        hint: text('有利害关系的不能主持', 'Nobody with an interest may lead'),
        required: true,
        options: { none: text('主持人与这件事没有利害关系', 'The reviewer has no interest in it') },
      },
      events: {
        kind: 'items',
        title: text('经过', 'Course'),
        required: true,
        min: 1,
        max: 200,
        fields: {
          at: {
            kind: 'dateTime',
            title: text('时间', 'When'),
            required: true,
            notAfter: 'today',
            boundless: longBefore,
          },
          fact: { kind: 'text', title: text('经过', 'What happened'), required: true, max: 300 },
          planned: { kind: 'text', title: text('本来应该怎样', 'What was planned'), max: 300 },
          evidence: { kind: 'text', title: text('凭什么', 'Evidence'), max: 200 },
        },
      },
      materials,
    },
  },
  analysis: {
    title: text('分析', 'Analyse'),
    fields: {
      planned: { ...long, title: text('预案和规定要求怎么做', 'What plans and rules asked for') },
      actual: { ...long, title: text('实际怎么做的', 'What was done') },
      worked: { ...long, title: text('哪些管用', 'What worked') },
      failed: { ...long, title: text('哪些没管用', 'What failed') },
      causes: {
        ...long,
        title: text('根本原因', 'Root causes'),
        hint: text('写制度、流程、设备，不写个人评价', 'Rules, processes, equipment; no verdict on a person'),
      },
      planClauses: { kind: 'longText', title: text('预案要改哪几条', 'Plan clauses to change'), max: 2000 },
    },
  },
  problems: {
    title: text('列问题清单', 'List the problems'),
    fields: {
      problems: {
        kind: 'items',
        title: text('问题清单', 'Problems'),
        hint: text('每条成为一件整改', 'Each becomes a rectification'),
        required: true,
        min: 1,
        max: 50,
        fields: {
          title: { kind: 'text', title: text('问题', 'Problem'), required: true, min: 2, max: 80 },
          cause: { kind: 'longText', title: text('原因', 'Cause'), required: true, max: 1000 },
          unit: { kind: 'unit', title: text('整改单位', 'Unit'), required: true },
          measure: { kind: 'longText', title: text('整改措施', 'Measure'), required: true, min: 2, max: 1000 },
          dueOn: {
            kind: 'date',
            title: text('整改时限', 'Due on'),
            required: true,
            notBefore: 'today',
            boundless: setByWhoOrders,
          },
        },
      },
    },
  },
  lesson: {
    title: text('举一反三', 'Draw a lesson'),
    fields: {
      lessonTitle: { kind: 'text', title: text('要查的一件事', 'What to check'), required: true, min: 2, max: 80 },
      lesson: {
        ...long,
        title: text('教训和要求', 'Lesson and demand'),
        hint: text('同类单位照这条查一遍', 'Units with the same exposure check this'),
      },
      applyBy: {
        kind: 'date',
        title: text('自查时限', 'To be checked by'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
      units: {
        kind: 'items',
        title: text('哪些单位要查', 'Units that check'),
        required: true,
        min: 1,
        max: 100,
        fields: { unit: { kind: 'unit', title: text('单位', 'Unit'), required: true } },
      },
    },
  },
  reported: {
    title: text('报上一级', 'Report up'),
    fields: {
      reportedTo: { kind: 'text', title: text('报送单位', 'To whom'), required: true, max: 80 },
      reportedOn: {
        kind: 'date',
        title: text('报送日期', 'Reported on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      materials: { ...materials, title: text('复盘报告', 'Report') },
    },
  },
  reply: {
    title: text('登记批复', 'Record the reply'),
    fields: {
      repliedOn: {
        kind: 'date',
        title: text('批复日期', 'Replied on'),
        required: true,
        notBefore: { field: 'eventOn' },
        notAfter: 'today',
      },
      replyNo: { kind: 'text', title: text('批复文号', 'Number of the reply'), max: 80 },
    },
  },
  evaluation: {
    title: text('评估落实情况', 'Evaluate'),
    fields: {
      evaluatedOn: {
        kind: 'date',
        title: text('评估日期', 'Evaluated on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      evaluation: { ...long, title: text('措施落实了没有', 'Whether the measures were done') },
      publishedAt: { kind: 'text', title: text('公开渠道', 'Where published'), max: 120 },
    },
  },
  closing: {
    title: text('结束复盘', 'Close the review'),
    fields: { conclusion: { ...reason, title: text('结论', 'Conclusion') } },
  },
} as const satisfies Record<string, Form>
