import type { Field, Form, Personal } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { longBefore, setByWhoOrders } from '../../shared/v1/boundless.ts'
import { materials, reason } from '../../shared/v1/common-fields.ts'

export const RECORDS = ['interference', 'insideAsking', 'improperContact'] as const
export const CATEGORIES = {
  riskPoint: text('廉政风险点', 'Integrity risk point'),
  interference: text('领导干部干预', 'Interference by a leader'),
  insideAsking: text('内部人员过问', 'Asking from inside'),
  improperContact: text('不当接触交往', 'Improper contact'),
  quarterly: text('季度报告', 'Quarterly report'),
} as const

const kept: Personal = {
  purpose: text('督察部门核查', 'For the supervision office to look into'),
  retention: { length: 10, unit: 'year' },
}
const ofRecord = { field: 'category', is: RECORDS } as const
/** The calendar opens a quarterly report with its unit; of the others somebody says whose they are. */
const notQuarterly = { field: 'category', is: ['riskPoint', ...RECORDS] } as const
const ofPoint = { field: 'category', is: ['riskPoint'] } as const

const affects = {
  kind: 'choice',
  title: text('是否影响办案', 'Whether the case is affected'),
  required: true,
  options: { yes: text('可能影响，要立即报告', 'It may be: to be reported at once'), no: text('没有影响', 'No') },
} as const satisfies Field

/** Who did what to which case: in full, as it was; who is named in the system never sees it. */
export const opening = {
  title: text('登记', 'Record'),
  fields: {
    category: {
      kind: 'choice',
      title: text('登记什么', 'What is recorded'),
      required: true,
      options: CATEGORIES,
      sets: 'category',
    },
    title: {
      kind: 'text',
      title: text('标题', 'Title'),
      hint: text('填报记录只写日期，例如“11月3日填报”，不写人和案件', 'For a record only the day: no person, no case'),
      required: true,
      min: 2,
      max: 40,
      sets: 'title',
    },
    unit: {
      kind: 'unit',
      title: text('归哪个单位的督察部门', 'Whose supervision office has it'),
      required: true,
      sets: 'unit',
      when: notQuarterly,
    },
    dueOn: {
      kind: 'date',
      title: text('最迟哪天报', 'By which day'),
      required: true,
      notBefore: 'today',
      boundless: setByWhoOrders,
      when: { field: 'category', is: ['quarterly'] },
    },
    caseNo: {
      kind: 'text',
      title: text('案号', 'Case number'),
      hint: text('没有立案的写事项', 'Or what it was about, where no case was filed'),
      max: 60,
      when: ofRecord,
    },
    happenedOn: {
      kind: 'date',
      title: text('发生日期', 'Day'),
      required: true,
      notAfter: 'today',
      boundless: longBefore,
      when: ofRecord,
    },
    means: {
      kind: 'choice',
      title: text('方式', 'How'),
      required: true,
      options: {
        inPerson: text('当面', 'In person'),
        phone: text('电话', 'By phone'),
        message: text('短信、微信', 'By message'),
        letter: text('来函、批条', 'By letter or note'),
        organisation: text('以组织名义来函', 'By letter in the name of an organisation'),
        through: text('由身边工作人员、亲友转达', 'Through staff or relatives'),
      },
      when: ofRecord,
    },
    named: {
      kind: 'items',
      title: text('涉及的本系统岗位、单位', 'Posts and units of this system it names'),
      hint: text('写在这里的，永远看不到这件', 'Whoever is named here never sees it'),
      max: 10,
      fields: {
        post: { kind: 'post', title: text('岗位', 'Post'), hides: true },
        unit: { kind: 'unit', title: text('单位', 'Unit'), hides: true },
      },
      when: ofRecord,
    },
    person: {
      kind: 'text',
      title: text('干预过问的人（姓名、单位、职务）', 'Who it was: name, unit, office'),
      required: true,
      max: 120,
      personal: kept,
      when: ofRecord,
    },
    content: {
      kind: 'longText',
      title: text('内容，照原话写', 'What was said, word for word'),
      required: true,
      min: 2,
      max: 3000,
      personal: kept,
      when: ofRecord,
    },
    affects: { ...affects, when: ofRecord },
    powerItem: {
      kind: 'text',
      title: text('权力事项', 'Power'),
      required: true,
      max: 80,
      when: ofPoint,
    },
    processStep: {
      kind: 'text',
      title: text('流程环节', 'Step of the process'),
      required: true,
      max: 80,
      when: ofPoint,
    },
    riskForm: {
      kind: 'longText',
      title: text('风险表现形式', 'How it may show'),
      required: true,
      max: 1000,
      when: ofPoint,
    },
    materials,
  },
} as const satisfies Form

