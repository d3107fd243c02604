import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { Fields, Form } from '../../../domain/procedure/form.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'
import { longBefore } from '../../shared/v1/boundless.ts'
import { orderingSide } from '../../shared/v1/takers.ts'

/** 督查结论: whoever it is about may ask for it to be re-examined, by others than those who wrote it. */

const article17: Source = {
  article: text('《政府督查工作条例》（2020）第十七条', 'Government Oversight Regulations (2020), art. 17'),
  mark: 'found',
}
const whenOversight = { field: 'category', is: ['oversight'] } as const

export const conclusionFields = {
  conclusionOn: {
    kind: 'date',
    title: text('收到督查结论日期', 'The conclusion was received on'),
    hint: text('30日内可以申请复核；不填就是今天', 'Thirty days to ask for re-examination; today when empty'),
    notAfter: 'today',
    boundless: longBefore,
    when: whenOversight,
  },
} as const satisfies Fields

export const oversightForms = {
  oversightObjection: {
    title: text('申请复核督查结论', 'Ask for re-examination'),
    fields: {
      objectedOn: {
        kind: 'date',
        title: text('申请日期', 'Asked on'),
        required: true,
        notBefore: { field: 'conclusionOn' },
        notAfter: 'today',
        means: 'doneAt',
      },
      objection: {
        kind: 'longText',
        title: text('异议和理由', 'What is objected, and why'),
        required: true,
        max: 3000,
      },
    },
  },
  reexamination: {
    title: text('复核决定', 'Decide on re-examination'),
    fields: {
      reexamined: {
        kind: 'choice',
        title: text('复核决定', 'Decision'),
        required: true,
        options: {
          upheld: text('维持', 'Upheld'),
          changed: text('变更', 'Changed'),
          revoked: text('撤销', 'Revoked'),
          late: text('逾期，不复核', 'Out of time'),
        },
      },
      othersDecided: {
        kind: 'choice',
        title: text('回避', 'Who took no part'),
        required: true,
        options: { yes: text('参与作出结论的人员都没有参加', 'Nobody who wrote the conclusion took part') },
      },
      reexaminedWhy: { kind: 'longText', title: text('理由', 'Reasons'), required: true, max: 2000 },
    },
  },
} as const satisfies Record<string, Form>

export const oversightDeadlines = {
  askReexamination: {
    code: 'SUP-01',
    title: text('可以申请复核', 'May ask for re-examination'),
    length: 30,
    unit: 'calendarDay',
    from: 'conclusionOn',
    roll: 'next',
    when: whenOversight,
    warn: [],
    onExpiry: { takes: 'lapseReexamination' },
    source: article17,
  },
  reexamine: {
    code: 'SUP-02',
    title: text('作出复核决定', 'Decide on re-examination'),
    length: 30,
    unit: 'calendarDay',
    from: 'objectedOn',
    roll: 'previous',
    warn: [{ share: 0.5 }, { before: { length: 5, unit: 'workingDay' } }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') }],
    source: article17,
  },
} as const satisfies Record<string, DeadlineRule>

export const oversightSteps = {
  objectToConclusion: {
    title: text('申请复核督查结论', 'Ask for re-examination'),
    from: 'open',
    by: ['handler', 'clerk', 'leader'].map((role) => ({ role: role as 'handler', is: 'responsible' })),
    form: 'oversightObjection',
    guards: [
      { the: 'category', is: ['oversight'] },
      { the: { rounds: 'objectToConclusion' }, atMost: 0 },
    ],
    aside: true,
    meets: ['askReexamination'],
    starts: ['reexamine'],
    raises: ['ordering'],
    source: article17,
    told: text('对督查结论有异议，申请复核', 'asked for the conclusion to be re-examined'),
  },
  lapseReexamination: {
    title: text('复核申请期满', 'Time to ask is over'),
    from: 'open',
    by: ['system'],
    aside: true,
    source: article17,
    told: text('期限内没有申请复核', 'no re-examination was asked for in time'),
  },
  reexamine: {
    title: text('作出复核决定', 'Decide on it'),
    from: 'open',
    by: orderingSide('leader'),
    form: 'reexamination',
    guards: [{ the: { rounds: 'objectToConclusion' }, atLeast: 1 }, 'notRegisteredBy'],
    aside: true,
    meets: ['reexamine'],
    issues: ['reexamination'],
    source: article17,
    tells: text('督查对象', 'Whom the conclusion is about'),
    told: text('作出了复核决定', 'decided on the re-examination'),
  },
} as const satisfies Record<string, Step>

export const reexaminationDocument = { title: text('复核决定书', 'Decision on re-examination'), source: article17 }
