import type { FieldOf, Fields, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import {
  DISPUTE_CATEGORIES,
  HAZARD_CATEGORIES,
  REPORT_CATEGORIES,
  RISK_DIMENSIONS,
  TASK_SOURCES,
} from '../../shared/v1/categories.ts'
import {
  description,
  note,
  owner,
  photos,
  place,
  placeUnit,
  reason,
  remedies,
  title,
  toldHow,
  unit,
} from '../../shared/v1/common-fields.ts'
import { commonForms, extensionForm, refusalForm, sponsorForm, superviseForm } from '../../shared/v1/common-steps.ts'

/** How long a reporter's contact is kept after closing: two years, as for hotline orders that were followed up. */
const contact = {
  purpose: text('告知受理、去向和结果，回访是否办好', 'To tell receipt, route and result, and to call back'),
  retention: { length: 2, unit: 'year' },
  vault: true,
} as const

const contactPhone: FieldOf<'text'> = {
  kind: 'text',
  title: text('电话', 'Phone'),
  hint: text('可以不留；只有受理和回访的人能打开', 'Optional; only intake and call-back may open it'),
  max: 60,
  personal: { ...contact, holds: 'phone' },
}

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

export const reportForms = {
  ...commonForms,
  // A new number is told with what is added; it does not belong into the text.
  material: {
    ...commonForms.material,
    fields: {
      ...commonForms.material.fields,
      newPhone: { ...contactPhone, title: text('换了电话', 'New telephone number') },
    },
  },
  sponsor: sponsorForm,
  refusal: refusalForm,
  supervise: superviseForm,
  // The reporter reads why it takes longer.
  extension: {
    ...extensionForm,
    fields: { ...extensionForm.fields, reason: { ...reason, means: 'reason', public: true } },
  },
  report: {
    title: text('反映问题', 'Report'),
    fields: {
      title,
      category: {
        kind: 'choice',
        title: text('是哪一类', 'Kind'),
        required: true,
        options: REPORT_CATEGORIES,
        sets: 'category',
      },
      description: { ...description, title: text('出了什么事', 'What happened') },
      place: { ...place, title: text('在哪里', 'Where') },
      placeUnit,
      happenedOn: { kind: 'date', title: text('什么时候发生的', 'When it happened'), notAfter: 'today' },
      photos,
      aboutUnit: {
        kind: 'unit',
        title: text('反映的是哪个单位', 'Unit complained about'),
        hint: text('被反映的单位看不到这件事', 'That unit will not see this matter'),
        sets: 'aboutUnit',
      },
      wantsReply: {
        kind: 'choice',
        title: text('怎么告诉您', 'How to tell you'),
        options: {
          phone: text('打电话', 'By phone'),
          code: text('我自己凭查询码看', 'I look it up by code'),
        },
      },
      contactName: {
        kind: 'text',
        title: text('称呼', 'Name'),
        hint: text('可以不留', 'Optional'),
        max: 40,
        personal: { ...contact, holds: 'name' },
      },
      contactPhone,
    },
  },
  accept: {
    title: text('受理', 'Accept'),
    fields: {
      difficulty: {
        kind: 'choice',
        title: text('难易', 'Difficulty'),
        hint: text('决定多久办完', 'Sets the time limit'),
        required: true,
        options: {
          simple: text('简单', 'Simple'),
          ordinary: text('一般', 'Ordinary'),
          complex: text('复杂', 'Complex'),
        },
      },
      category: {
        kind: 'choice',
        title: text('类别', 'Kind'),
        options: REPORT_CATEGORIES,
        sets: 'category',
      },
      level: { kind: 'level', title: text('等级', 'Level'), sets: 'level' },
      aboutUnit: {
        kind: 'unit',
        title: text('反映的是哪个单位', 'Unit complained about'),
        hint: text('填了，那个单位就看不到这件事', 'Once named, that unit cannot see this matter'),
        sets: 'aboutUnit',
      },
      note,
    },
  },
  assign: {
    title: text('交办', 'Assign'),
    fields: {
      unit: { ...unit, title: text('主办单位', 'Lead unit'), known: 'suggestedUnit' },
      owner,
      assists: { kind: 'text', title: text('协办单位', 'Assisting units'), max: 200 },
      demand: { kind: 'longText', title: text('要求', 'What is asked'), max: 1000 },
    },
  },
  triage: {
    title: text('转为专门事项', 'Route'),
    fields: {
      route: {
        kind: 'choice',
        title: text('转为哪一种', 'Route to'),
        required: true,
        options: {
          hazard: text('隐患', 'Hazard'),
          dispute: text('矛盾纠纷', 'Dispute'),
          risk: text('风险', 'Risk'),
          task: text('督办', 'Supervised task'),
        },
      },
      toUnit: { kind: 'unit', title: text('交给哪个单位', 'Given to'), required: true, known: 'suggestedUnit' },
      hazardCategory: {
        kind: 'choice',
        title: text('隐患类别', 'Kind of hazard'),
        required: true,
        options: HAZARD_CATEGORIES,
        when: { field: 'route', is: ['hazard'] },
      },
      disputeCategory: {
        kind: 'choice',
        title: text('纠纷类型', 'Kind of dispute'),
        required: true,
        options: DISPUTE_CATEGORIES,
        when: { field: 'route', is: ['dispute'] },
      },
      riskDimension: {
        kind: 'choice',
        title: text('风险领域', 'Risk dimension'),
        required: true,
        options: RISK_DIMENSIONS,
        when: { field: 'route', is: ['risk'] },
      },
      taskSource: {
        kind: 'choice',
        title: text('督办来源', 'Source of the task'),
        required: true,
        options: TASK_SOURCES,
        when: { field: 'route', is: ['task'] },
      },
      taskDueOn: {
        kind: 'date',
        notBefore: 'today',
        title: text('最迟哪天办完', 'Due on'),
        required: true,
        when: { field: 'route', is: ['task'] },
      },
      note,
    },
  },
  tell: {
    title: text('告知受理和去向', 'Tell receipt and route'),
    fields: {
      toldHow,
      words: { kind: 'longText', title: text('告知内容', 'What was told'), required: true, max: 1000, public: true },
    },
  },
  takeOver: {
    title: text('签收', 'Take over'),
    fields: { owner, note },
  },
  returnOrder: {
    title: text('退回', 'Return'),
    fields: {
      returnReason: { ...reason, title: text('为什么不属本单位职责', 'Why it is not our remit') },
      suggestedUnit: { kind: 'unit', title: text('建议交给', 'Suggested unit') },
    },
  },
  uphold: {
    title: text('裁定仍由原单位办', 'Decide: the unit keeps it'),
    fields: { decision: { ...reason, title: text('裁定理由', 'Reasons of the decision') } },
  },
  answer: {
    title: text('答复', 'Answer'),
    fields: {
      ...answerFields,
      documentNo: { kind: 'text', title: text('文书编号', 'Document number'), max: 60 },
      toldHow,
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
  transfer: {
    title: text('转送有权机关', 'Transfer'),
    fields: {
      organKind: {
        kind: 'choice',
        title: text('转给谁', 'To whom'),
        required: true,
        options: {
          police: text('公安机关', 'Police'),
          procuratorate: text('检察院', 'Procuratorate'),
          court: text('法院', 'Court'),
          supervision: text('纪检监察机关', 'Supervision organ'),
          arbitration: text('仲裁机构', 'Arbitration body'),
          department: text('其他主管部门', 'Another department'),
          elsewhere: text('外地机关', 'An organ elsewhere'),
        },
      },
      organ: { kind: 'text', title: text('机关名称', 'Name of the organ'), required: true, max: 80, public: true },
      route: {
        kind: 'choice',
        title: text('走哪条路', 'Route'),
        required: true,
        options: {
          judicial: text('诉讼、检察、侦查程序', 'Litigation, prosecution or police procedure'),
          arbitration: text('仲裁', 'Arbitration'),
          internal: text('本系统申诉渠道', 'Internal appeal'),
          administrative: text('行政程序', 'Administrative procedure'),
          duty: text('履行法定职责', 'Duty to act'),
          remit: text('按职责转送', 'By remit'),
        },
      },
      toldHow,
      materials: { kind: 'files', title: text('转送函', 'Letter'), max: 9 },
    },
  },
  receipt: {
    title: text('登记回执', 'Record the receipt'),
    fields: {
      receiptNo: { kind: 'text', title: text('回执编号', 'Receipt number'), required: true, max: 60 },
      receivedOn: {
        kind: 'date',
        title: text('对方哪天收到', 'Received on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      materials: { kind: 'files', title: text('回执', 'Receipt'), max: 9 },
    },
  },
  merge: {
    title: text('并入', 'Merge'),
    fields: {
      mergedInto: {
        kind: 'text',
        title: text('并入哪一件', 'Merge into'),
        hint: text('按编号或标题找', 'Found by number or title'),
        required: true,
        min: 4,
        max: 40,
      },
      note,
    },
  },
  decline: {
    title: text('不予受理', 'Decline'),
    fields: {
      ground: {
        kind: 'choice',
        title: text('属于哪种情形', 'Ground'),
        required: true,
        options: {
          pending: text('同一事项正在办', 'The same matter is pending'),
          decided: text('已有终结结论', 'Already finally decided'),
          courts: text('应走诉讼或仲裁', 'For courts or arbitration'),
          notRemit: text('不属本地管', 'Not in our remit'),
          unclear: text('说不清是什么事', 'Too unclear to handle'),
        },
      },
      reason: { ...reason, public: true },
      remedies: { ...remedies, public: true },
      toldHow,
    },
  },
  withdraw: {
    title: text('撤回', 'Withdraw'),
    fields: { withdrawReason: { ...reason, title: text('为什么撤回', 'Why'), min: 1, public: true } },
  },
  satisfied: {
    title: text('满意', 'Satisfied'),
    fields: { comment: { kind: 'longText', title: text('还想说的', 'Anything to add'), max: 500 } },
  },
  dissatisfied: {
    title: text('不满意', 'Dissatisfied'),
    fields: {
      complaint: { kind: 'longText', title: text('哪里没办好', 'What is not settled'), required: true, max: 1000 },
    },
  },
  followUp: {
    title: text('回访', 'Call back'),
    fields: {
      calledOn: {
        kind: 'date',
        title: text('哪天回访', 'Called on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      found: { kind: 'longText', title: text('对方怎么说', 'What was said'), required: true, max: 1000 },
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
          noContact: text('没留联系方式', 'No contact was left'),
          silent: text('过了回访期没有评价', 'No rating by the end of the call-back time'),
        },
      },
      note,
    },
  },
  urgent: {
    title: text('紧急上报', 'Report at once'),
    fields: {
      reportedTo: { kind: 'text', title: text('报给谁', 'To whom'), required: true, max: 80 },
      reportedAt: { kind: 'dateTime', title: text('什么时候报的', 'When'), required: true, notAfter: 'today' },
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
