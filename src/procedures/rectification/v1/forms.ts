import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { assistForms, assists } from '../../shared/v1/assisting.ts'
import { longBefore, setByWhoOrders } from '../../shared/v1/boundless.ts'
import { PROBLEM_SOURCES } from '../../shared/v1/categories.ts'
import { materials, note, openingUnit, owner, placeUnit, reason, title, unit } from '../../shared/v1/common-fields.ts'
import {
  commonForms,
  extensionAskedForm,
  extensionForm,
  refusalForm,
  superviseForm,
} from '../../shared/v1/common-steps.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'

export const rectificationForms = {
  ...commonForms,
  ...recusalForms,
  ...assistForms,
  extensionAsked: extensionAskedForm,
  extension: extensionForm,
  refusal: refusalForm,
  supervise: superviseForm,
  rectification: {
    title: text('登记整改问题', 'Register a problem'),
    fields: {
      title: { ...title, title: text('问题', 'Problem') },
      category: {
        kind: 'choice',
        title: text('问题来源', 'Source of the problem'),
        options: PROBLEM_SOURCES,
        sets: 'category',
      },
      problemNo: { kind: 'text', title: text('问题编号', 'Problem number'), max: 40 },
      feedbackOn: { kind: 'date', title: text('反馈日期', 'Told on'), notAfter: 'today', boundless: longBefore },
      description: { kind: 'longText', title: text('问题表现和佐证', 'How it shows'), max: 5000 },
      cause: { kind: 'longText', title: text('原因', 'Cause'), max: 2000 },
      measure: { kind: 'longText', title: text('整改措施', 'Measure'), required: true, min: 2, max: 2000 },
      dueOn: {
        kind: 'date',
        title: text('完成时限', 'Due on'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
      unit: { ...openingUnit, title: text('牵头单位', 'Lead unit') },
      place: { kind: 'text', title: text('地点', 'Place'), max: 120, sets: 'place' },
      placeUnit,
      materials,
    },
  },
  responsibility: {
    title: text('明确责任', 'Settle responsibility'),
    fields: {
      kind: {
        kind: 'choice',
        title: text('整改类型', 'Kind of rectification'),
        required: true,
        options: {
          atOnce: text('立行立改', 'At once'),
          byDate: text('限期整改', 'By a date'),
          longTerm: text('持续整改', 'Long-term'),
        },
      },
      dueOn: {
        kind: 'date',
        title: text('完成时限', 'Due on'),
        required: true,
        known: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
      goal: { kind: 'longText', title: text('整改目标', 'Goal'), required: true, max: 1000 },
      unit: { ...unit, title: text('牵头单位', 'Lead unit') },
      assists: { ...assists, title: text('配合单位', 'Assisting units') },
      sponsor: { kind: 'post', title: text('责任领导', 'Leader in charge'), roles: ['leader'], sets: 'sponsor' },
      owner: { ...owner, title: text('直接责任岗位', 'Directly responsible post'), required: true },
      verifier: {
        kind: 'post',
        title: text('验收岗位', 'Accepting post'),
        hint: text('不能是整改的人', 'Never one who rectifies'),
        roles: ['verifier', 'inspector', 'reviewer'],
        sets: 'verifier',
      },
      note,
    },
  },
  evidence: {
    title: text('提交佐证材料', 'File evidence'),
    fields: {
      fixedOn: {
        kind: 'date',
        title: text('完成日期', 'Done on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      doneWork: { kind: 'longText', title: text('整改进展', 'What was done'), required: true, min: 2, max: 5000 },
      materials: { ...materials, title: text('佐证材料', 'Evidence'), required: true, min: 1 },
    },
  },
  signature: {
    title: text('单位负责人审签', 'Sign'),
    fields: { signature: { ...reason, title: text('签字意见', 'Opinion of the head') } },
  },
  acceptance: {
    title: text('验收', 'Accept'),
    fields: {
      acceptedOn: {
        kind: 'date',
        title: text('验收日期', 'Checked on'),
        required: true,
        notBefore: { field: 'fixedOn' },
        notAfter: 'today',
      },
      opinion: { kind: 'longText', title: text('验收意见', 'Opinion'), required: true, min: 2, max: 2000 },
      photos: { kind: 'files', title: text('验收照片', 'Photos'), max: 9 },
    },
  },
  redo: {
    title: text('退回再改', 'Return'),
    fields: {
      reason: { ...reason, title: text('不到位之处', 'What is not done') },
      redoBy: {
        kind: 'date',
        title: text('再整改时限', 'New day'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
    },
  },
  writeOff: {
    title: text('批准销号', 'Approve the write-off'),
    fields: {
      writtenOffOn: {
        kind: 'date',
        title: text('销号日期', 'Written off on'),
        required: true,
        notBefore: { field: 'acceptedOn' },
        notAfter: 'today',
      },
      approval: { ...reason, title: text('批准意见', 'Opinion') },
      lookBackAfter: {
        kind: 'choice',
        title: text('多久后回头看', 'Look back after'),
        required: true,
        options: {
          oneMonth: text('1个月', '1 month'),
          threeMonths: text('3个月', '3 months'),
          sixMonths: text('6个月', '6 months'),
          none: text('不回头看', 'No look-back'),
        },
      },
    },
  },
  lookBack: {
    title: text('回头看', 'Look back'),
    fields: {
      lookedBackOn: {
        kind: 'date',
        title: text('回头看日期', 'Looked on'),
        required: true,
        notBefore: { field: 'writtenOffOn' },
        notAfter: 'today',
      },
      lookBack: { kind: 'longText', title: text('回头看结果', 'Findings'), required: true, min: 2, max: 2000 },
      holds: {
        kind: 'choice',
        title: text('问题是否反弹', 'Did it come back'),
        required: true,
        options: { held: text('没有反弹', 'It holds'), relapsed: text('反弹，重新整改', 'It came back') },
      },
      photos: { kind: 'files', title: text('照片', 'Photos'), max: 9 },
    },
  },
} as const satisfies Record<string, Form>
