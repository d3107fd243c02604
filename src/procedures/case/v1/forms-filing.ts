import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, note, place, placeUnit, reason, title } from '../../shared/v1/common-fields.ts'
import { ADMIN_TRACKS, CAUSES, CIVIL_TRACKS, CRIMINAL_TRACKS, ENFORCEMENT_TRACKS } from './categories.ts'
import {
  caseNumber,
  dayDone,
  documentNo,
  doneOn,
  family,
  judge,
  otherNumber,
  parties,
  party,
  partyNames,
} from './fields.ts'

const materialsOn = {
  kind: 'date',
  title: text('收到材料日期', 'Papers received on'),
  hint: text('七日从次日起算；不填就是今天', 'The seven days count from the next day; today when empty'),
  notAfter: 'today',
  boundless: text('起诉材料可能早于登记', 'Papers may have come in before they are registered'),
} as const satisfies Form['fields'][string]

const track = (zh: string, en: string, of: string, options: Readonly<Record<string, ReturnType<typeof text>>>) =>
  ({ kind: 'choice', title: text(zh, en), required: true, options, when: { field: 'category', is: [of] } }) as const

/** From the papers to the judge who has the case. */
export const filingForms = {
  case: {
    title: text('登记起诉、申请材料', 'Register papers'),
    fields: {
      title: { ...title, hint: text('案由和一句话，不写姓名', 'The cause and one line; no names') },
      category: family,
      cause: { kind: 'choice', title: text('案由', 'Cause'), required: true, options: CAUSES },
      materialsOn,
      amount: { kind: 'money', title: text('标的额', 'Amount in dispute'), min: 0 },
      claims: { kind: 'longText', title: text('请求和事由', 'Claims'), required: true, min: 2, max: 3000 },
      parties,
      ...partyNames,
      place: { ...place, title: text('案涉地点', 'Place'), hint: text('合同、侵权、标的所在地', 'Where it is about') },
      placeUnit,
      similar: { kind: 'number', title: text('同类系列案件数', 'Similar cases in a group'), min: 0, max: 5000 },
      afterRemand: { kind: 'yesNo', title: text('发回重审、指令再审后立案', 'Filed after a remand') },
      otherNumber: { ...otherNumber, title: text('原案号', 'Number of the earlier case') },
      securityNeed: { kind: 'yesNo', title: text('开庭需要安保预案', 'A hearing needs a safety plan') },
      materials,
    },
  },
  corrections: {
    title: text('一次性告知补正', 'Tell what to complete'),
    fields: {
      corrections: {
        kind: 'longText',
        title: text('要补正的全部内容', 'All that must be completed'),
        required: true,
        min: 2,
        max: 2000,
        public: true,
      },
      correctBy: {
        kind: 'date',
        title: text('补正到哪天', 'To be completed by'),
        required: true,
        notBefore: 'today',
        boundless: text('由法院指定', 'The court sets it'),
        public: true,
      },
      documentNo,
    },
  },
  returnPapers: {
    title: text('退回材料', 'Give the papers back'),
    fields: {
      returnedWhy: {
        kind: 'choice',
        title: text('为什么退回', 'Why'),
        required: true,
        options: {
          withdrawn: text('提交的一方要回材料', 'Whoever handed them in wants them back'),
          notCompleted: text('到期没有补正，也不坚持起诉', 'Not completed in time, and they do not insist'),
          elsewhere: text('告知后向有权的法院、机关提出', 'They turn to the competent court or organ'),
        },
      },
      returnedOn: dayDone('退回日期', 'Given back on'),
      returnNote: { ...reason, public: true, title: text('说明', 'Explanation') },
    },
  },
  backToFiling: {
    title: text('材料转回立案', 'Back to filing'),
    fields: {
      materialsOn: { ...materialsOn, title: text('补正材料日期', 'Papers back on'), required: true, known: false },
      note,
    },
  },
  mediateFirst: {
    title: text('委派诉前调解', 'Mediate before filing'),
    fields: {
      consent: {
        kind: 'yesNo',
        title: text('各方都书面同意诉前调解', 'Every side agrees in writing'),
        hint: text('可以不同意，不影响立案', 'They may refuse; it is filed all the same'),
        required: true,
      },
      papersSignedOn: { ...dayDone('调解员签收材料日期', 'The mediator signed for the papers on') },
      mediatorKind: {
        kind: 'choice',
        title: text('谁来调解', 'By whom'),
        required: true,
        options: {
          invited: text('特邀调解员', 'Invited mediator'),
          organisation: text('特邀调解组织', 'Invited organisation'),
          court: text('法院专职调解员', 'Mediator of the court'),
        },
      },
    },
  },
  moreMediation: {
    title: text('各方同意延长调解', 'More time by consent'),
    fields: {
      extendBy: {
        kind: 'number',
        means: 'extendBy',
        title: text('延几天', 'Days'),
        required: true,
        min: 1,
        max: 30,
      },
      reason: { ...reason, means: 'reason', title: text('各方怎样表示同意', 'How each side agreed') },
    },
  },
  firstAgreement: {
    title: text('诉前调解成功', 'Settled before filing'),
    fields: {
      agreedOn: doneOn('达成协议日期', 'Agreed on'),
      confirmation: {
        kind: 'choice',
        title: text('协议怎样保障', 'How it is secured'),
        required: true,
        options: {
          confirmation: text('申请司法确认', 'Judicial confirmation'),
          mediationPaper: text('申请出具调解书', 'A mediation paper of the court'),
          performed: text('当场履行', 'Performed at once'),
          none: text('各方不申请', 'None asked for'),
        },
      },
    },
  },
  firstFailure: {
    title: text('诉前调解未成', 'Not settled'),
    fields: {
      materialsOn: { ...materialsOn, title: text('材料转回立案日期', 'Papers back on'), required: true, known: false },
      failedReason: { ...reason, title: text('未成原因', 'Why not') },
    },
  },
  file: {
    title: text('立案', 'File'),
    fields: {
      caseNumber: { ...caseNumber, required: true },
      category: family,
      civilTrack: track('民事审理程序', 'Civil procedure', 'civil', CIVIL_TRACKS),
      criminalTrack: track('刑事审理程序', 'Criminal procedure', 'criminal', CRIMINAL_TRACKS),
      adminTrack: track('行政审理程序', 'Administrative procedure', 'administrative', ADMIN_TRACKS),
      enforcementTrack: track('执行种类', 'Kind of enforcement', 'enforcement', ENFORCEMENT_TRACKS),
      filedOn: doneOn('立案日期', 'Filed on'),
      acceptedOn: {
        ...dayDone('受理日期（刑事审限自次日起算）', 'Accepted on (the criminal limit counts from the next day)'),
        when: { field: 'category', is: ['criminal'] },
      },
      feePaid: {
        kind: 'choice',
        title: text('案件受理费', 'Court fee'),
        options: {
          paid: text('已交', 'Paid'),
          reduced: text('缓、减、免', 'Deferred, reduced, waived'),
          none: text('不收', 'None'),
        },
      },
    },
  },
  refuseFiling: {
    title: text('裁定不予立案', 'Refuse to file'),
    fields: {
      refusedOn: doneOn('裁定日期', 'Ruled on'),
      documentNo: { ...documentNo, required: true },
      refusalReason: { ...reason, public: true, title: text('理由', 'Reason') },
    },
  },
  allot: {
    title: text('分案', 'Allot'),
    fields: {
      unit: { kind: 'unit', title: text('承办庭', 'Division'), required: true, sets: 'unit' },
      owner: judge,
      panel: {
        kind: 'choice',
        title: text('审判组织', 'Who decides'),
        required: true,
        options: {
          single: text('独任', 'One judge'),
          panel: text('合议庭', 'A panel'),
          withAssessors: text('合议庭（有人民陪审员）', 'A panel with assessors'),
        },
      },
      allottedHow: {
        kind: 'choice',
        title: text('分案方式', 'How allotted'),
        required: true,
        options: { random: text('随机', 'By lot'), named: text('指定（写明理由）', 'Named, with a reason') },
      },
      namedReason: { ...reason, when: { field: 'allottedHow', is: ['named'] } },
    },
  },
  sendComplaint: {
    title: text('发送起诉状副本', 'Send the complaint'),
    fields: { complaintSentOn: doneOn('发送日期', 'Sent on') },
  },
  complaintReceived: {
    title: text('收到起诉状副本', 'The complaint arrived'),
    fields: { party, receivedOn: dayDone('收到日期', 'Received on') },
  },
  answer: {
    title: text('登记答辩状', 'Record the answer'),
    fields: { party, answeredOn: dayDone('收到答辩状日期', 'Answer received on'), materials },
  },
  sendAnswer: {
    title: text('发送答辩状副本', 'Send the answer'),
    fields: { answerSentOn: doneOn('发送日期', 'Sent on') },
  },
} as const satisfies Record<string, Form>
