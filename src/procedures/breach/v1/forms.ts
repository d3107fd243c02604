import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { longBefore } from '../../shared/v1/boundless.ts'
import { reason } from '../../shared/v1/common-fields.ts'
import { reviewForm } from '../../shared/v1/common-steps.ts'
import { importedForms } from '../../shared/v1/imported.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'

export const KINDS = {
  leaked: text('泄露', 'Leaked'),
  altered: text('篡改', 'Altered'),
  lost: text('丢失', 'Lost'),
} as const

const noPersons = text('只写种类和数量，不写任何人的信息', 'Kinds and numbers only; nothing about anybody')
const day = { kind: 'date', required: true, notBefore: 'opening', notAfter: 'today' } as const

const opening = {
  title: text('登记个人信息安全事件', 'Record a breach'),
  fields: {
    title: {
      kind: 'text',
      title: text('标题', 'Title'),
      hint: text('什么系统、什么情况，不写姓名', 'Which system, what happened; no names'),
      required: true,
      min: 2,
      max: 60,
      sets: 'title',
    },
    category: {
      kind: 'choice',
      title: text('什么情况', 'What happened'),
      required: true,
      options: KINDS,
      sets: 'category',
    },
    certain: {
      kind: 'choice',
      title: text('是不是已经发生', 'Whether it has happened'),
      required: true,
      options: {
        happened: text('已经发生', 'It has'),
        possible: text('可能发生', 'It may have'),
      },
    },
    foundOn: {
      kind: 'date',
      title: text('发现日期', 'Found on'),
      required: true,
      notAfter: 'today',
      boundless: longBefore,
    },
    what: {
      kind: 'longText',
      title: text('发现了什么', 'What was found'),
      hint: noPersons,
      required: true,
      min: 2,
      max: 2000,
    },
  },
} as const satisfies Form

/** What a notice must say: kinds, cause, harm that may follow, measures taken and those a person can take, whom to call (art. 57). */
const notice = {
  noticeKinds: {
    kind: 'longText',
    title: text('涉及的信息种类', 'Kinds of data'),
    required: true,
    max: 500,
    known: 'dataKinds',
  },
  noticeCause: { kind: 'longText', title: text('原因', 'Cause'), required: true, max: 1000, known: 'cause' },
  noticeHarm: {
    kind: 'longText',
    title: text('可能造成的危害', 'Harm that may follow'),
    required: true,
    max: 1000,
    known: 'harm',
  },
  noticeMeasures: { kind: 'longText', title: text('已经采取的补救措施', 'What was done'), required: true, max: 1000 },
  noticeContact: {
    kind: 'text',
    title: text('联系哪个部门', 'Which office to ask'),
    hint: text('写部门和公开的值班号码', 'The office and its public number'),
    required: true,
    max: 120,
  },
} as const satisfies Form['fields']

export const breachForms = {
  opening,
  contained: {
    title: text('止损', 'Contain'),
    fields: {
      containment: {
        kind: 'longText',
        title: text('立即做了什么', 'What was done at once'),
        hint: text('停用、隔离、改密码、收回', 'Switched off, cut off, passwords changed, taken back'),
        required: true,
        min: 2,
        max: 2000,
      },
    },
  },
  assessment: {
    title: text('研判', 'Assess'),
    fields: {
      dataKinds: {
        kind: 'longText',
        title: text('涉及哪些种类的信息', 'Which kinds of data'),
        hint: noPersons,
        required: true,
        max: 500,
      },
      sensitive: {
        kind: 'choice',
        title: text('有没有敏感信息', 'Sensitive data'),
        required: true,
        options: { yes: text('有', 'Yes'), no: text('没有', 'No') },
      },
      howMany: {
        kind: 'number',
        title: text('涉及多少人（估计）', 'How many people, about'),
        required: true,
        min: 0,
        max: 100_000_000,
      },
      cause: { kind: 'longText', title: text('事件原因', 'How it came about'), required: true, min: 2, max: 1000 },
      harm: { kind: 'longText', title: text('可能的危害', 'What harm may follow'), required: true, min: 2, max: 1000 },
      avertable: {
        kind: 'choice',
        title: text('措施能不能有效避免危害', 'Whether the harm is averted'),
        required: true,
        options: { yes: text('能', 'Yes'), no: text('不能', 'No') },
      },
    },
  },
  toAuthority: {
    title: text('通知主管部门', 'Tell the authority'),
    fields: {
      ...notice,
      authority: { kind: 'text', title: text('通知了哪个部门', 'Which authority'), required: true, max: 80 },
      authorityOn: { ...day, title: text('通知主管部门日期', 'Authority told on') },
    },
  },
  toPersons: {
    title: text('通知个人', 'Tell the persons'),
    fields: {
      ...notice,
      noticeAdvice: {
        kind: 'longText',
        title: text('个人可以怎么减轻危害', 'What a person can do'),
        required: true,
        max: 1000,
      },
      personsHow: {
        kind: 'choice',
        title: text('怎么通知的', 'How they were told'),
        required: true,
        options: {
          each: text('逐个通知', 'Each of them'),
          published: text('没法逐个通知，公告', 'By public notice, where each could not be reached'),
        },
      },
      personsOn: { ...day, title: text('通知个人日期', 'Persons told on') },
    },
  },
  notTold: {
    title: text('不通知个人', 'Persons are not told'),
    fields: {
      notToldReason: { ...reason, title: text('为什么危害已经有效避免', 'Why the harm is averted') },
    },
  },
  mended: {
    title: text('补救', 'Mend'),
    fields: {
      mending: {
        kind: 'longText',
        title: text('补救措施和效果', 'What was mended, and whether it holds'),
        required: true,
        min: 2,
        max: 2000,
      },
    },
  },
  notMended: { title: text('退回再补救', 'Return'), fields: { reason } },
  review: reviewForm,
  rectify: {
    title: text('交办整改', 'Order a rectification'),
    fields: {
      rectifyTitle: {
        kind: 'text',
        title: text('整改什么', 'What is to be put right'),
        required: true,
        min: 2,
        max: 80,
      },
      rectifyMeasure: { kind: 'longText', title: text('整改措施', 'What is asked'), required: true, min: 2, max: 2000 },
      rectifyUnit: { kind: 'unit', title: text('交给哪个单位', 'Given to'), required: true, known: 'unit' },
      rectifyBy: {
        kind: 'date',
        title: text('最迟哪天改好', 'By which day'),
        required: true,
        notBefore: 'today',
        boundless: text('时限由交办的一方定', 'Whoever orders it sets how long'),
      },
    },
  },
  closing: { title: text('结案', 'Close'), fields: { lesson: { ...reason, title: text('结论', 'Conclusion') } } },
  falseAlarm: { title: text('查明没有发生', 'It did not happen'), fields: { reason } },
  ...recusalForms,
  ...importedForms(opening),
} as const satisfies Record<string, Form>
