import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { setByWhoOrders } from '../../shared/v1/boundless.ts'
import { materials, openingUnit, place, placeUnit, reason, title } from '../../shared/v1/common-fields.ts'
import { commonForms, extensionForm, refusalForm } from '../../shared/v1/common-steps.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'
import { drillPlayForms } from './forms-play.ts'
import { drillReviewForms } from './forms-review.ts'

export const DRILL_FORMS = {
  tabletop: text('桌面推演', 'Tabletop'),
  field: text('实战演练', 'Field'),
} as const

const category = {
  kind: 'choice',
  title: text('演练形式', 'Form'),
  required: true,
  options: DRILL_FORMS,
  sets: 'category',
} as const

const { required: _, ...placeIfAny } = place

export const drillForms = {
  ...commonForms,
  ...recusalForms,
  ...drillPlayForms,
  ...drillReviewForms,
  refusal: refusalForm,
  extension: extensionForm,
  drill: {
    title: text('列入演练计划', 'Put a drill on the plan'),
    fields: {
      title: { ...title, title: text('演练名称', 'Drill'), hint: text('哪一年、演什么', 'Which year, which drill') },
      category,
      dueOn: {
        kind: 'date',
        title: text('最迟哪天演练', 'To be held by'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
      purpose: { kind: 'longText', title: text('演练目的', 'Purpose'), max: 1000 },
      unit: { ...openingUnit, title: text('组织单位', 'Organised by') },
    },
  },
  arrangement: {
    title: text('定演练方案', 'Arrange the drill'),
    fields: {
      category,
      scope: {
        kind: 'choice',
        title: text('演练内容', 'Scope'),
        required: true,
        options: { single: text('单项', 'Single part'), comprehensive: text('综合', 'Comprehensive') },
      },
      notice: {
        kind: 'choice',
        title: text('是否预先通知', 'Announced or not'),
        required: true,
        options: { announced: text('预先通知', 'Announced'), doubleBlind: text('双盲', 'Double-blind') },
      },
      plan: {
        kind: 'record',
        of: 'plan',
        title: text('演练哪个预案', 'Which plan'),
        hint: text('演练和评估都按这一版', 'Played and evaluated by this version'),
        required: true,
      },
      plannedOn: {
        kind: 'date',
        title: text('计划哪天演练', 'Planned for'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
      place: placeIfAny,
      placeUnit,
      safeguards: {
        kind: 'longText',
        title: text('安全保障和中止条件', 'Safety, and when it is stopped'),
        hint: text('什么情况立即停止演练', 'What ends the drill at once'),
        required: true,
        min: 2,
        max: 2000,
      },
      materials,
    },
  },
  cancellation: { title: text('取消演练', 'Cancel'), fields: { reason } },
} as const satisfies Record<string, Form>
