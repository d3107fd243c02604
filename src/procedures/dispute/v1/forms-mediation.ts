import type { Field, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, note, reason, toldHow } from '../../shared/v1/common-fields.ts'
import { party, remediesTold } from './forms-consent.ts'
import { partyRows } from './party-rows.ts'

const told = { ...toldHow, title: text('告知方式', 'How told') } as const

const agreedFields = {
  agreedOn: {
    kind: 'date',
    title: text('达成日期', 'Agreed on'),
    required: true,
    notBefore: { field: 'consentedOn' },
    notAfter: 'today',
  },
  agreement: { kind: 'longText', title: text('协议内容', 'What was agreed'), required: true, min: 2, max: 5000 },
  agreementAmount: { kind: 'money', title: text('协议金额', 'Amount'), min: 0 },
  performBy: {
    kind: 'date',
    notBefore: { field: 'agreedOn' },
    boundless: text('由各方当事人约定', 'The parties agree on it'),
    title: text('履行期限', 'To be performed by'),
    hint: text('当场履行的填当天', 'Today when performed on the spot'),
    required: true,
  },
} as const satisfies Record<string, Field>

/** From the choice of a mediator to the end of mediation. */
export const mediationForms = {
  mediator: {
    title: text('选定调解员', 'Choose the mediator'),
    fields: {
      owner: { kind: 'post', title: text('调解员', 'Mediator'), required: true, roles: ['mediator'], sets: 'owner' },
      chosenBy: {
        kind: 'choice',
        title: text('选定方式', 'Chosen by'),
        required: true,
        options: {
          parties: text('当事人选择', 'The parties'),
          accepted: text('指定，当事人接受', 'Appointed and accepted'),
        },
      },
      recusal: {
        kind: 'choice',
        title: text('回避', 'Recusal'),
        hint: text('有人要求回避的，先换人再选定', 'Whoever is objected to is replaced first'),
        required: true,
        options: {
          none: text('问过各方，没有人要求回避', 'Asked; nobody objects'),
          replaced: text('有人要求回避，已换人', 'Objected to; another was chosen'),
        },
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
    title: text('记录调解', 'Record a session'),
    fields: {
      sessionAt: {
        kind: 'dateTime',
        title: text('调解时间', 'When'),
        required: true,
        notBefore: { field: 'consentedOn' },
        notAfter: 'today',
      },
      sessionPlace: { kind: 'text', title: text('调解地点', 'Where'), required: true, max: 120 },
      record: { kind: 'longText', title: text('调解记录', 'Record'), required: true, min: 2, max: 5000 },
      nextOn: {
        kind: 'date',
        title: text('下次调解日期', 'Next session'),
        notBefore: 'today',
        boundless: text('由各方当事人约定', 'The parties agree on it'),
      },
      materials,
    },
  },
  agreement: {
    title: text('达成书面协议', 'Written agreement'),
    fields: {
      agreementNo: { kind: 'text', title: text('协议编号', 'Agreement number'), required: true, max: 60 },
      ...agreedFields,
      signatures: {
        kind: 'items',
        title: text('各方签署', 'Signed by'),
        hint: text('每一方一行，缺一方协议不生效', 'A row for each party; without one of them it is not in force'),
        required: true,
        min: 2,
        max: 30,
        fields: {
          position: partyRows('party', text('各方', 'Sides')).fields.position,
          signedBy: {
            kind: 'choice',
            title: text('签署方式', 'How'),
            required: true,
            options: {
              signature: text('签名', 'Signature'),
              seal: text('盖章', 'Seal'),
              fingerprint: text('按指印', 'Fingerprint'),
            },
          },
        },
      },
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
  oralAgreement: { title: text('达成口头协议', 'Oral agreement'), fields: agreedFields },
  failed: {
    title: text('未达成协议', 'No agreement'),
    fields: {
      failedReason: { ...reason, title: text('未达成协议的原因', 'Why') },
      rounds: { kind: 'number', title: text('调解次数', 'Sessions held'), required: true, min: 0, max: 100 },
    },
  },
  partyStops: { title: text('一方要求终止', 'A party stops'), fields: { party, note } },
  askMoreTime: {
    title: text('征求各方延长', 'Ask for more time'),
    fields: {
      askedDays: { kind: 'number', title: text('拟延长天数', 'Days asked for'), required: true, min: 1, max: 30 },
      extensionReason: { ...reason, title: text('延长理由', 'Why') },
      timeParties: partyRows('timeParty', text('逐方征求', 'Each party')),
    },
  },
  partyAgreesToTime: {
    title: text('一方同意延长', 'A party agrees to more time'),
    fields: {
      timeParty: { ...party, of: 'timeParty' },
      agreedToTimeOn: {
        kind: 'date',
        title: text('同意日期', 'Agreed on'),
        required: true,
        notBefore: { field: 'consentedOn' },
        notAfter: 'today',
      },
    },
  },
  partyRefusesTime: {
    title: text('一方不同意延长', 'A party refuses more time'),
    fields: { timeParty: { ...party, of: 'timeParty' }, note },
  },
  remedies: {
    title: text('告知救济途径', 'Tell the remedies'),
    fields: { remedies: remediesTold, toldHow: told, note },
  },
  escalate: {
    title: text('提请上级调解', 'Refer to the next tier'),
    fields: {
      escalateReason: {
        ...reason,
        title: text('提请理由', 'Why'),
        hint: text(
          '两次以上未达成协议、群体性、超期或可能激化',
          'Two failed rounds, a group, overdue, or likely to worsen',
        ),
      },
      remedies: remediesTold,
      toldHow: told,
    },
  },
  police: {
    title: text('报告公安机关', 'Tell the police'),
    fields: {
      policeTold: { kind: 'text', title: text('报告机关', 'Which office'), required: true, max: 80 },
      toldAt: {
        kind: 'dateTime',
        title: text('报告时间', 'When'),
        required: true,
        notBefore: { field: 'foundOn' },
        notAfter: 'today',
      },
      reason,
    },
  },
} as const satisfies Record<string, Form>
