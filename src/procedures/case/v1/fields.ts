import type { Field, FieldOf, Personal } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { CASE_FAMILIES } from './categories.ts'

/** Our proposal; the paper file is kept by archive law. */
const kept: Personal = {
  purpose: text('通知、送达、制作裁判文书', 'To notify, to serve and to write the judgment'),
  retention: { length: 10, unit: 'year' },
}

/** How the parties are called and reached. No identity numbers, kinship, health or occupation. */
export const partyNames = {
  partyNames: {
    kind: 'longText',
    title: text('各方姓名或名称', 'Names of the parties'),
    hint: text('按席位写：原告一……；被告一……', 'By place: plaintiff 1 …; defendant 1 …'),
    max: 1000,
    personal: kept,
  },
  serviceAddresses: {
    kind: 'longText',
    title: text('送达地址和联系方式', 'Addresses for service'),
    max: 1000,
    personal: kept,
  },
} as const satisfies Record<string, Field>

/** A row for each party, known here by its place: who it is stands sealed beside. */
export const parties = {
  kind: 'items',
  title: text('当事各方', 'Sides'),
  hint: text('每一方一行：送达、答辩、上诉都按方算', 'A row each: service, answer and appeal are counted for each'),
  required: true,
  min: 1,
  max: 60,
  fills: 'party',
  fields: {
    position: {
      kind: 'choice',
      title: text('席位', 'Place'),
      required: true,
      options: {
        plaintiff1: text('原告一', 'Plaintiff 1'),
        plaintiff2: text('原告二', 'Plaintiff 2'),
        plaintiff3: text('其他原告', 'Further plaintiff'),
        defendant1: text('被告一', 'Defendant 1'),
        defendant2: text('被告二', 'Defendant 2'),
        defendant3: text('其他被告', 'Further defendant'),
        thirdParty: text('第三人', 'Third party'),
        prosecution: text('公诉机关', 'Prosecution'),
        accused1: text('被告人一', 'Accused 1'),
        accused2: text('被告人二', 'Accused 2'),
        applicant: text('申请执行方', 'Applicant'),
        debtor1: text('被执行方一', 'Debtor 1'),
        debtor2: text('被执行方二', 'Debtor 2'),
      },
    },
    addressConfirmed: { kind: 'yesNo', title: text('有地址确认书', 'Address confirmed in writing') },
    electronic: { kind: 'yesNo', title: text('同意电子送达', 'Agrees to electronic service') },
  },
} as const satisfies FieldOf<'items'>

/** The side that a step is about; which it is, its row says. */
export const party = {
  kind: 'holder',
  title: text('哪一方', 'Which side'),
  of: 'party',
  required: true,
} as const satisfies FieldOf<'holder'>

export const family = {
  kind: 'choice',
  title: text('案件类别', 'Family'),
  required: true,
  options: CASE_FAMILIES,
  sets: 'category',
} as const satisfies FieldOf<'choice'>

export const caseNumber = {
  kind: 'text',
  title: text('案号', 'Case number'),
  hint: text('如（2026）浙0399民初123号', 'Year, court, letters of its kind, number'),
  max: 40,
  check: 'caseNumber',
  sets: 'sourceNumber',
} as const satisfies FieldOf<'text'>

/** Of another court or of another case of this one. */
export const otherNumber = {
  kind: 'text',
  title: text('对应案号', 'Number of the other case'),
  max: 40,
  check: 'caseNumber',
} as const satisfies FieldOf<'text'>

export const judge = {
  kind: 'post',
  title: text('承办法官', 'Judge'),
  required: true,
  roles: ['judge'],
  sets: 'owner',
} as const satisfies FieldOf<'post'>

export const decisionKind = {
  kind: 'choice',
  title: text('文书种类', 'Kind'),
  required: true,
  options: { judgment: text('判决', 'Judgment'), ruling: text('裁定', 'Ruling') },
} as const satisfies FieldOf<'choice'>

export const pronounced = {
  kind: 'choice',
  title: text('怎样宣告', 'How pronounced'),
  required: true,
  options: {
    inCourt: text('当庭宣判', 'In court'),
    fixedDate: text('定期宣判（立即发给）', 'On a fixed day, handed over at once'),
    served: text('不宣判，送达', 'By service'),
  },
} as const satisfies FieldOf<'choice'>

/** A day on which something was done, since the papers came in. */
export const dayDone = (zh: string, en: string) =>
  ({
    kind: 'date',
    title: text(zh, en),
    required: true,
    notBefore: { field: 'materialsOn' },
    notAfter: 'today',
  }) as const satisfies FieldOf<'date'>

/** The same, and the day on which the limits that it meets ended, though it is typed later. */
export const doneOn = (zh: string, en: string) => ({ ...dayDone(zh, en), means: 'doneAt' }) as const

export const documentNo = {
  kind: 'text',
  title: text('文书编号', 'Number of the paper'),
  max: 60,
} as const satisfies FieldOf<'text'>

/** On which paper a clock stands still or gets more time. */
export const approvalNo = {
  kind: 'text',
  title: text('审批文书编号', 'Number of the approval'),
  required: true,
  max: 60,
  means: 'document',
} as const satisfies FieldOf<'text'>
