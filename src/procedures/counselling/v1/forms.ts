import type { Field, Form, Personal } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { reason, toldHow } from '../../shared/v1/common-fields.ts'
import { importedForms } from '../../shared/v1/imported.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'

/** Kept only as long as somebody may still have to be called: a year after it ended. */
const contact: Personal = {
  purpose: text('服务单位和本人约时间', 'So that the service can arrange a time'),
  retention: { length: 1, unit: 'year' },
}

const person = {
  contactName: {
    kind: 'text',
    title: text('怎么称呼', 'How to address them'),
    hint: text('本人愿意用的称呼就行，不必是真名', 'Any name they wish; it need not be their own'),
    max: 30,
    personal: contact,
  },
  contactPhone: { kind: 'text', title: text('电话', 'Phone'), max: 20, personal: contact },
} as const satisfies Record<string, Field>

const title = {
  kind: 'text',
  title: text('标题', 'Title'),
  hint: text('只写“心理疏导转介”，不写姓名，不写缘由', 'Only "referral": no name and no reason'),
  required: true,
  min: 2,
  max: 20,
  sets: 'title',
} as const satisfies Field

const referral: Form = {
  title: text('登记转介', 'Record a referral'),
  fields: {
    title,
    raisedBy: {
      kind: 'choice',
      title: text('谁提出', 'Whose wish'),
      required: true,
      options: {
        self: text('本人提出', 'Their own'),
        offered: text('工作人员提议，要征得本人同意', 'Offered by the office, if they agree'),
      },
    },
  },
}

/** No question here asks why, what somebody suffers from, or what was said: nothing is asked that is not needed. */
export const counsellingForms = {
  referral,
  consent: {
    title: text('记录本人同意', 'Record the consent'),
    fields: {
      consent: {
        kind: 'choice',
        title: text('本人的意思', 'Their wish'),
        required: true,
        options: { yes: text('同意转介', 'Agrees to the referral') },
      },
      consentVersion: {
        kind: 'text',
        title: text('告知书版本', 'Version of the consent text'),
        hint: text('写本人看过的那一版，例如“2025年第1版”', 'The version they read'),
        required: true,
        min: 2,
        max: 30,
      },
      consentHow: {
        kind: 'choice',
        title: text('怎么表示同意', 'How it was given'),
        required: true,
        options: {
          signed: text('签字', 'Signed'),
          oral: text('口头，有第二名工作人员在场', 'Orally, before a second official'),
          guardian: text('未成年人，监护人签字', 'For a minor, signed by the guardian'),
        },
      },
      consentedOn: {
        kind: 'date',
        title: text('同意日期', 'Consented on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      ...person,
    },
  },
  handover: {
    title: text('转给服务单位', 'Hand over to the service'),
    fields: {
      unit: { kind: 'unit', title: text('服务单位', 'Service'), required: true, sets: 'unit', known: false },
    },
  },
  turnedDown: { title: text('接不了，退回', 'Cannot take it'), fields: { reason: { ...reason, max: 200 } } },
  correction: {
    title: text('更正标题', 'Put the title right'),
    fields: { title, correctionReason: { ...reason, title: text('更正理由', 'Why it is put right'), max: 200 } },
  },
  toldRefusal: {
    title: text('记录不同意', 'Record a refusal'),
    fields: { toldHow: { ...toldHow, title: text('告知方式', 'How told') } },
  },
  feedback: {
    title: text('反馈', 'Feed back'),
    fields: {
      heldTimes: { kind: 'number', title: text('共做了几次', 'How often in all'), required: true, min: 0, max: 100 },
    },
  },
  recuse: recusalForms.recuse,
  liftRecusal: recusalForms.liftRecusal,
  ...importedForms(referral),
} as const satisfies Record<string, Form>
