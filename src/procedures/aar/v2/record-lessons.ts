import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Form } from '../../../domain/procedure/form.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import { type Text, text } from '../../../domain/wording/text.ts'
import { setByWhoOrders } from '../../shared/v1/boundless.ts'
import { governance } from '../../shared/v1/sources.ts'

/** A lesson that changes what everybody works by: a checklist, a response plan. It is ordered, and the review ends with its new version named. */

const longText = (title: Text) => ({ kind: 'longText', title, required: true, min: 2, max: 2000 }) as const

const orderForm = (of: 'checklist' | 'plan', what: Text) =>
  ({
    title: text(`改${what.zh}`, `Change the ${what.en}`),
    fields: {
      [of]: { kind: 'record', of, title: text(`哪一份${what.zh}`, `Which ${what.en}`), required: true },
      [`${of}Title`]: {
        kind: 'text',
        title: text('修改事项', 'What is changed'),
        hint: text('一句话，成为交办的标题', 'One line; it becomes the title of the task'),
        required: true,
        min: 2,
        max: 80,
      },
      [`${of}Change`]: longText(text('修改内容和理由', 'The change and why')),
      [`${of}Unit`]: { kind: 'unit', title: text('修改单位', 'Unit that changes it'), required: true },
      [`${of}DueOn`]: {
        kind: 'date',
        title: text('时限', 'Due on'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
    },
  }) as const satisfies Form

const changedForm = (of: 'checklist' | 'plan', what: Text) =>
  ({
    title: text(`登记${what.zh}新版`, `Record the new version of the ${what.en}`),
    fields: {
      [`${of}Changed`]: {
        kind: 'record',
        of,
        title: text(`改好的${what.zh}`, `The ${what.en} as it is now`),
        hint: text('记下现在的版本', 'The version as it is now is recorded'),
        required: true,
      },
      [`${of}Said`]: { kind: 'text', title: text('改了哪几项', 'Which items'), required: true, max: 300 },
    },
  }) as const satisfies Form

const BY = ['reviewer', 'leader'] as const
const checklist = text('检查表', 'checklist')
const plan = text('预案', 'response plan')

export const recordForms = {
  orderChecklist: orderForm('checklist', checklist),
  checklistChanged: changedForm('checklist', checklist),
  orderPlan: orderForm('plan', plan),
  planChanged: changedForm('plan', plan),
}

const order = (of: 'checklist' | 'plan', form: 'orderChecklist' | 'orderPlan', what: Text) =>
  ({
    title: text(`改${what.zh}`, `Change ${what.en}`),
    from: ['analysed', 'rectifying'],
    by: BY,
    form,
    handles: true,
    aside: true,
    issues: ['lesson'],
    opens: [
      {
        procedure: 'task',
        link: 'learnedFrom',
        begins: 'assign',
        carry: { title: `${of}Title`, description: `${of}Change`, unit: `${of}Unit`, dueOn: `${of}DueOn` },
      },
    ],
    source: governance.review,
    tells: text('改它的单位', 'The unit that changes it'),
    told: text(`要求改${what.zh}`, `asked for a change of the ${what.en}`),
  }) as const satisfies Step

const changed = (form: 'checklistChanged' | 'planChanged', ordered: string, what: Text) =>
  ({
    title: text(`登记${what.zh}新版`, `New ${what.en}`),
    from: ['analysed', 'rectifying'],
    by: BY,
    form,
    guards: [{ the: { rounds: ordered }, atLeast: 1 }],
    aside: true,
    source: governance.review,
    told: text(`登记了${what.zh}的新版本`, `recorded the new version of the ${what.en}`),
  }) as const satisfies Step

export const recordSteps = {
  changeChecklist: order('checklist', 'orderChecklist', checklist),
  checklistChanged: changed('checklistChanged', 'changeChecklist', checklist),
  changePlan: order('plan', 'orderPlan', plan),
  planChanged: changed('planChanged', 'changePlan', plan),
} as const

/** What a review asked to be changed has been changed before it ends. */
export const ALL_CHANGED: readonly Condition[] = [
  {
    any: [
      { the: { rounds: 'changeChecklist' }, atMost: 0 },
      { the: 'checklistChanged', recorded: true },
    ],
  },
  {
    any: [
      { the: { rounds: 'changePlan' }, atMost: 0 },
      { the: 'planChanged', recorded: true },
    ],
  },
]
