import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'

/** When a letter, visit or call came in. Periods of the petition rules run from this day, not from the day of typing. */
export const receivedOn: FieldOf<'date'> = {
  kind: 'date',
  title: text('收到日期', 'Received on'),
  hint: text('来信、来访、来电那天；不填就是今天', 'The day of the letter, visit or call; today when empty'),
  notAfter: 'today',
  boundless: text('来信、来访可能早于登记', 'It may have come in long before it is registered'),
}

export const toldOn: FieldOf<'date'> = {
  kind: 'date',
  title: text('告知日期', 'Told on'),
  required: true,
  notBefore: { field: 'receivedOn' },
  notAfter: 'today',
}

/** How a notice that the law wants in writing was given. That no contact was left is no way of giving it. */
export const noticeHow: FieldOf<'choice'> = {
  kind: 'choice',
  title: text('告知方式', 'How it was given'),
  required: true,
  options: {
    writing: text('书面送达', 'Served in writing'),
    inPerson: text('当面交付并签收', 'Handed over against signature'),
    mail: text('邮寄', 'By post'),
    message: text('短信', 'By text message'),
    code: text('书面告知，凭查询码可看', 'In writing, shown under the query code'),
    unclear: text('无法书面告知', 'It cannot be given in writing'),
  },
}

/** The duty falls away only where nobody can be written to (Petition Work Regulations art. 23); then why. */
export const unclearWhy: FieldOf<'longText'> = {
  kind: 'longText',
  title: text('为什么无法书面告知', 'Why it cannot be given'),
  hint: text('写明哪一项不清楚、怎么查过', 'Say what is unclear and what was tried'),
  required: true,
  min: 2,
  max: 500,
  when: { field: 'toldHow', is: ['unclear'] },
}

const { when: _, ...whyUnclear } = unclearWhy

/** Why no notice is owed: whoever brought it cannot be written to. */
export const noNoticeForm = {
  title: text('记明无法书面告知', 'Record that no notice can be given'),
  fields: {
    unclear: {
      kind: 'choices',
      title: text('哪一项不清楚', 'What is unclear'),
      required: true,
      min: 1,
      options: { name: text('名字', 'Name'), address: text('住址', 'Address') },
    },
    unclearWhy: whyUnclear,
  },
} as const satisfies Form

/** The same notice for one who can be written to. */
const { unclear: __, ...ways } = noticeHow.options
export const noticeGiven: FieldOf<'choice'> = { ...noticeHow, options: ways }
