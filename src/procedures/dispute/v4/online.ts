import type { Condition } from '../../../domain/procedure/condition.ts'
import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { reason } from '../../shared/v1/common-fields.ts'
import { onlineRules } from '../../shared/v2/sources-mediation.ts'

/** Mediation on the platform of a court: the parties choose a mediator or the court names one, who takes it or declines. */

export const FOR_COURT = ['delegated', 'entrusted', 'entrustedSimple'] as const
const ONLINE: Condition = { the: 'online', is: ['parties', 'court'] }
/** Nobody is chosen for good before the mediator has taken it. */
export const TAKEN: Condition = { any: [{ not: ONLINE }, { the: 'onlineTakenOn', recorded: true }] }

/** The parties chose a mediator together with their consent. */
export const CHOSEN: Condition = {
  all: [
    { the: 'online', is: ['parties'] },
    { the: 'onlineMediator', recorded: true },
  ],
}

export const onlineFields = {
  online: {
    kind: 'choice',
    title: text('在线还是现场', 'Online or in person'),
    required: true,
    options: {
      no: text('现场调解', 'In person'),
      parties: text('在线，各方共同选调解员', 'Online, the parties choose the mediator'),
      court: text('在线，由法院指定调解员', 'Online, the court names the mediator'),
    },
    when: { field: 'body', is: FOR_COURT },
  },
  onlineAskedOn: {
    kind: 'date',
    title: text('收到在线调解申请日期', 'Asked for online on'),
    required: true,
    notAfter: 'today',
    boundless: text('申请可能早于登记', 'It may have been asked for before it is registered'),
    when: { field: 'online', is: ['parties', 'court'] },
  },
} as const satisfies Form['fields']

const day = (zh: string, en: string) =>
  ({
    kind: 'date',
    title: text(zh, en),
    required: true,
    notBefore: { field: 'onlineAskedOn' },
    notAfter: 'today',
    known: false,
  }) as const satisfies FieldOf<'date'>

export const onlineForms = {
  nameOnline: {
    title: text('选定、指定在线调解员', 'Name the mediator'),
    fields: {
      onlineMediator: {
        kind: 'post',
        title: text('调解员', 'Mediator'),
        required: true,
        roles: ['mediator'],
        sets: 'verifier',
        known: false,
      },
      namedBy: {
        kind: 'choice',
        title: text('谁定的', 'By whom'),
        required: true,
        known: false,
        options: { parties: text('各方共同选择', 'The parties'), court: text('法院指定', 'The court') },
      },
    },
  },
  takeOnline: {
    title: text('确认接受', 'Take it'),
    fields: { onlineTakenOn: { ...day('平台确认接受日期', 'Confirmed on the platform on'), means: 'doneAt' } },
  },
  declineOnline: {
    title: text('不予接受', 'Decline'),
    fields: { declineReason: { ...reason, title: text('理由', 'Reason'), known: false } },
  },
} as const satisfies Record<string, Form>

export const onlineDeadlines = {
  chooseOnline: {
    code: 'MED-07',
    title: text('各方共同选择在线调解员', 'The parties choose a mediator'),
    length: 2,
    unit: 'workingDay',
    // The last of the consents.
    from: 'consentedOn',
    roll: 'none',
    when: { field: 'online', is: ['parties'] },
    warn: [],
    onExpiry: { takes: 'lapseChoice' },
    source: onlineRules.choose,
  },
  appointOnline: {
    code: 'MED-08',
    title: text('指定在线调解员', 'The court names a mediator'),
    length: 3,
    unit: 'workingDay',
    from: 'onlineAskedOn',
    roll: 'none',
    when: { field: 'online', is: ['parties', 'court'] },
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'triageOfficer', title: text('催办', 'Urge') }],
    source: onlineRules.choose,
  },
  takeOnline: {
    code: 'MED-09',
    title: text('调解员确认是否接受', 'The mediator takes it or declines'),
    length: 3,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    onExpiry: { takes: 'lapseTaking' },
    source: onlineRules.take,
  },
} as const satisfies Record<string, DeadlineRule>

const BEFORE = ['consentAsked', 'accepted'] as const
const again = {
  from: BEFORE,
  aside: true,
  clears: ['onlineMediator'],
  raises: [{ seat: 'responsible', role: 'triageOfficer' }],
  source: onlineRules.take,
  tells: text('各方当事人：可以重新选定，或者由法院重新指定', 'All parties: another is chosen, or named by the court'),
} as const satisfies Partial<Step>

export const onlineSteps = {
  lapseChoice: {
    title: text('没有共同选出调解员', 'No mediator chosen'),
    from: ['accepted'],
    by: ['system'],
    aside: true,
    raises: [{ seat: 'responsible', role: 'triageOfficer' }],
    source: onlineRules.choose,
    told: text(
      '二个工作日内没有共同选出，由法院指定',
      'the parties chose nobody in two working days; the court names one',
    ),
    tells: text('各方当事人：由法院指定调解员', 'All parties: the court names the mediator'),
  },
  nameOnline: {
    title: text('选定、指定在线调解员', 'Name the mediator'),
    from: BEFORE,
    by: ['triageOfficer', 'clerk', 'leader'],
    form: 'nameOnline',
    guards: [ONLINE, { not: { the: 'onlineTakenOn', recorded: true } }],
    aside: true,
    meets: ['chooseOnline', 'appointOnline'],
    cancels: ['takeOnline'],
    starts: ['takeOnline'],
    raises: ['verifier'],
    source: onlineRules.choose,
    told: text('定了在线调解员，三个工作日内确认', 'named a mediator, who answers within three working days'),
    tells: text('各方当事人、调解员', 'All parties and the mediator'),
  },
  takeOnline: {
    title: text('确认接受', 'Take it'),
    from: BEFORE,
    by: [{ role: 'mediator', is: 'verifier' }],
    form: 'takeOnline',
    guards: [{ the: 'onlineMediator', recorded: true }, { not: { the: 'onlineTakenOn', recorded: true } }],
    aside: true,
    meets: ['takeOnline'],
    source: onlineRules.take,
    told: text('在平台上确认接受', 'took it on the platform'),
    tells: text('各方当事人：谁来调解', 'All parties: who mediates'),
  },
  declineOnline: {
    ...again,
    title: text('不予接受', 'Decline'),
    by: [{ role: 'mediator', is: 'verifier' }],
    form: 'declineOnline',
    guards: [{ the: 'onlineMediator', recorded: true }, { not: { the: 'onlineTakenOn', recorded: true } }],
    meets: ['takeOnline'],
    told: text('写明理由，不予接受', 'declined with a reason'),
  },
  lapseTaking: {
    ...again,
    title: text('没有确认，视为不接受', 'No answer: another is named'),
    by: ['system'],
    told: text('三个工作日内没有确认，重新选定、指定', 'no answer in three working days: another is chosen or named'),
  },
} as const satisfies Record<string, Step>
