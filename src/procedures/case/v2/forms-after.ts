import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { note, reason } from '../../shared/v1/common-fields.ts'
import { dayDone, documentNo, doneOn, otherNumber, party } from '../v1/fields.ts'

const proof = { kind: 'text', title: text('凭证', 'Proof'), required: true, max: 100, means: 'document' } as const

/** The time to apply for enforcement, missed time, files that are called for, and six months without enforcement. */
export const afterForms = {
  enforcementApplication: {
    title: text('登记申请执行', 'Record the application'),
    fields: {
      enforcementAskedOn: doneOn('收到申请执行书日期', 'Application received on'),
      enforcementNumber: { ...otherNumber, title: text('执行案号', 'Number of the enforcement') },
    },
  },
  interruption: {
    title: text('登记时效中断', 'The time begins anew'),
    fields: {
      interruptedHow: {
        kind: 'choice',
        title: text('因为什么', 'Why'),
        required: true,
        known: false,
        options: {
          applied: text('申请执行', 'Enforcement was applied for'),
          settled: text('双方达成和解协议', 'The sides settled'),
          demanded: text('一方提出履行要求', 'One side demanded performance'),
          promised: text('一方同意履行义务', 'One side agreed to perform'),
        },
      },
      enforceFrom: {
        kind: 'date',
        title: text('从哪天重新计算', 'Anew from'),
        hint: text(
          '达成和解的填约定履行期限的最后一日',
          'Of a settlement: the last day on which it is to be performed',
        ),
        required: true,
        notBefore: { field: 'effectiveOn' },
        boundless: text('和解协议约定的日子可能在以后', 'A settlement may name a later day'),
        known: false,
      },
      interruptionProof: { kind: 'text', title: text('凭证', 'Proof'), required: true, max: 100 },
    },
  },
  suspension: {
    title: text('登记时效中止', 'The time stands still'),
    fields: {
      suspendedFor: {
        kind: 'choice',
        means: 'pauseKind',
        title: text('事由', 'Ground'),
        required: true,
        options: { obstacle: text('不可抗力或者其他障碍', 'Force majeure or another obstacle') },
      },
      suspendedFrom: {
        ...dayDone('障碍从哪天起', 'The obstacle since'),
        hint: text('更早就有的，填最后六个月的第一天', 'Of an earlier one the first day of the last six months'),
        notBefore: { field: 'effectiveOn' },
        means: 'pausedFrom',
        known: false,
      },
      suspensionReason: { ...reason, means: 'reason', known: false },
      suspensionProof: { ...proof, known: false },
    },
  },
  suspensionEnds: {
    title: text('障碍消除，继续计算', 'The obstacle is gone'),
    fields: {
      suspendedTo: {
        ...dayDone('障碍哪天消除', 'Gone on'),
        notBefore: { field: 'suspendedFrom' },
        means: 'pausedTo',
        known: false,
      },
      note,
    },
  },
  obstacle: {
    title: text('登记耽误期限的事由', 'Record why a time was missed'),
    fields: {
      party,
      missed: {
        kind: 'choice',
        title: text('耽误了哪个期限', 'Which time'),
        required: true,
        options: {
          answer: text('答辩', 'To answer'),
          evidence: text('举证', 'To bring evidence'),
          appeal: text('上诉', 'To appeal'),
          other: text('其他', 'Another'),
        },
      },
      obstacle: { ...reason, title: text('不可抗拒的事由或者其他正当理由', 'Force majeure or another good reason') },
      obstacleEndedOn: dayDone('障碍消除日期', 'The obstacle ended on'),
    },
  },
  timeAsked: {
    title: text('登记顺延申请', 'Record that time is asked for'),
    fields: {
      party,
      timeAskedOn: dayDone('申请日期', 'Asked on'),
      timeAskedHow: {
        kind: 'choice',
        title: text('怎样提出', 'How'),
        required: true,
        known: false,
        options: {
          handed: text('当面、网上提交', 'In person or online'),
          posted: text('期满前交邮（看邮戳）', 'Posted in time, by the postmark'),
        },
      },
    },
  },
  timeDecided: {
    title: text('决定是否准许顺延', 'Decide on the time'),
    fields: {
      party,
      timeGranted: {
        kind: 'choice',
        title: text('是否准许', 'Granted'),
        required: true,
        known: false,
        options: { yes: text('准许', 'Yes'), no: text('不准许', 'No') },
      },
      timeUntil: {
        kind: 'date',
        title: text('顺延到哪天', 'Until'),
        required: true,
        notBefore: 'today',
        boundless: text('由法院决定', 'The court sets it'),
        when: { field: 'timeGranted', is: ['yes'] },
        known: false,
      },
      timeReason: { ...reason, title: text('理由', 'Reason') },
    },
  },
  appealAnswer: {
    title: text('登记上诉答辩状', 'Record the answer to the appeal'),
    fields: {
      party,
      appealAnsweredOn: {
        ...dayDone('收到答辩状日期', 'Answer received on'),
        notBefore: { field: 'appealedOn' },
        known: false,
      },
    },
  },
  appealAnswerSent: {
    title: text('发送上诉答辩状副本', 'Send the answer to the appeal'),
    fields: { appealAnswerSentOn: doneOn('发送日期', 'Sent on') },
  },
  filesCalled: {
    title: text('收到调卷通知', 'The file is called for'),
    fields: {
      filesCalledOn: { ...dayDone('收到通知日期', 'Called for on'), known: false },
      callNo: { ...documentNo, title: text('调卷通知编号', 'Number of the call') },
    },
  },
  filesSent: {
    title: text('移送所调案卷', 'Send the file that is called for'),
    fields: {
      filesSentOn: doneOn('移送日期', 'Sent on'),
      calledVolumes: { kind: 'number', title: text('卷数', 'Volumes'), required: true, min: 1, max: 500 },
    },
  },
  clue: {
    title: text('登记财产线索', 'Record a clue'),
    fields: {
      clueOn: { ...dayDone('收到线索日期', 'Received on'), known: false },
      clue: { ...reason, title: text('什么财产、在哪里（不写账号）', 'What and where, without account numbers') },
    },
  },
  clueChecked: {
    title: text('核实财产线索', 'Verify the clue'),
    fields: {
      clueCheckedOn: doneOn('核实日期', 'Verified on'),
      clueResult: {
        kind: 'choice',
        title: text('结果', 'Result'),
        required: true,
        options: { found: text('属实', 'True'), none: text('没有发现', 'Nothing found') },
      },
      clueNote: note,
    },
  },
  orderAbove: {
    title: text('登记上一级法院的决定', 'What the court above ordered'),
    fields: {
      orderAbove: {
        kind: 'choice',
        title: text('怎样决定', 'What it ordered'),
        required: true,
        known: false,
        options: {
          dueBy: text('责令限期执行', 'To enforce by a day'),
          taken: text('由上一级法院执行', 'It enforces itself'),
          elsewhere: text('指令其他法院执行', 'Another court enforces'),
          refused: text('驳回申请', 'Application rejected'),
        },
      },
      orderedBy: {
        kind: 'date',
        title: text('限期到哪天', 'By'),
        required: true,
        notBefore: 'today',
        boundless: text('由上一级法院指定', 'The court above sets it'),
        when: { field: 'orderAbove', is: ['dueBy'] },
        known: false,
      },
      orderNo: { ...documentNo, title: text('督促执行令、裁定编号', 'Number of the order'), required: true },
    },
  },
} as const satisfies Record<string, Form>
