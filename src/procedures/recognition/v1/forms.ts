import type { Field, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, openingUnit, reason, title } from '../../shared/v1/common-fields.ts'
import { commonForms, refusalForm } from '../../shared/v1/common-steps.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'

export const RECOGNITION_KINDS = {
  unit: text('表彰集体', 'Honour for a unit'),
  post: text('表彰岗位', 'Honour for a post'),
  tolerance: text('容错纠错', 'Tolerance of a mistake'),
} as const

const whenHonour = { field: 'category', is: ['unit', 'post'] } as const
const whenTolerance = { field: 'category', is: ['tolerance'] } as const
const met = { yes: text('符合', 'Met'), no: text('不符合', 'Not met') } as const

/** One of the questions on which tolerance rests; all of them must be met. */
const ground = (zh: string, en: string): Field => ({
  kind: 'choice',
  title: text(zh, en),
  required: true,
  options: met,
})

const nomination = {
  title: text('申报', 'Nominate'),
  fields: {
    title,
    category: {
      kind: 'choice',
      title: text('申报什么', 'For what'),
      required: true,
      options: RECOGNITION_KINDS,
      sets: 'category',
    },
    unit: { ...openingUnit, title: text('申报单位', 'Unit') },
    honouredPost: {
      kind: 'post',
      title: text('哪个岗位', 'Which post'),
      hint: text('写岗位，不写个人', 'The post, not the person'),
      when: { field: 'category', is: ['post'] },
    },
    honour: {
      kind: 'text',
      title: text('表彰名称', 'Honour'),
      required: true,
      min: 2,
      max: 80,
      when: whenHonour,
    },
    deeds: { kind: 'longText', title: text('事由', 'Why'), required: true, min: 2, max: 3000 },
    indicator: {
      kind: 'text',
      title: text('涉及哪项指标', 'Which indicator'),
      hint: text('容错后，对比表在这里加注，不改数字', 'A comparison carries a note there; its figures stay'),
      required: true,
      max: 80,
      when: whenTolerance,
    },
    periodFrom: {
      kind: 'date',
      title: text('从哪天', 'From'),
      required: true,
      notAfter: 'today',
      boundless: text('可能是去年的事', 'It may have been last year'),
      when: whenTolerance,
    },
    periodTo: {
      kind: 'date',
      title: text('到哪天', 'To'),
      required: true,
      notBefore: { field: 'periodFrom' },
      notAfter: 'today',
      when: whenTolerance,
    },
    materials,
  },
} as const satisfies Form

export const recognitionForms = {
  ...commonForms,
  ...recusalForms,
  refusal: refusalForm,
  nomination,
  honourCheck: {
    title: text('审查', 'Examine'),
    fields: {
      verified: { kind: 'longText', title: text('核实情况', 'What was verified'), required: true, min: 2, max: 2000 },
      vetoed: {
        kind: 'choice',
        title: text('有没有否决情形', 'Anything that rules it out'),
        hint: text('处在撤销称号后暂停评优期内、重大事故等', 'A revoked certificate, a grave accident and the like'),
        required: true,
        options: { none: text('没有', 'None'), found: text('有', 'Yes') },
      },
    },
  },
  toleranceCheck: {
    title: text('审查容错情形', 'Examine the grounds'),
    fields: {
      noGain: ground('没有谋取私利', 'Nobody gained by it'),
      notForbidden: ground('没有明令禁止', 'Nothing forbade it'),
      procedureKept: ground('依程序决策', 'Decided by the proper procedure'),
      unintended: ground('主观上没有故意', 'Not intended'),
      remedied: ground('及时补救', 'Remedied at once'),
      verified: { kind: 'longText', title: text('核实情况', 'What was verified'), required: true, min: 2, max: 2000 },
    },
  },
  decision: {
    title: text('决定', 'Decide'),
    fields: {
      decision: {
        kind: 'choice',
        title: text('决定', 'Decision'),
        required: true,
        options: { yes: text('同意', 'Granted'), no: text('不同意', 'Refused') },
      },
      documentNo: { kind: 'text', title: text('文件编号', 'Document'), max: 60 },
      decisionReason: { ...reason, title: text('理由', 'Reasons') },
    },
  },
  annotation: {
    title: text('决定容错', 'Decide on tolerance'),
    fields: {
      decision: {
        kind: 'choice',
        title: text('决定', 'Decision'),
        required: true,
        options: { yes: text('予以容错', 'Tolerated'), no: text('不予容错', 'Not tolerated') },
      },
      annotation: {
        kind: 'text',
        title: text('对比表上的加注', 'Note on the comparison'),
        hint: text(
          '一句话：哪段时间、为什么不作负面评价',
          'One sentence: when, and why it does not count against the unit',
        ),
        required: true,
        min: 2,
        max: 200,
        when: { field: 'decision', is: ['yes'] },
      },
      decisionReason: { ...reason, title: text('理由', 'Reasons') },
      correctBy: {
        kind: 'date',
        title: text('纠错期限', 'To be put right by'),
        required: true,
        when: { field: 'decision', is: ['yes'] },
        notBefore: 'today',
        boundless: text('由决定的一方定', 'Whoever decides sets it'),
      },
    },
  },
  objection: {
    title: text('登记异议', 'Objection'),
    fields: {
      objectionOn: {
        kind: 'date',
        title: text('收到日期', 'Received on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      objection: { kind: 'longText', title: text('异议内容', 'What is objected'), required: true, min: 2, max: 2000 },
    },
  },
  objectionDecided: {
    title: text('处理异议', 'Decide objection'),
    fields: {
      upheld: {
        kind: 'choice',
        title: text('异议是否成立', 'Upheld'),
        required: true,
        options: { yes: text('成立', 'Yes'), no: text('不成立', 'No') },
      },
      objectionReason: { ...reason, title: text('理由', 'Reasons') },
    },
  },
  revocation: {
    title: text('撤销', 'Revoke'),
    fields: {
      revokedOn: {
        kind: 'date',
        title: text('撤销日期', 'Revoked on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      revocationReason: { ...reason, title: text('撤销理由', 'Why') },
    },
  },
} as const satisfies Record<string, Form>
