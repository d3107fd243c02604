import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { Fields, Form } from '../../../domain/procedure/form.ts'
import type { Spawn, Step } from '../../../domain/procedure/procedure.ts'
import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'

/** Requests with a way of their own: help is answered within days, publicity becomes an activity, an enterprise is called on. */

const help: Source = {
  article: text('某市局12345热线办理规定：咨询、求助类', "A city bureau's hotline rule: consultation and help"),
  mark: 'local',
}

export const requestDeadlines = {
  serve: {
    code: 'HOT-03',
    title: text('答复咨询、求助', 'Answer a request for help'),
    length: 3,
    unit: 'workingDay',
    roll: 'none',
    when: { field: 'category', is: ['service'] },
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'triageOfficer', title: text('催办', 'Urge') }],
    source: help,
  },
  contactEnterprise: {
    code: 'RPT-07',
    title: text('联系企业', 'Call on the enterprise'),
    length: 2,
    unit: 'workingDay',
    roll: 'none',
    when: { field: 'category', is: ['enterprise'] },
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') }],
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

/** What routing asks besides, for an activity. */
export const ownWays = {
  activityKind: {
    kind: 'choice',
    title: text('活动种类', 'Kind of activity'),
    required: true,
    options: {
      publicity: text('宣传', 'Publicity'),
      legalEducation: text('普法', 'Legal education'),
      training: text('培训', 'Training'),
    },
    when: { field: 'route', is: ['activity'] },
  },
  activityBy: {
    kind: 'date',
    title: text('最迟哪天举办', 'Held by'),
    required: true,
    notBefore: 'today',
    boundless: text('由转办的人定', 'Whoever routes it sets it'),
    when: { field: 'route', is: ['activity'] },
  },
} as const satisfies Fields

export const toActivity = {
  procedure: 'activity',
  link: 'childOf',
  when: { field: 'route', is: ['activity'] },
  carry: { title: 'title', category: 'activityKind', dueOn: 'activityBy', unit: 'toUnit' },
} as const satisfies Spawn

export const contactForm = {
  title: text('联系企业', 'Call on the enterprise'),
  fields: {
    contactedOn: {
      kind: 'date',
      title: text('联系日期', 'Called on'),
      required: true,
      notBefore: 'opening',
      notAfter: 'today',
    },
    enterpriseNeeds: {
      kind: 'longText',
      title: text('企业怎么说', 'What it needs'),
      required: true,
      min: 2,
      max: 2000,
    },
  },
} as const satisfies Form

export const contactStep = {
  title: text('联系企业', 'Call on it'),
  from: 'open',
  by: ['clerk', 'triageOfficer', 'handler', 'leader'],
  form: 'contactEnterprise',
  guards: [{ the: 'category', is: ['enterprise'] }],
  aside: true,
  meets: ['contactEnterprise'],
  source: ownRule,
  told: text('联系了企业', 'called on the enterprise'),
} as const satisfies Step
