import type { FieldOf, Fields, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { note, photos, reason, remedies } from '../../shared/v1/common-fields.ts'
import { noNoticeForm, noticeGiven, noticeHow, toldOn, unclearWhy } from '../../shared/v1/notice-fields.ts'

const answerFields = {
  opinion: {
    kind: 'choice',
    title: text('处理意见', 'Opinion'),
    required: true,
    options: {
      support: text('支持', 'Supported'),
      explain: text('解释', 'Explained'),
      notSupport: text('不支持', 'Not supported'),
      solved: text('已解决', 'Solved'),
    },
  },
  reply: { kind: 'longText', title: text('答复内容', 'Reply'), required: true, min: 2, max: 5000, public: true },
  legalBasis: { kind: 'text', title: text('依据', 'Basis'), max: 200, public: true },
} as const satisfies Fields

const satisfaction: FieldOf<'choice'> = {
  kind: 'choice',
  title: text('满意度', 'Satisfaction'),
  options: {
    satisfied: text('满意', 'Satisfied'),
    basic: text('基本满意', 'Mostly satisfied'),
    dissatisfied: text('不满意', 'Not satisfied'),
  },
}

/** How an answer reached the reporter. That no contact was left is no way of answering; the code always is one. */
const replyHow: FieldOf<'choice'> = {
  kind: 'choice',
  title: text('答复方式', 'How answered'),
  required: true,
  options: {
    inPerson: text('当面', 'In person'),
    phone: text('电话', 'By phone'),
    writing: text('书面', 'In writing'),
    message: text('短信', 'By text message'),
    code: text('凭查询码可看', 'Shown under the query code'),
    unclear: text('无法告知', 'Cannot be told'),
  },
}

/** What is told, answered and asked back. */
export const reportAnswerForms = {
  tell: {
    title: text('告知受理情况', 'Tell whether it is accepted'),
    fields: {
      toldOn,
      toldHow: noticeGiven,
      words: { kind: 'longText', title: text('告知内容', 'What was told'), required: true, max: 1000, public: true },
    },
  },
  noNotice: noNoticeForm,
  answer: {
    title: text('答复', 'Answer'),
    fields: {
      ...answerFields,
      documentNo: { kind: 'text', title: text('文书编号', 'Document number'), max: 60 },
      toldHow: replyHow,
      unclearWhy,
      photos: {
        ...photos,
        title: text('办理照片', 'Photos of the work'),
        hint: text(
          '反映人看得到；不要拍进人脸、门牌和车牌',
          'The reporter sees them; no faces, house numbers or number plates',
        ),
        public: true,
      },
    },
  },
  // The result of the matter it was merged into; who left no other way finds it under the code.
  jointAnswer: {
    title: text('并办结果', 'Joint result'),
    fields: { ...answerFields, note },
  },
  withdraw: {
    title: text('撤回', 'Withdraw'),
    fields: { withdrawReason: { ...reason, title: text('为什么撤回', 'Why'), min: 1, public: true } },
  },
  satisfied: {
    title: text('满意', 'Satisfied'),
    fields: { satisfaction, comment: { kind: 'longText', title: text('还想说的', 'Anything to add'), max: 500 } },
  },
  dissatisfied: {
    title: text('不满意', 'Dissatisfied'),
    fields: {
      complaint: { kind: 'longText', title: text('哪里没办好', 'What is not settled'), required: true, max: 1000 },
      satisfaction,
    },
  },
  callBack: {
    title: text('回访', 'Call back'),
    fields: {
      calledOn: {
        kind: 'date',
        title: text('回访日期', 'Called on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      settled: {
        kind: 'choice',
        title: text('是否办好', 'Is it settled'),
        required: true,
        options: { yes: text('办好了', 'Settled'), no: text('没办好', 'Not settled') },
      },
      satisfaction,
      found: { kind: 'longText', title: text('对方怎么说', 'What was said'), required: true, max: 1000 },
    },
  },
  remedies: {
    title: text('告知法定途径', 'Tell the legal remedies'),
    fields: {
      remedies: { ...remedies, public: true },
      words: { kind: 'longText', title: text('告知内容', 'What was told'), required: true, max: 1000, public: true },
      toldOn,
      toldHow: noticeHow,
      unclearWhy,
    },
  },
  interim: {
    title: text('先行答复', 'Interim answer'),
    fields: {
      progressSoFar: {
        kind: 'longText',
        title: text('已办到哪一步', 'What was done so far'),
        required: true,
        min: 2,
        max: 2000,
        public: true,
      },
      laterReason: { ...reason, title: text('为什么还不能办结', 'Why it takes longer'), public: true },
      laterBasis: {
        kind: 'text',
        title: text('更长期限的依据', 'Basis of the longer limit'),
        required: true,
        max: 200,
        public: true,
      },
      nextReplyOn: {
        kind: 'date',
        title: text('最迟哪天再答复', 'Answered at the latest on'),
        required: true,
        public: true,
        notBefore: 'today',
        boundless: text('按所依据的期限定', 'As the limit relied on says'),
      },
    },
  },
  unrated: {
    title: text('没有评价，办结', 'Close without a rating'),
    fields: {
      why: {
        kind: 'choice',
        title: text('为什么没有评价', 'Why there is no rating'),
        required: true,
        options: {
          unreachable: text('联系不上', 'Cannot be reached'),
          silent: text('过了回访期没有评价', 'No rating by the end of the call-back time'),
        },
      },
      note,
    },
  },
  urgent: {
    title: text('紧急上报', 'Report at once'),
    fields: {
      reportedTo: { kind: 'text', title: text('报告给', 'To whom'), required: true, max: 80 },
      reportedAt: {
        kind: 'dateTime',
        title: text('报告时间', 'When'),
        required: true,
        notAfter: 'today',
        boundless: text('可能先报告、后登记', 'It may be reported before it is registered'),
      },
      urgency: { ...reason, title: text('紧急在哪里', 'Why it is urgent') },
    },
  },
  askMore: {
    title: text('请反映人补充', 'Ask the reporter'),
    fields: {
      question: { kind: 'longText', title: text('想问什么', 'Question'), required: true, max: 500, public: true },
    },
  },
} as const satisfies Record<string, Form>
