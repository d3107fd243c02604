import type { Field, Form, Personal } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { DISPUTE_CATEGORIES } from '../../shared/v1/categories.ts'
import {
  description,
  materials,
  note,
  openingUnit,
  photos,
  place,
  placeUnit,
  reason,
  remedies,
  title,
  toldHow,
} from '../../shared/v1/common-fields.ts'
import {
  commonForms,
  extensionForm,
  refusalForm,
  reviewForm,
  sponsorForm,
  superviseForm,
} from '../../shared/v1/common-steps.ts'

/** Dispute files are kept ten years (our proposal; archive law may ask for more). */
const kept: Personal = {
  purpose: text('通知调解、签协议、回访履行', 'To call to mediation, sign the agreement and follow it up'),
  retention: { length: 10, unit: 'year' },
}

/** How the parties are called and reached. No identity numbers, kinship, health or occupation. */
const partyFields = {
  partyA: {
    kind: 'text',
    title: text('甲方', 'Party A'),
    hint: text('称呼或单位名称', 'Name or organisation'),
    max: 60,
    personal: kept,
  },
  partyAPhone: { kind: 'text', title: text('甲方电话', 'Phone of party A'), max: 20, personal: kept },
  partyB: {
    kind: 'text',
    title: text('乙方', 'Party B'),
    hint: text('称呼或单位名称', 'Name or organisation'),
    max: 60,
    personal: kept,
  },
  partyBPhone: { kind: 'text', title: text('乙方电话', 'Phone of party B'), max: 20, personal: kept },
  otherParties: { kind: 'longText', title: text('其他当事人', 'Other parties'), max: 500, personal: kept },
} as const satisfies Record<string, Field>

const agreedFields = {
  agreedOn: {
    kind: 'date',
    title: text('达成日期', 'Agreed on'),
    required: true,
    notBefore: { field: 'foundOn' },
    notAfter: 'today',
  },
  agreement: { kind: 'longText', title: text('协议内容', 'What was agreed'), required: true, min: 2, max: 5000 },
  agreementAmount: { kind: 'money', title: text('协议金额', 'Amount'), min: 0 },
  performBy: {
    kind: 'date',
    notBefore: { field: 'agreedOn' },
    title: text('履行到哪天', 'To be performed by'),
    hint: text('当场履行的填当天', 'Today when performed on the spot'),
    required: true,
  },
} as const satisfies Record<string, Field>

