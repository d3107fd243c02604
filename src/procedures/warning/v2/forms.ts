import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, note, reason } from '../../shared/v1/common-fields.ts'
import { warningForms } from '../v1/forms.ts'

const { fields } = warningForms.warning

/** The form that the nightly judgement fills in, with those it is about: one unit or place, or the places of a cluster. */
export const warningForm = {
  title: warningForms.warning.title,
  fields: {
    ...fields,
    about: {
      kind: 'items',
      title: text('说的是哪些单位、属地', 'Which units and places it is about'),
      hint: text('由它们写情况说明，由上一级研判', 'They give a statement; the unit above judges'),
      required: true,
      min: 1,
      max: 30,
      fills: 'about',
      fields: { aboutUnit: { kind: 'unit', title: text('单位、属地', 'Unit or place'), required: true } },
    },
  },
} as const satisfies Form

const { watchUntil, watchReason } = warningForms.watch.fields

export const judgingForms = {
  statement: {
    title: text('情况说明', 'Statement'),
    fields: {
      statement: {
        kind: 'longText',
        title: text('情况说明', 'Statement'),
        hint: text(
          '为什么多、是不是一回事、已经做了什么',
          'Why there are more, whether it is one thing, what was done already',
        ),
        required: true,
        min: 2,
        max: 2000,
      },
      materials,
    },
  },
  watch: {
    title: warningForms.watch.title,
    fields: {
      watchUntil: {
        ...watchUntil,
        hint: text('最长90天；到期回到研判的人手里', 'Within 90 days; then it comes back to who judges'),
      },
      watchReason,
    },
  },
  watchLonger: {
    title: text('再观察', 'Watch longer'),
    fields: {
      watchUntil: { ...watchUntil, hint: text('从今天起最长90天', 'Within 90 days from today') },
      watchReason: { ...watchReason, title: text('为什么还要观察', 'Why it is watched longer') },
    },
  },
  confirmation: { title: text('确认不立', 'Confirm the dismissal'), fields: { confirmNote: note } },
  objection: {
    title: text('不同意，再研判', 'Object: judge again'),
    fields: { objection: { ...reason, title: text('为什么不同意', 'Why not') } },
  },
} as const satisfies Record<string, Form>
