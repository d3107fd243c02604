import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import {
  description,
  materials,
  note,
  openingUnit,
  place,
  placeUnit,
  reason,
  title,
  unit,
} from '../../shared/v1/common-fields.ts'
import { noNoticeForm, noticeGiven, noticeHow, receivedOn, toldOn, unclearWhy } from '../../shared/v1/notice-fields.ts'
import { PETITION_CATEGORIES, ROUTES } from './categories.ts'

/** Who petitioned is asked to be told and answered, kept two years after closing, and opened by intake alone. */
const petitioner = {
  purpose: text('书面告知、送达意见书、回访', 'To give notices, serve opinions and call back'),
  retention: { length: 2, unit: 'year' },
  vault: true,
} as const

const words = {
  kind: 'longText',
  title: text('告知内容', 'What the notice says'),
  required: true,
  min: 2,
  max: 1000,
  public: true,
} as const
const notice = { toldOn, toldHow: noticeHow, unclearWhy, words } as const

export const petitionIntakeForms = {
  petition: {
    title: text('信访登记', 'Petition'),
    fields: {
      title,
      category: {
        kind: 'choice',
        title: text('内容分类', 'Kind'),
        options: PETITION_CATEGORIES,
        sets: 'category',
      },
      receivedOn,
      description: {
        ...description,
        title: text('请求、事实和理由', 'Request, facts and reasons'),
        hint: text('口头提出的如实记录（条例第十九条）', 'What is said is recorded faithfully (art. 19)'),
      },
      place: { ...place, title: text('事项地', 'Place') },
      placeUnit,
      unit: openingUnit,
      aboutUnit: {
        kind: 'unit',
        title: text('反映的是哪个单位', 'Unit complained about'),
        hint: text('这个单位看不到这件事，材料也不转给它', 'That unit never sees this matter or its papers'),
        sets: 'aboutUnit',
      },
      materials,
      contactName: {
        kind: 'text',
        title: text('信访人姓名（名称）', 'Petitioner'),
        max: 60,
        personal: { ...petitioner, holds: 'name' },
      },
      contactAddress: { kind: 'text', title: text('住址', 'Address'), max: 120, personal: petitioner },
      contactPhone: {
        kind: 'text',
        title: text('联系电话', 'Phone'),
        max: 60,
        personal: { ...petitioner, holds: 'phone' },
      },
    },
  },
  register: {
    title: text('登记', 'Register'),
    fields: {
      peopleCount: { kind: 'number', title: text('人数', 'Number of people'), required: true, min: 1, max: 9999 },
      joint: {
        kind: 'choice',
        title: text('是否多人走访', 'Joint visit'),
        required: true,
        options: { no: text('否', 'No'), yes: text('是', 'Yes') },
      },
      representatives: {
        kind: 'number',
        title: text('代表人数', 'Number of representatives'),
        hint: text('推选的代表不得超过5人（条例第二十条）', 'Five at most (Regulations, art. 20)'),
        required: true,
        min: 1,
        max: 5,
        when: { field: 'joint', is: ['yes'] },
      },
      representativeNames: {
        kind: 'longText',
        title: text('代表姓名和联系方式', 'Representatives and how to reach them'),
        max: 500,
        personal: petitioner,
        when: { field: 'joint', is: ['yes'] },
      },
      earlier: {
        kind: 'choice',
        title: text('是否重复事项', 'Raised before'),
        required: true,
        options: {
          none: text('初次提出', 'No, for the first time'),
          pending: text('同一事项正在办理', 'The same matter is pending'),
          concluded: text('同一事项已有终结意见', 'The same matter is finally concluded'),
        },
      },
      earlierReference: {
        kind: 'text',
        title: text('原事项编号', 'Reference of the earlier matter'),
        max: 60,
        when: { field: 'earlier', is: ['pending', 'concluded'] },
      },
      note,
    },
  },
  classify: {
    title: text('甄别分类', 'Classify'),
    fields: {
      route: {
        kind: 'choice',
        title: text('办理途径', 'Route'),
        hint: text('诉求类走六条途径之一', 'Claims go one of six routes'),
        required: true,
        options: ROUTES,
      },
      routeReason: { ...reason, title: text('分类理由', 'Why this route') },
      category: {
        kind: 'choice',
        title: text('更正内容分类', 'Correct the kind'),
        hint: text('不改就空着', 'Leave empty to keep it'),
        options: PETITION_CATEGORIES,
        sets: 'category',
      },
      level: { kind: 'level', title: text('等级', 'Level'), sets: 'level' },
    },
  },
  accept: {
    title: text('受理', 'Accept'),
    fields: {
      acceptNo: { kind: 'text', title: text('受理告知书编号', 'Number of the notice'), max: 60 },
      note,
    },
  },
  tell: { title: text('书面告知受理情况', 'Tell in writing'), fields: { toldOn, toldHow: noticeGiven, words } },
  noNotice: noNoticeForm,
  otherRoute: {
    title: text('告知法定途径', 'Tell the legal route'),
    fields: {
      ...notice,
      organ: { kind: 'text', title: text('向哪个机关提出', 'Organ to turn to'), required: true, max: 80, public: true },
      legalBasis: { kind: 'text', title: text('依据', 'Basis'), required: true, max: 200, public: true },
    },
  },
  notAgain: {
    title: text('不再受理', 'Not accepted again'),
    fields: {
      ground: {
        kind: 'choice',
        title: text('属于哪种情形', 'Ground'),
        required: true,
        options: {
          pending: text('同一事项正在办理', 'The same matter is pending'),
          rechecked: text('已有复核意见', 'A re-review has decided it'),
          lapsed: text('逾期没有申请复查、复核', 'No review was asked for in time'),
        },
      },
      earlierReference: {
        kind: 'text',
        title: text('原事项编号', 'Reference of the earlier matter'),
        required: true,
        max: 60,
      },
      reason: { ...reason, public: true },
      toldOn,
      toldHow: noticeHow,
      unclearWhy,
    },
  },
  forward: {
    title: text('转送', 'Forward'),
    fields: {
      unit: { ...unit, title: text('转送到', 'Forwarded to') },
      forwardNo: { kind: 'text', title: text('转送函编号', 'Number of the letter'), max: 60 },
      note,
    },
  },
  assign: {
    title: text('交办', 'Assign'),
    fields: {
      unit: { ...unit, title: text('交办到', 'Assigned to') },
      demand: { kind: 'longText', title: text('办理要求', 'What is asked'), required: true, min: 2, max: 1000 },
      reportBy: {
        kind: 'date',
        title: text('办理结果何时报送', 'Result reported by'),
        boundless: text('期限长短由交办单位定', 'The sender sets how long'),
        required: true,
        notBefore: 'today',
      },
      dispatchNo: { kind: 'text', title: text('交办函编号', 'Number of the letter'), max: 60 },
    },
  },
  signFor: { title: text('签收', 'Sign for it'), fields: { note } },
  object: {
    title: text('提出异议', 'Object'),
    fields: {
      returnReason: { ...reason, title: text('不属本单位职责的理由', 'Why it is not our remit') },
      suggestedUnit: { kind: 'unit', title: text('建议转给', 'Suggested unit') },
      materials,
    },
  },
  agreeReturn: {
    title: text('同意退回', 'Agree to the return'),
    fields: { returnedPapers: { ...note, title: text('收回的材料', 'Papers taken back'), required: true } },
  },
  keepOrder: {
    title: text('不同意退回', 'Refuse the return'),
    fields: { decision: { ...reason, title: text('由该单位办理的理由', 'Why it stays with the unit') } },
  },
  transferOut: {
    title: text('转有权机关', 'Pass to another organ'),
    fields: {
      organ: { kind: 'text', title: text('机关名称', 'Organ'), required: true, max: 80, public: true },
      transferNo: { kind: 'text', title: text('转送函编号', 'Number of the letter'), max: 60 },
      materials,
    },
  },
  receipt: {
    title: text('登记对方签收', 'Record the receipt'),
    fields: {
      receiptNo: { kind: 'text', title: text('回执编号', 'Receipt number'), required: true, max: 60 },
      receiptOn: {
        kind: 'date',
        title: text('对方签收日期', 'Received by it on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      materials,
    },
  },
  takeBack: {
    title: text('对方不收，收回', 'Take back'),
    fields: { refusedReason: { ...reason, title: text('对方不收的理由', 'Why it was refused') } },
  },
  withdraw: {
    title: text('撤回', 'Withdraw'),
    fields: { withdrawReason: { ...reason, title: text('为什么撤回', 'Why'), min: 1, public: true } },
  },
  urgent: {
    title: text('紧急报告', 'Report at once'),
    fields: {
      reportedTo: { kind: 'text', title: text('报告给', 'Reported to'), required: true, max: 80 },
      reportedAt: {
        kind: 'dateTime',
        title: text('报告时间', 'Reported at'),
        required: true,
        notAfter: 'today',
        boundless: text('可能先报告、后登记', 'It may be reported before it is registered'),
      },
      urgency: { ...reason, title: text('紧急、重大在哪里', 'What is urgent or major') },
    },
  },
  recuse: {
    title: text('声明回避', 'Declare an interest'),
    fields: { interest: { ...reason, title: text('与本事项的利害关系', 'Interest in the matter') } },
  },
} as const satisfies Record<string, Form>
