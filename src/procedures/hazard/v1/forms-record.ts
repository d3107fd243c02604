import type { Field, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { HAZARD_CATEGORIES, PLACE_TYPES } from '../../shared/v1/categories.ts'
import {
  description,
  level,
  note,
  openingUnit,
  photos,
  place,
  placeUnit,
  reason,
  title,
  toldHow,
  unit,
} from '../../shared/v1/common-fields.ts'
import { majorOrderFields } from './order-fields.ts'

const MAJOR = text('重大', 'Major')
const GENERAL = text('一般', 'General')

/** The law knows two levels (Work Safety Law art. 41; Order 16 art. 3). */
const graded = {
  ...level,
  title: text('隐患等级', 'Level'),
  options: { major: MAJOR, general: GENERAL },
} as const satisfies Field

const criterion = {
  kind: 'text',
  title: text('判定标准', 'Criterion'),
  hint: text('写明用的是哪个判定标准的哪一条', 'Which standard, which item'),
  required: true,
  max: 200,
} as const satisfies Field

const raisedLevel = { ...graded, options: { major: MAJOR } } as const satisfies Field

const finding = {
  tipOffFinding: { kind: 'longText', title: text('核查情况', 'What was found'), required: true, max: 2000 },
  tipOffReply: {
    kind: 'longText',
    title: text('答复举报人的内容', 'Reply to whoever reported'),
    required: true,
    max: 2000,
  },
  toldHow: { ...toldHow, title: text('告知方式', 'How told') },
} as const satisfies Record<string, Field>

/** From what was found to its level. */
export const recordForms = {
  hazard: {
    title: text('登记隐患', 'Record a hazard'),
    fields: {
      title,
      category: {
        kind: 'choice',
        title: text('隐患类别', 'Kind of hazard'),
        required: true,
        options: HAZARD_CATEGORIES,
        sets: 'category',
      },
      description: { ...description, title: text('隐患情况', 'What is wrong') },
      place,
      spot: { kind: 'text', title: text('隐患部位', 'Exact spot'), max: 120 },
      placeUnit,
      placeName: { kind: 'text', title: text('被查单位或场所', 'Place inspected'), max: 80 },
      placeType: { kind: 'choice', title: text('场所类别', 'Kind of place'), options: PLACE_TYPES },
      foundOn: {
        kind: 'date',
        notAfter: 'today',
        boundless: text('以前发现的也要登记', 'What was found long ago is recorded as well'),
        title: text('排查日期', 'Found on'),
        hint: text('不填就是登记当天；期限从这天起算', 'The day of recording when empty; limits count from it'),
      },
      source: {
        kind: 'choice',
        title: text('隐患来源', 'How it was found'),
        options: {
          daily: text('日常检查', 'Routine check'),
          special: text('专项检查', 'Campaign'),
          cross: text('交叉检查', 'Cross-check'),
          tipOff: text('举报', 'Tip-off'),
          selfCheck: text('单位自查', 'Self-check'),
        },
      },
      inspectors: {
        kind: 'text',
        title: text('检查人', 'Inspectors'),
        hint: text('写岗位或执法证号', 'Posts or badge numbers'),
        max: 120,
      },
      photos: { ...photos, title: text('整改前照片', 'Photos before') },
      unit: openingUnit,
    },
  },
  grade: { title: text('隐患定级', 'Grade'), fields: { level: graded, criterion, note } },
  raise: { title: text('提级为重大', 'Raise to major'), fields: { level: raisedLevel, criterion, reason } },
  raiseWithPlan: {
    title: text('提级为重大，责令补报方案', 'Raise to major and demand a plan'),
    fields: { level: raisedLevel, criterion, reason, ...majorOrderFields },
  },
  lower: {
    title: text('降为一般', 'Lower to general'),
    fields: { level: { ...graded, options: { general: GENERAL } }, criterion, reason },
  },
  proposeJudgment: {
    title: text('提请集体判定', 'Propose a judgment'),
    fields: {
      factors: {
        kind: 'longText',
        title: text('直接判定要素和综合判定要素', 'Direct and combined factors'),
        hint: text('对照《重大火灾隐患判定规则》（2025年版）', 'By GB 35181-2025'),
        required: true,
        max: 2000,
      },
    },
  },
  judgment: {
    title: text('集体判定', 'Judge together'),
    fields: {
      level: graded,
      criterion,
      judges: { kind: 'text', title: text('参加判定的岗位', 'Posts that judged'), required: true, max: 200 },
      judgment: { ...reason, title: text('判定意见', 'Judgment') },
    },
  },
  dismissal: {
    title: text('提请认定不构成隐患', 'Propose to dismiss'),
    fields: { dismissReason: { ...reason, title: text('不构成隐患的理由', 'Why it is no hazard') } },
  },
  consent: {
    title: text('认定不构成隐患', 'Confirm that it is no hazard'),
    fields: { dismissOpinion: { ...reason, title: text('认定意见', 'Opinion') } },
  },
  tipOffDismissal: {
    title: text('审签：举报不属实', 'Sign: the tip-off is not confirmed'),
    fields: { dismissOpinion: { ...reason, title: text('认定意见', 'Opinion') }, ...finding },
  },
  tipOff: { title: text('审签举报核查材料', 'Sign the findings on a tip-off'), fields: finding },
  pass: {
    title: text('移送有权部门', 'Pass on'),
    fields: {
      organ: { kind: 'text', title: text('受移送部门', 'To whom'), required: true, max: 80 },
      reason,
      receiptNo: { kind: 'text', title: text('对方回执编号', 'Receipt number'), max: 60 },
    },
  },
  handBack: {
    title: text('退回', 'Hand back'),
    fields: { handBackReason: { ...reason, title: text('为什么不属本单位职责', 'Why it is not ours') } },
  },
  redirect: {
    title: text('重新指定承办单位', 'Give it to another unit'),
    fields: { unit: { ...unit, title: text('承办单位', 'Unit that follows it up') }, note },
  },
  ruling: {
    title: text('裁定承办单位', 'Rule on the unit'),
    fields: {
      unit: { ...unit, title: text('承办单位', 'Unit that follows it up') },
      ruling: { ...reason, title: text('裁定意见', 'Ruling') },
    },
  },
  reportMajor: {
    title: text('报告重大事故隐患', 'Report a major hazard'),
    fields: {
      reportedTo: { kind: 'text', title: text('报告对象', 'Reported to'), required: true, max: 80 },
      reportedAt: {
        kind: 'dateTime',
        title: text('报告时间', 'Reported at'),
        required: true,
        notBefore: { field: 'foundOn' },
        notAfter: 'today',
      },
      staffTold: { kind: 'yesNo', title: text('已向从业人员通报', 'Staff told'), required: true },
    },
  },
} as const satisfies Record<string, Form>
