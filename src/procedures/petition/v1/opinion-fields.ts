import type { FieldOf } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'

/** Questions that the forms of the opinion and of its reviews ask in the same words. */

export const documentNo: FieldOf<'text'> = {
  kind: 'text',
  title: text('意见书编号', 'Number of the opinion'),
  required: true,
  max: 60,
}

export const served = {
  kind: 'date',
  title: text('送达日期', 'Served on'),
  required: true,
  notAfter: 'today',
} as const

export const servedHow: FieldOf<'choice'> = {
  kind: 'choice',
  title: text('送达方式', 'How served'),
  required: true,
  options: {
    direct: text('当面送达', 'In person'),
    mail: text('邮寄送达', 'By post'),
    left: text('留置送达', 'Left with witnesses'),
    code: text('凭查询码阅取', 'Read under the query code'),
    notice: text('公告送达', 'By public notice'),
  },
}

const SATISFACTION = {
  satisfied: text('满意', 'Satisfied'),
  basic: text('基本满意', 'Mostly satisfied'),
  dissatisfied: text('不满意', 'Not satisfied'),
} as const

export const satisfaction: FieldOf<'choice'> = {
  kind: 'choice',
  title: text('满意度', 'Satisfaction'),
  options: SATISFACTION,
}

export const reasoned = (zh: string, en: string): FieldOf<'longText'> => ({
  kind: 'longText',
  title: text(zh, en),
  required: true,
  min: 2,
  max: 5000,
})
