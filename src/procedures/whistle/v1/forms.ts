import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { setByWhoOrders } from '../../shared/v1/boundless.ts'
import { materials, note, owner, place, placeUnit, reason, title } from '../../shared/v1/common-fields.ts'
import { commonForms } from '../../shared/v1/common-steps.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'

/** Who is called: each unit with what it is to do on the spot. */
export const called: FieldOf<'items'> = {
  kind: 'items',
  title: text('吹哨叫谁来', 'Who is called'),
  hint: text('各单位分别报到、分别计时', 'Each reports in by itself, and by a clock of its own'),
  required: true,
  min: 1,
  max: 20,
  fills: 'called',
  fields: {
    unit: { kind: 'unit', title: text('单位', 'Unit'), required: true },
    duty: { kind: 'text', title: text('来做什么', 'What it is to do'), required: true, max: 200 },
  },
}

export const URGENCY = {
  emergency: text('应急哨：到现场', 'Emergency: on site'),
  ordinary: text('日常哨：联系并商定', 'Ordinary: get in touch'),
  hard: text('难题哨：拿出方案', 'Hard nut: bring a plan'),
} as const

export const WHISTLE_KINDS = {
  enforcement: text('综合执法', 'Joint enforcement'),
  crossDepartment: text('跨部门事项', 'Across departments'),
  emergency: text('应急处置', 'Emergency'),
  publicService: text('公共服务', 'Public service'),
  other: text('其他', 'Other'),
} as const

const holder: FieldOf<'holder'> = {
  kind: 'holder',
  of: 'called',
  title: text('哪个单位', 'Which unit'),
  required: true,
}

const { urge: _, question: __, ...everyday } = commonForms

export const whistleForms = {
  ...everyday,
  ...recusalForms,
  whistle: {
    title: text('吹哨', 'Blow the whistle'),
    fields: {
      title,
      category: {
        kind: 'choice',
        title: text('哪一类', 'Kind'),
        required: true,
        options: WHISTLE_KINDS,
        sets: 'category',
      },
      urgency: { kind: 'choice', title: text('哪种哨', 'How urgent'), required: true, options: URGENCY },
      description: {
        kind: 'longText',
        title: text('什么事，为什么一家办不了', 'What it is, and why one unit cannot do it'),
        required: true,
        min: 2,
        max: 3000,
      },
      place,
      placeUnit,
      called,
      materials,
    },
  },
  reportIn: {
    title: text('报到', 'Report in'),
    fields: {
      cameHow: {
        kind: 'choice',
        title: text('怎么到的', 'How'),
        required: true,
        options: {
          onSite: text('到了现场', 'On site'),
          contacted: text('联系上了', 'In touch'),
          plan: text('带来了方案', 'With a plan'),
        },
      },
      reportNote: note,
    },
  },
  came: { title: text('核实到了', 'It came'), fields: { cameUnit: holder, cameNote: note } },
  didNotCome: {
    title: text('没有到', 'It did not come'),
    fields: { absentUnit: holder, absentWhy: { ...reason, title: text('怎么核的', 'How it was checked'), max: 500 } },
  },
  answer: {
    title: text('反馈办理情况', 'Answer'),
    fields: {
      calledAnswer: { kind: 'longText', title: text('办了什么', 'What was done'), required: true, min: 2, max: 2000 },
      materials,
    },
  },
  refuse: {
    title: text('不来，写明理由', 'Refuse'),
    fields: { refusal: { ...reason, title: text('为什么不该由本单位来', 'Why it is not for this unit') } },
  },
  callAgain: {
    title: text('再叫单位', 'Call more'),
    fields: { called: { ...called, known: true } },
  },
  arbitrate: {
    title: text('裁定谁来', 'Rule who comes'),
    fields: {
      called: {
        ...called,
        known: true,
        hint: text('留下的必须来，不再退；划掉的不用来', 'Those left in must come; those taken out need not'),
      },
      rulingBasis: { ...reason, title: text('依据和理由', 'Grounds') },
    },
  },
  owner: { title: text('指定承办人', 'Name a handler'), fields: { owner: { ...owner, required: true }, note } },
  judge: {
    title: text('评判并办结', 'Judge and close'),
    fields: {
      solved: {
        kind: 'choice',
        title: text('事情解决没有', 'Was it solved'),
        required: true,
        options: {
          yes: text('解决了', 'Solved'),
          partly: text('部分解决', 'In part'),
          no: text('没有解决', 'Not solved'),
        },
      },
      judgedHow: {
        kind: 'longText',
        title: text('怎么解决的，还差什么', 'How, and what is missing'),
        required: true,
        max: 2000,
      },
      nextLook: {
        kind: 'date',
        title: text('哪天再看', 'Looked at again on'),
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
      openWhy: {
        kind: 'longText',
        title: text('还有单位没反馈就办结的理由', 'Why it ends while a unit has not answered'),
        max: 500,
      },
    },
  },
  withdraw: {
    title: text('收哨', 'Take it back'),
    fields: { withdrawReason: { ...reason, title: text('理由', 'Why') } },
  },
} as const satisfies Record<string, Form>
