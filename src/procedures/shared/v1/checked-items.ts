import type { FieldOf, Fields } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'

/** The columns of what is checked or scored, in the record and on every sheet that answers it. */

export const itemNo = {
  kind: 'text',
  title: text('编号', 'No.'),
  hint: text('如 1、2.3', 'Such as 1 or 2.3'),
  required: true,
  max: 12,
} as const satisfies FieldOf<'text'>

export const itemBasis = {
  kind: 'text',
  title: text('依据条款', 'Article'),
  max: 200,
} as const satisfies FieldOf<'text'>

export const itemPoints = {
  kind: 'number',
  title: text('分值', 'Points'),
  min: 0,
  max: 100,
} as const satisfies FieldOf<'number'>

export const itemVeto = {
  kind: 'yesNo',
  title: text('一票否决', 'Veto'),
  hint: text('不合格就整体不合格', 'Failed, all of it fails'),
} as const satisfies FieldOf<'yesNo'>

/** What is checked: shown on a sheet, never changed there. */
export const checkedItem = {
  no: itemNo,
  item: { kind: 'text', title: text('检查内容', 'What is checked'), required: true, min: 2, max: 80 },
  demand: { kind: 'text', title: text('合格要求', 'Demand'), max: 300 },
  basis: itemBasis,
  points: itemPoints,
  veto: itemVeto,
} as const satisfies Fields

/** How an item stands: 不合格 goes on as a hazard, what was put right at once does not, and some things are not there to be checked. */
export const CHECK_RESULTS = {
  ok: text('合格', 'OK'),
  failed: text('不合格', 'Failed'),
  fixed: text('当场改正', 'Fixed at once'),
  none: text('不涉及', 'N/A'),
} as const
