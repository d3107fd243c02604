import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { reason } from '../../shared/v1/common-fields.ts'
import { importedForms } from '../../shared/v1/imported.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'

/** What takes somebody away, and nothing of health or family: no more is asked, and nowhere may more be written. */
export const KINDS_OF_LEAVE = {
  business: text('公出', 'On business'),
  holiday: text('休假', 'On leave'),
  other: text('其他', 'Other'),
} as const

const title: FieldOf<'text'> = {
  kind: 'text',
  title: text('标题', 'Title'),
  hint: text('写岗位和天数，不写原因', 'The post and how many days; no reason'),
  required: true,
  min: 2,
  max: 40,
  sets: 'title',
}
const deputy: FieldOf<'post'> = {
  kind: 'post',
  title: text('由谁代', 'Who stands in'),
  hint: text(
    '同一单位或者上级单位的岗位；不填，工作由上级单位接着',
    'A post of the same unit or one above; empty: those above see to it',
  ),
}
const until: FieldOf<'date'> = {
  kind: 'date',
  title: text('到哪天', 'Until'),
  hint: text('这一天也算', 'This day included'),
  required: true,
  notBefore: { field: 'from' },
  boundless: text('多长由批准的人定', 'Whoever grants it decides how long'),
}

const leave: Form = {
  title: text('请假、公出', 'Ask for leave'),
  fields: {
    absent: { kind: 'post', title: text('哪个岗位的人不在', 'Whose post'), required: true, sets: 'owner' },
    category: {
      kind: 'choice',
      title: text('公出还是休假', 'What kind'),
      required: true,
      options: KINDS_OF_LEAVE,
      sets: 'category',
    },
    head: {
      kind: 'choice',
      title: text('是不是单位主要负责人', 'Head of the unit'),
      hint: text('是的，由上级单位批', 'If so, the unit above decides'),
      required: true,
      options: { yes: text('是', 'Yes'), no: text('不是', 'No') },
    },
    from: {
      kind: 'date',
      title: text('从哪天', 'From'),
      required: true,
      hint: text('已经不在的，从今天起', 'Who is gone already: from today'),
      notBefore: 'today',
      boundless: text('什么时候走由批准的人定', 'Whoever grants it decides when'),
    },
    until,
    deputy,
    unit: {
      kind: 'unit',
      title: text('岗位所在单位', 'Unit of the post'),
      hint: text('替下级单位的人登记时填', 'When recorded for somebody of a unit below'),
      sets: 'unit',
    },
    title,
  },
}

export const leaveForms = {
  leave,
  refusal: { title: text('不同意', 'Refuse'), fields: { reason } },
  askedChange: {
    title: text('要改什么', 'What should change'),
    fields: {
      askedUntil: { ...until, title: text('改到哪天', 'Until which day'), known: 'until', notBefore: 'today' },
      askedDeputy: { ...deputy, title: text('改由谁代', 'Who should stand in'), known: 'deputy' },
    },
  },
  change: {
    title: text('同意改', 'Grant the change'),
    fields: {
      until: { ...until, known: 'askedUntil', notBefore: 'today' },
      deputy: { ...deputy, known: 'askedDeputy' },
    },
  },
  correction: {
    title: text('更正标题', 'Put the title right'),
    fields: { title, correctionReason: { ...reason, title: text('更正理由', 'Why it is put right') } },
  },
  ...recusalForms,
  ...importedForms(leave),
} as const satisfies Record<string, Form>
