import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { Fields, Form } from '../../../domain/procedure/form.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'
import { longBefore } from '../../shared/v1/boundless.ts'

/** Letters from outside that ask for a written reply: 司法建议, 检察建议, 监督意见. They are answered, and never scored. */

export const INBOUND = ['judicialAdvice', 'procuratorialSuggestion', 'supervisionLetter'] as const

export const INBOUND_SOURCES = {
  procuratorialSuggestion: text('检察建议', 'Procuratorial suggestion'),
  supervisionLetter: text('监督意见', 'Supervision letter'),
} as const

const advice: Source = {
  article: text(
    '《最高人民法院关于综合治理类司法建议工作若干问题的规定》第八条',
    'SPC rules on judicial advice (2023), art. 8',
  ),
  mark: 'found',
}

const whenInbound = { field: 'category', is: INBOUND } as const

/** What the letter says, asked only where the problem came by letter. */
export const letterFields = {
  sender: { kind: 'text', title: text('来函机关', 'Sent by'), required: true, min: 2, max: 80, when: whenInbound },
  letterNo: { kind: 'text', title: text('来函文号', 'Number of the letter'), max: 60, when: whenInbound },
  letterOn: {
    kind: 'date',
    title: text('收函日期', 'Letter received on'),
    required: true,
    notAfter: 'today',
    boundless: longBefore,
    when: whenInbound,
  },
  replyBy: {
    kind: 'date',
    title: text('最迟哪天书面回复', 'Reply in writing by'),
    hint: text('按来函写的日期，一般不超过两个月', 'As the letter says; usually within two months'),
    required: true,
    notBefore: { field: 'letterOn' },
    boundless: text('由来函机关定', 'The sender sets it'),
    when: whenInbound,
  },
} as const satisfies Fields

export const replyForm = {
  title: text('书面回复', 'Reply in writing'),
  fields: {
    repliedOn: {
      kind: 'date',
      means: 'doneAt',
      title: text('回复日期', 'Replied on'),
      required: true,
      notBefore: { field: 'letterOn' },
      notAfter: 'today',
    },
    replyNo: { kind: 'text', title: text('复函文号', 'Number of the reply'), max: 60 },
    reply: {
      kind: 'longText',
      title: text('逐条回复', 'Answer point by point'),
      required: true,
      min: 2,
      max: 5000,
    },
    materials: { kind: 'files', title: text('复函', 'The reply'), max: 9 },
  },
} as const satisfies Form

/** The reply that the letter asks for, however the rectification itself goes on. */
export const replyDeadline = {
  code: 'ADV-01',
  title: text('书面回复来函机关', 'Reply to the sender'),
  length: { dayIn: 'replyBy' },
  unit: 'calendarDay',
  from: 'letterOn',
  roll: 'none',
  when: whenInbound,
  warn: [{ share: 0.5 }, { before: { length: 5, unit: 'workingDay' } }],
  escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') }],
  source: advice,
} as const satisfies DeadlineRule

export const replyStep = {
  title: text('书面回复', 'Reply in writing'),
  from: 'open',
  by: ['handler', 'clerk', 'leader'],
  form: 'reply',
  guards: [{ the: 'letterOn', recorded: true }],
  aside: true,
  meets: ['reply'],
  issues: ['replyLetter'],
  alone: text(
    '回复是写给来函机关的，改没改到位由别人验收',
    'The reply goes to the sender; others check the work itself',
  ),
  source: advice,
  tells: text('来函机关', 'The sender of the letter'),
  told: text('书面回复了来函机关', 'replied to the sender in writing'),
} as const satisfies Step

export const replyDocument = { title: text('复函', 'Letter of reply'), source: advice }
