import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, openingUnit, photos, place, placeUnit, reason, title, unit } from '../../shared/v1/common-fields.ts'
import { category, eventAt, grading, harm, knownAt, longText, since } from './fields.ts'

const LEVELS_ABOVE = {
  county: text('县级政府和主管部门', 'County government and regulator'),
  city: text('市级', 'City'),
  province: text('省级', 'Province'),
} as const

const WAYS = {
  phone: text('电话', 'By phone'),
  written: text('书面', 'In writing'),
  both: text('先电话后书面', 'By phone, then in writing'),
  system: text('系统', 'By this system'),
} as const

const to = {
  kind: 'choice',
  title: text('报给谁', 'Reported to'),
  required: true,
  options: LEVELS_ABOVE,
} as const satisfies FieldOf<'choice'>
const how = {
  kind: 'choice',
  title: text('方式', 'How'),
  required: true,
  options: WAYS,
} as const satisfies FieldOf<'choice'>

export const reportForms = {
  report: {
    title: text('登记突发事件', 'Register an incident'),
    fields: {
      title,
      category,
      place,
      placeUnit,
      eventAt,
      knownAt,
      reportingAs: {
        kind: 'choice',
        title: text('谁在报告', 'Who reports'),
        hint: text('决定首报时限', 'Sets the time for the first report'),
        required: true,
        options: {
          unit: text('事发单位负责人（1小时）', 'Head of the unit concerned (1 hour)'),
          township: text('乡镇值班（30分钟）', 'Duty desk of a township (30 minutes)'),
          health: text('医疗卫生机构（2小时）', 'Health institution (2 hours)'),
          department: text('县级部门（2小时）', 'County department (2 hours)'),
        },
      },
      involved: {
        kind: 'text',
        title: text('事发单位概况', 'The unit concerned'),
        hint: text('写单位，不写姓名、电话', 'The unit; no names, no phones'),
        max: 300,
      },
      scene: longText('现场情况', 'The scene'),
      course: longText('简要经过', 'Brief course'),
      ...harm,
      measures: longText('已经采取的措施', 'Measures taken so far'),
      otherFacts: { kind: 'longText', title: text('其他应当报告的情况', 'What else must be reported'), max: 2000 },
      unit: openingUnit,
      photos,
    },
  },
  firstReport: {
    title: text('首报', 'First report'),
    fields: { reportedTo: to, reportedAt: since('首报时间', 'Reported at'), reportedHow: how },
  },
  reportUp: {
    title: text('逐级上报', 'Report up'),
    fields: {
      upTo: { ...to, options: { city: LEVELS_ABOVE.city, province: LEVELS_ABOVE.province } },
      upAt: since('上报时间', 'Reported at', 'reportedAt'),
      upHow: how,
    },
  },
  passOn: {
    title: text('转给有权处理的单位', 'Pass on at once'),
    fields: {
      unit: { ...unit, title: text('转给哪个单位', 'To which unit'), known: false },
      passedAt: since('转送时间', 'Passed on at'),
    },
  },
  passOut: {
    title: text('转给本县以外的机关', 'Pass on, outside the county'),
    fields: {
      passedTo: { kind: 'text', title: text('转给哪个机关', 'To which organ'), required: true, max: 80 },
      passedAt: since('转送时间', 'Passed on at'),
    },
  },
  verification: {
    title: text('核实', 'Verify'),
    fields: {
      category,
      verifiedAt: since('核实时间', 'Verified at'),
      verifiedHow: {
        kind: 'choice',
        title: text('怎么核实的', 'How'),
        required: true,
        options: {
          onSite: text('到现场', 'On site'),
          phone: text('电话问现场', 'Phone call to the scene'),
          video: text('视频', 'By video'),
          twoSources: text('两个以上来源一致', 'Two sources agree'),
        },
      },
      findings: longText('核实情况', 'What was found'),
    },
  },
  dismissal: {
    title: text('不是突发事件', 'Not an incident'),
    fields: { dismissReason: { ...reason, title: text('依据', 'Why') } },
  },
  grading: { title: text('定级', 'Grade'), fields: grading },
  supplement: {
    title: text('续报', 'Supplementary report'),
    fields: {
      supplementTo: to,
      supplementAt: since('续报时间', 'Reported at'),
      supplementHow: how,
      ...harm,
      progress: longText('最新情况和措施', 'What is new, what is done'),
      materials,
    },
  },
} as const satisfies Record<string, Form>