export const recordForms = {
  takeUp: {
    title: text('受理填报', 'Take up the record'),
    fields: {
      supervisor: {
        kind: 'post',
        title: text('报告的主要领导', 'The chief it is reported to'),
        required: true,
        roles: ['president', 'leader'],
        sets: 'supervisor',
      },
      affects: {
        ...affects,
        title: text('督察部门看，是否影响办案', 'Whether the case is affected, in the eyes of the office'),
        known: true,
      },
    },
  },
  supplement: {
    title: text('补充', 'Add to it'),
    fields: {
      addedNote: {
        kind: 'longText',
        title: text('补充内容', 'What is added'),
        hint: text('只能补充，不能改原来的；不写姓名', 'The first stays as it is; write no names'),
        required: true,
        max: 2000,
      },
      materials,
    },
  },
  reported: {
    title: text('向上报告', 'Report upward'),
    fields: {
      reportedTo: {
        kind: 'choices',
        title: text('报给谁', 'To whom'),
        required: true,
        min: 1,
        options: {
          politicalLegal: text('党委政法委', 'Political-legal committee'),
          higherCourt: text('上一级法院', 'The higher court'),
          discipline: text('纪检监察机关', 'Discipline inspection'),
        },
      },
      reportedOn: {
        kind: 'date',
        title: text('报告日期', 'Reported on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
    },
  },
  conclusion: {
    title: text('办结填报', 'Conclude'),
    fields: {
      conclusion: {
        kind: 'choice',
        title: text('核查结果', 'Result'),
        required: true,
        options: {
          filed: text('如实记录，存案卷副卷备查', 'Recorded and kept in the internal file'),
          lawful: text('属于依法履职的询问', 'A lawful enquiry in the course of duty'),
          passedOn: text('移送纪检监察机关', 'Passed to discipline inspection'),
        },
      },
      reason: { ...reason, title: text('依据', 'Grounds') },
    },
  },
  retaliation: {
    title: text('反映打击报复', 'Report a retaliation'),
    fields: { retaliation: { ...reason, title: text('发生了什么', 'What happened') } },
  },
  protection: {
    title: text('保护措施', 'Protect'),
    fields: { protection: { ...reason, title: text('查了什么、采取了什么措施', 'What was looked into and done') } },
  },
  quarter: {
    title: text('季度报告', 'Quarterly report'),
    fields: {
      quarter: {
        kind: 'choice',
        title: text('季度', 'Quarter'),
        required: true,
        options: {
          q1: text('第一季度', 'First'),
          q2: text('第二季度', 'Second'),
          q3: text('第三季度', 'Third'),
          q4: text('第四季度', 'Fourth'),
        },
      },
      recordCount: {
        kind: 'number',
        title: text('填报几件', 'Records'),
        hint: text('没有就填0：零报告', 'Nought where there was none: a nil report'),
        required: true,
        min: 0,
        max: 9999,
      },
      analysis: { kind: 'longText', title: text('分析', 'Analysis'), required: true, max: 3000 },
      reportedOn: {
        kind: 'date',
        title: text('报出日期', 'Sent on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
    },
  },
} as const satisfies Record<string, Form>
