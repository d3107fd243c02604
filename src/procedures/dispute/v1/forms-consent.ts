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
import { partyRows } from './party-rows.ts'

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

const told = { ...toldHow, title: text('告知方式', 'How told') } as const
export const remediesTold = { ...remedies, title: text('已告知的救济途径', 'Remedies told') } as const

/** The party that a step is about; which party that is, its row says. */
export const party = {
  kind: 'holder',
  title: text('哪一方', 'Which party'),
  of: 'party',
  required: true,
} as const satisfies Field

/** From registration to the day on which every party has said yes. */
export const consentForms = {
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
        boundless: text('以前发现的也要登记', 'What was found long ago is recorded as well'),
        title: text('排查或受理日期', 'Found or applied on'),
        hint: text('不填就是登记当天；期限从这天起算', 'The day of registering when empty; limits count from it'),
      },
      source: {
        kind: 'choice',
        title: text('来源', 'Source'),
        options: {
          applied: text('当事人申请', 'Applied for'),
          offered: text('主动调解', 'Offered'),
          transferred: text('移交', 'Transferred'),
          petition: text('访调对接', 'From a petition'),
          court: text('法院委派、委托', 'From a court'),
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
    title: text('征求各方意愿', 'Ask for consent'),
    fields: {
      body: {
        kind: 'choice',
        title: text('调解类别', 'Kind of mediation'),
        required: true,
        options: {
          people: text('人民调解', "People's mediation"),
          administrative: text('行政调解', 'Administrative mediation'),
          delegated: text('法院委派调解（立案前）', 'Delegated by a court before filing'),
          entrusted: text('法院委托调解（普通程序）', 'Entrusted by a court, ordinary procedure'),
          entrustedSimple: text('法院委托调解（简易程序）', 'Entrusted by a court, simple procedure'),
        },
      },
      parties: partyRows('party', text('征求哪些方', 'Sides that are asked')),
      ...partyFields,
      askedHow: { ...toldHow, title: text('征求方式', 'How asked') },
      note,
    },
  },
  partyConsent: {
    title: text('记录一方同意', 'Record that a party consents'),
    fields: {
      party,
      consentedOn: {
        kind: 'date',
        title: text('同意日期', 'Consented on'),
        required: true,
        notBefore: { field: 'foundOn' },
        notAfter: 'today',
      },
      materials: { ...materials, title: text('调解申请书或同意书', 'Application or consent form') },
    },
  },
  partyRefusal: {
    title: text('记录一方不同意调解', 'Record that a party refuses'),
    fields: { party, remedies: remediesTold, toldHow: told, note },
  },
  notCompetent: {
    title: text('不属本单位调解范围', 'Not ours to mediate'),
    fields: {
      organ: { kind: 'text', title: text('有权机关', 'Competent organ'), required: true, max: 80 },
      reason,
    },
  },
  transfer: {
    title: text('移送有权机关', 'Transfer'),
    fields: {
      sentOn: {
        kind: 'date',
        title: text('移送日期', 'Sent on'),
        required: true,
        notBefore: { field: 'foundOn' },
        notAfter: 'today',
      },
      toldHow: told,
    },
  },
  receipt: {
    title: text('登记回执', 'Record the receipt'),
    fields: { receiptNo: { kind: 'text', title: text('对方回执编号', 'Receipt number'), required: true, max: 60 } },
  },
  withdraw: {
    title: text('当事人撤回', 'Withdraw'),
    fields: { withdrawReason: { ...reason, title: text('撤回理由、解决情况', 'How and why') } },
  },
} as const satisfies Record<string, Form>
