import type { Matter } from '../../../domain/matter/matter.ts'
import type { Field, Form } from '../../../domain/procedure/form.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import { holderText, rowOf } from '../../../domain/wording/holder-text.ts'
import { type Text, text } from '../../../domain/wording/text.ts'
import { nameable } from '../../../engine/access/holders.ts'

/** The form of a step with its questions for a holder as choices among those it may name: nobody types how they are numbered. */
export function withHolderOptions(
  form: Form,
  step: Step,
  matter: Matter,
  { forms }: Procedure,
  directory: Directory,
): Form {
  const options = (seat: string) =>
    Object.fromEntries(
      nameable(step, matter)
        .filter((holder) => holder.seat === seat)
        .map(({ id }): [string, Text] => [id, named(id, forms, matter, directory)]),
    )
  const asChoice = (field: Field): Field =>
    field.kind === 'holder' ? { ...field, kind: 'choice', options: options(field.of) } : field
  return {
    ...form,
    fields: Object.fromEntries(Object.entries(form.fields).map(([name, field]) => [name, asChoice(field)])),
  }
}

function named(id: string, forms: Procedure['forms'], matter: Matter, { units, posts }: Directory): Text {
  const number = (rowOf(id)?.row ?? 0) + 1
  return (
    holderText(id, forms, matter.fields) ??
    posts[id]?.title ??
    units[id]?.name ??
    text(`第${number}方`, `No. ${number}`)
  )
}
