import type { FieldOf } from '../../../domain/procedure/form.ts'
import { type Text, text } from '../../../domain/wording/text.ts'

/** Parties by their position, a row each; who they are stands sealed beside. Each row takes a seat, is asked, and answers. */
export const partyRows = (fills: string, title: Text) =>
  ({
    kind: 'items',
    title,
    hint: text('每一方一行，逐方征求', 'A row for each; each is asked'),
    required: true,
    min: 2,
    max: 30,
    fills,
    fields: {
      position: {
        kind: 'choice',
        title: text('哪一方', 'Side'),
        required: true,
        options: {
          a: text('甲方', 'A'),
          b: text('乙方', 'B'),
          c: text('丙方', 'C'),
          d: text('丁方', 'D'),
          other: text('其他方', 'Another'),
        },
      },
    },
  }) as const satisfies FieldOf<'items'>
