import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { note, reason } from '../../shared/v1/common-fields.ts'
import { dayDone, decisionKind, doneOn, otherNumber, party, pronounced } from './fields.ts'

const method = {
  kind: 'choice',
  title: text('送达方式', 'Method'),
  required: true,
  options: {
    direct: text('直接送达', 'In person'),
    electronic: text('电子送达', 'Electronic'),
    mail: text('邮寄', 'By post'),
    left: text('留置', 'Left with a record'),
    entrusted: text('委托、转交', 'Through another court or unit'),
    announcement: text('公告', 'Public notice'),
  },
} as const satisfies Form['fields'][string]

const afterDecision = { notBefore: { field: 'endedOn' } } as const

const served = {
  party,
  paper: {
    kind: 'choice',
    title: text('送达文书', 'Paper'),
    required: true,
    options: {
      judgment: text('判决书', 'Judgment'),
      ruling: text('裁定书', 'Ruling'),
      mediationPaper: text('调解书', 'Mediation paper'),
    },
  },
  method,
  sentOn: { ...dayDone('发送日期', 'Sent on'), ...afterDecision },
  announcedOn: { ...dayDone('公告日期', 'Announced on'), when: { field: 'method', is: ['announcement'] } },
  arrivedOn: {
    ...dayDone('到达、签收（生效）日期', 'Effective on'),
    notBefore: { field: 'sentOn' },
    hint: text(
      '电子：到达系统日；邮寄：回执日；留置：留置日；公告：满三十日',
      'E-service: arrival; post: receipt; left: that day; notice: after 30 days',
    ),
  },
  basis: {
    kind: 'choice',
    title: text('生效依据', 'Why effective'),
    required: true,
    options: {
      signed: text('签收', 'Signed for'),
      confirmedAddress: text('到达确认的地址', 'Arrived at a confirmed address'),
      acknowledged: text('对方确认或已读', 'Acknowledged or read'),
      leftRecord: text('留置记录', 'Record of leaving'),
      receipt: text('送达回证、邮件回执', 'Return of service or receipt'),
      noticeEnd: text('公告期满', 'End of the notice'),
    },
  },
  proofNo: { kind: 'text', title: text('凭证号', 'Proof number'), max: 60 },
} as const satisfies Form['fields']

const lastServedOn = { ...dayDone('最后一方送达日期', 'The last side was served on'), ...afterDecision } as const
const appealedOn = { ...dayDone('收到上诉状、抗诉书日期', 'Appeal received on'), ...afterDecision } as const

/** Service on each side, appeals, and what the court above says. */
export const serviceForms = {
  service: { title: text('登记送达', 'Record service'), fields: served },
  failedService: {
    title: text('登记送达不成', 'Record a failed service'),
    fields: {
      failedMethod: { ...method, title: text('送达方式', 'Method') },
      failedOn: dayDone('日期', 'On'),
      failedReason: { ...reason, title: text('失败原因', 'Why it failed') },
      serviceRemedy: { ...reason, title: text('补救方式', 'What is done instead') },
    },
  },
  allServed: { title: text('全部送达', 'All served'), fields: { lastServedOn } },
  final: { title: text('送达完毕，裁判生效', 'Served and final'), fields: { lastServedOn } },
  appeal: { title: text('登记上诉', 'Record an appeal'), fields: { party, appealedOn } },
  criminalAppeal: {
    title: text('登记上诉、抗诉', 'Record an appeal'),
    fields: {
      party,
      appealedOn,
      appealEndsOn: {
        kind: 'date',
        title: text('最后一方上诉、抗诉期届满日', 'The last time to appeal ends on'),
        required: true,
        notBefore: { field: 'endedOn' },
        boundless: text('由最后一方送达日推算', 'Follows from the last service'),
      },
    },
  },
  postedAppeal: {
    title: text('登记期满前交邮的上诉', 'Appeal posted in time'),
    fields: {
      party,
      decisionKind,
      appealedOn,
      lateGround: {
        kind: 'choice',
        title: text('为什么算期内', 'Why it is in time'),
        required: true,
        options: {
          posted: text('期满前交邮（看邮戳）', 'Posted in time, by the postmark'),
          granted: text('准许顺延期限', 'More time was granted'),
          misrecorded: text('送达或上诉登记有误', 'Service or appeal was recorded wrongly'),
        },
      },
      lateProof: {
        kind: 'text',
        title: text('邮戳日期、决定文号', 'Postmark or number of the decision'),
        required: true,
        max: 60,
      },
      appealEndsOn: {
        kind: 'date',
        title: text('最后一方上诉期届满日', 'The last time to appeal ended on'),
        required: true,
        notBefore: { field: 'endedOn' },
        notAfter: 'today',
      },
    },
  },
  copies: {
    title: text('发送上诉状副本', 'Send the appeal'),
    fields: { copiesSentOn: doneOn('发送日期', 'Sent on') },
  },
  sendUp: {
    title: text('移送案卷', 'Send the file up'),
    fields: {
      sentUpOn: doneOn('移送日期', 'Sent on'),
      volumes: { kind: 'number', title: text('卷数', 'Volumes'), required: true, min: 1, max: 500 },
    },
  },
  appealWithdrawn: {
    title: text('准许撤回上诉', 'Appeal withdrawn'),
    fields: { appealWithdrawnOn: dayDone('裁定日期', 'Ruled on'), note },
  },
  earlyWithdrawn: {
    title: text('撤回上诉，接着送达', 'Appeal withdrawn; service goes on'),
    fields: { appealWithdrawnOn: dayDone('裁定日期', 'Ruled on'), pronounced, note },
  },
  above: {
    title: text('登记二审结果', 'Record the result above'),
    fields: {
      aboveNumber: { ...otherNumber, title: text('二审案号', 'Number above'), required: true },
      aboveOn: dayDone('二审裁判生效日期', 'Effective on'),
      fileBackOn: { ...dayDone('案卷退回日期', 'The file came back on'), notBefore: { field: 'sentUpOn' } },
      aboveResult: {
        kind: 'choice',
        title: text('二审结果', 'Result above'),
        required: true,
        options: {
          upheld: text('维持', 'Upheld'),
          changed: text('改判', 'Changed'),
          remanded: text('发回重审', 'Remanded'),
          orderedToTry: text('撤销裁定，指令审理', 'Ruling quashed; ordered to try it'),
          settledAbove: text('二审调解', 'Settled above'),
          withdrawnAbove: text('撤回上诉', 'Appeal withdrawn'),
        },
      },
    },
  },
} as const satisfies Record<string, Form>
