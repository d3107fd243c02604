import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { Fields } from '../../../domain/procedure/form.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'
import { reportV3 } from '../v3/procedure.ts'

/** Each one place's rule: a default that a county changes or does not use. */
const ordinary: Source = {
  article: text(
    '《济南12345条例》（2018）第二十四条、《潍坊12345条例》（2021）第二十条',
    'Jinan 12345 Regulations (2018), art. 24; Weifang 12345 Regulations (2021), art. 20',
  ),
  mark: 'local',
}
const complaints: Source = {
  article: text('某市局12345热线办理规定：投诉、举报类', "A city bureau's hotline rule: complaints and tip-offs"),
  mark: 'local',
}

/** Counted from the order of the hotline; the day after the end it is urged, five working days later told to the leader. */
const order = {
  unit: 'workingDay',
  from: 'orderOn',
  roll: 'none',
  warn: [{ share: 0.5 }, { before: { length: 1, unit: 'workingDay' } }],
  escalation: [
    { after: { length: 1, unit: 'workingDay' }, to: 'triageOfficer', title: text('催办', 'Urge') },
    { after: { length: 5, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') },
  ],
} as const satisfies Partial<DeadlineRule>

const orderDeadlines = {
  hotline: {
    ...order,
    code: 'HOT-01',
    title: text('热线工单：办理并答复', 'Hotline order: handle and answer'),
    length: 5,
    when: { field: 'hotlineOrder', is: ['ordinary'] },
    source: ordinary,
  },
  hotlineComplaint: {
    ...order,
    code: 'HOT-04',
    title: text('热线工单：办理投诉、举报', 'Hotline order: complaint or tip-off'),
    length: 13,
    when: { field: 'hotlineOrder', is: ['complaint'] },
    source: complaints,
  },
} as const satisfies Record<string, DeadlineRule>
const ORDERS = Object.keys(orderDeadlines)

const orderFields = {
  hotlineOrder: {
    kind: 'choice',
    title: text('12345工单', 'Order of the hotline'),
    hint: text(
      '热线派来的才选；期限是外地的做法，由本县确认',
      'Only what the hotline sent; one place’s limits, to be confirmed',
    ),
    options: {
      ordinary: text('一般工单（五个工作日）', 'Ordinary, five working days'),
      complaint: text('投诉、举报工单（十三个工作日）', 'Complaint or tip-off, thirteen working days'),
    },
  },
  orderOn: {
    kind: 'date',
    title: text('收到工单日期', 'Order received on'),
    required: true,
    notAfter: 'today',
    boundless: text('工单可能早于登记', 'It may have come before it is registered'),
    when: { field: 'hotlineOrder', is: ['ordinary', 'complaint'] },
  },
} as const satisfies Fields

/** What begins, answers or ends the ordinary limit does so with those of the hotline; an interim answer says when the final one comes. */
function alongHandle(step: Step): Step {
  const lists = (['starts', 'meets', 'cancels'] as const).flatMap((use) =>
    step[use]?.includes('handle') ? [[use, [...step[use], ...ORDERS]] as const] : [],
  )
  return { ...step, ...Object.fromEntries(lists) }
}

const accept = reportV3.forms['accept']
if (!accept) throw new Error('report has no form to accept by')
const { note, ...asked } = accept.fields

/** 诉求与线索, version 4: an order of the hotline has the limit of its own rule beside the county's. */
export const reportV4: Procedure = {
  ...reportV3,
  version: 4,
  effectiveOn: '2024-11-04',
  forms: {
    ...reportV3.forms,
    accept: { ...accept, fields: { ...asked, ...orderFields, ...(note ? { note } : {}) } },
  },
  deadlines: { ...reportV3.deadlines, ...orderDeadlines },
  steps: Object.fromEntries(Object.entries(reportV3.steps).map(([id, step]) => [id, alongHandle(step)])),
}