export const disputeForms = {
  ...commonForms,
  sponsor: sponsorForm,
  extension: extensionForm,
  refusal: refusalForm,
  supervise: superviseForm,
  review: reviewForm,
  dispute: {
    title: text('登记纠纷', 'Register a dispute'),
    fields: {
      title,
      category: {
        kind: 'choice',
        title: text('纠纷类型', 'Kind of dispute'),
        required: true,
        options: DISPUTE_CATEGORIES,
        sets: 'category',
      },
      description: { ...description, title: text('简要情况', 'Facts in short') },
      claims: { kind: 'longText', title: text('诉求', 'Claims'), max: 2000 },
      difficulty: {
        kind: 'choice',
        title: text('化解难度', 'Difficulty'),
        required: true,
        options: {
          simple: text('简单', 'Simple'),
          ordinary: text('一般', 'Ordinary'),
          complex: text('复杂', 'Complex'),
        },
      },
      level: { kind: 'level', title: text('激化风险', 'Risk of escalation'), sets: 'level' },
      place,
      placeUnit,
      foundOn: {
        kind: 'date',
        notAfter: 'today',
        title: text('排查或受理日期', 'Found or applied on'),
        hint: text('不填就是登记当天', 'The day of registering when empty'),
      },
      source: {
        kind: 'choice',
        title: text('来源', 'Source'),
        options: {
          applied: text('当事人申请', 'Applied for'),
          offered: text('主动调解', 'Offered'),
          transferred: text('移交', 'Transferred'),
          petition: text('访调对接', 'From a petition'),
          court: text('法院委派', 'Delegated by a court'),
          escalated: text('下级上交', 'Escalated from below'),
        },
      },
      petitionNo: {
        kind: 'text',
        title: text('信访登记号', 'Petition number'),
        required: true,
        max: 40,
        when: { field: 'source', is: ['petition'] },
      },
      peopleCount: { kind: 'number', title: text('涉及人数', 'People involved'), min: 2, max: 100000 },
      enterpriseRelated: {
        kind: 'choice',
        title: text('是否涉企', 'Involves an enterprise'),
        options: { yes: text('涉企', 'Yes'), no: text('不涉企', 'No') },
      },
      ...partyFields,
      photos,
      unit: { ...openingUnit, title: text('调解单位', 'Mediating unit') },
    },
  },
  askConsent: {
    title: text('征求意愿', 'Ask for consent'),
    fields: {
      ...partyFields,
      askedHow: { ...toldHow, title: text('怎么问的', 'How asked') },
      note,
    },
  },
  consent: {
    title: text('各方同意调解', 'All parties consent'),
    fields: {
      consent: {
        kind: 'choice',
        title: text('各方都同意调解', 'Every party consents'),
        hint: text('有一方不同意，选“有人不同意”那一步', 'If one refuses, take the other step'),
        required: true,
        options: { yes: text('都同意', 'All agree') },
      },
      consentedOn: {
        kind: 'date',
        title: text('哪天同意', 'Consented on'),
        required: true,
        notBefore: { field: 'foundOn' },
        notAfter: 'today',
      },
      materials: { ...materials, title: text('调解申请或同意书', 'Application or consent form') },
    },
  },
  unwilling: {
    title: text('有人不同意调解', 'A party does not consent'),
    fields: { remedies, toldHow, note },
  },
  transfer: {
    title: text('转有权机关', 'Transfer'),
    fields: {
      organ: { kind: 'text', title: text('转给谁', 'To whom'), required: true, max: 80 },
      reason,
      receiptNo: { kind: 'text', title: text('对方回执编号', 'Receipt number'), required: true, max: 60 },
      toldHow,
    },
  },
  mediator: {
    title: text('定调解员', 'Choose the mediator'),
    fields: {
      owner: {
        kind: 'post',
        title: text('调解员', 'Mediator'),
        required: true,
        roles: ['mediator'],
        sets: 'owner',
      },
      chosenBy: {
        kind: 'choice',
        title: text('谁选的', 'Chosen by'),
        required: true,
        options: {
          parties: text('当事人选定', 'The parties'),
          accepted: text('指派，当事人接受', 'Appointed and accepted'),
        },
      },
      recusal: {
        kind: 'choice',
        title: text('回避', 'Recusal'),
        hint: text('问过各方，没人要求回避才能定', 'Choose only when nobody asks for another'),
        required: true,
        options: { none: text('问过，没人要求回避', 'Asked; nobody objects') },
      },
      openSession: {
        kind: 'choice',
        title: text('是否公开调解', 'In public'),
        required: true,
        options: { no: text('不公开', 'No'), yes: text('各方同意公开', 'Yes, all agree') },
      },
    },
  },
  session: {
    title: text('记调解', 'Record a session'),
    fields: {
      sessionAt: {
        kind: 'dateTime',
        title: text('什么时候', 'When'),
        required: true,
        notBefore: { field: 'consentedOn' },
        notAfter: 'today',
      },
      sessionPlace: { kind: 'text', title: text('在哪里', 'Where'), required: true, max: 120 },
      record: { kind: 'longText', title: text('调解记录', 'Record'), required: true, min: 2, max: 5000 },
      nextOn: { kind: 'date', title: text('下次哪天', 'Next session'), notBefore: 'today' },
      materials,
    },
  },
  agreement: {
    title: text('书面协议', 'Written agreement'),
    fields: {
      agreementNo: { kind: 'text', title: text('协议编号', 'Agreement number'), required: true, max: 60 },
      ...agreedFields,
      effectiveOn: {
        kind: 'date',
        notBefore: { field: 'agreedOn' },
        notAfter: 'today',
        title: text('生效日期', 'Effective on'),
        hint: text('各方签名盖章或按指印，调解员签名并盖章之日', 'When all have signed and the committee has sealed'),
        required: true,
      },
      confirmable: {
        kind: 'choice',
        title: text('能否申请司法确认', 'May be confirmed by a court'),
        hint: text('确认身份、收养、婚姻关系的不能', 'Not for identity, adoption or marriage'),
        required: true,
        options: { yes: text('能', 'Yes'), no: text('不能', 'No') },
      },
      materials: { ...materials, title: text('协议书', 'Agreement'), required: true, min: 1 },
    },
  },
  oralAgreement: { title: text('口头协议', 'Oral agreement'), fields: agreedFields },
  failed: {
    title: text('调解不成', 'No agreement'),
    fields: {
      failedReason: { ...reason, title: text('为什么不成', 'Why') },
      rounds: { kind: 'number', title: text('调解了几次', 'Sessions held'), required: true, min: 0, max: 100 },
    },
  },
  stopped: {
    title: text('当事人不愿再调', 'A party stops'),
    fields: {
      consent: {
        kind: 'choice',
        title: text('调解意愿', 'Consent'),
        required: true,
        options: { no: text('有一方不愿继续', 'A party does not wish to go on') },
      },
      note,
    },
  },
  remedies: { title: text('告知途径', 'Tell the remedies'), fields: { remedies, toldHow, note } },
  escalate: {
    title: text('上交上一级', 'Escalate'),
    fields: {
      escalateReason: {
        ...reason,
        title: text('为什么上交', 'Why'),
        hint: text(
          '两次以上没调成、群体性、超期或可能激化',
          'Two failed rounds, a group, overdue, or likely to worsen',
        ),
      },
      remedies,
    },
  },
  police: {
    title: text('报告公安机关', 'Tell the police'),
    fields: {
      policeTold: { kind: 'text', title: text('报给哪个机关', 'Which office'), required: true, max: 80 },
      toldAt: {
        kind: 'dateTime',
        title: text('什么时候报的', 'When'),
        required: true,
        notBefore: { field: 'foundOn' },
        notAfter: 'today',
      },
      reason,
    },
  },
  confirmationFiled: {
    title: text('登记司法确认申请', 'Record the application'),
    fields: {
      court: { kind: 'text', title: text('哪个法院', 'Court'), required: true, max: 80 },
      filedOn: {
        kind: 'date',
        title: text('哪天共同申请', 'Filed jointly on'),
        required: true,
        notBefore: { field: 'effectiveOn' },
        notAfter: 'today',
      },
    },
  },
  confirmationResult: {
    title: text('登记司法确认结果', 'Record the ruling'),
    fields: {
      confirmation: {
        kind: 'choice',
        title: text('结果', 'Ruling'),
        required: true,
        options: { confirmed: text('裁定有效', 'Confirmed'), rejected: text('裁定驳回', 'Rejected') },
      },
      rulingNo: { kind: 'text', title: text('文书编号', 'Ruling number'), required: true, max: 60 },
    },
  },
  performed: {
    title: text('回访：已履行', 'Performed'),
    fields: {
      visitedOn: {
        kind: 'date',
        title: text('回访日期', 'Followed up on'),
        required: true,
        notBefore: { field: 'agreedOn' },
        notAfter: 'today',
      },
      performance: { kind: 'longText', title: text('履行情况', 'Performance'), required: true, max: 1000 },
      materials: { ...materials, title: text('履行凭证', 'Proof') },
    },
  },
  breached: {
    title: text('回访：没履行', 'Not performed'),
    fields: {
      visitedOn: {
        kind: 'date',
        title: text('回访日期', 'Followed up on'),
        required: true,
        notBefore: { field: 'agreedOn' },
        notAfter: 'today',
      },
      unperformed: { kind: 'longText', title: text('哪些没履行', 'What was not performed'), required: true, max: 1000 },
    },
  },
  newDate: {
    title: text('督促履行', 'Press for performance'),
    fields: {
      performBy: { kind: 'date', title: text('改到哪天', 'New day'), required: true, notBefore: 'today' },
      note,
    },
  },
  withdraw: {
    title: text('当事人撤回', 'Withdraw'),
    fields: { withdrawReason: { ...reason, title: text('怎么解决的、为什么撤回', 'How and why') } },
  },
} as const satisfies Record<string, Form>
