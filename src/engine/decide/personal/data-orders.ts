import { personalKinds } from '../../../domain/free-text/personal-data.ts'
import type { Command } from '../../../domain/matter/command.ts'
import type { EventOf, MatterEvent } from '../../../domain/matter/event.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import { type Form, meaningOf, personalOf } from '../../../domain/procedure/form.ts'
import { type CheckContext, checkForm } from '../../../domain/procedure/form-check.ts'
import { personalFields } from '../../../domain/procedure/personal-fields.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'

type Recorded = Pick<MatterEvent, 'at' | 'by'>

/**
 * What another matter ordered of the personal data here. Nothing is destroyed while the matter is worked on or another order
 * keeps it: it is restricted then, and used no more once it has ended (art. 47).
 */
export function decideDataOrder(
  procedure: Procedure,
  matter: Matter,
  { order, orderedBy, reason }: Extract<Command, { type: 'OrderData' }>,
  recorded: Recorded,
): MatterEvent[] {
  const known = matter.restrictions?.find((each) => each.orderedBy === orderedBy)
  const ordered = (what: EventOf<'DataOrdered'>['order']): MatterEvent[] => [
    { ...recorded, type: 'DataOrdered', order: what, orderedBy, reason },
  ]
  if (order === 'release') return known ? ordered('release') : []
  if (order !== 'erase') return known?.order === order ? [] : ordered(order)
  const isHeld = (matter.restrictions ?? []).some((each) => each.orderedBy !== orderedBy)
  if (matter.group !== 'done' || isHeld) return known?.order === 'restrict' ? [] : ordered('restrict')
  const texts = freeTexts(procedure)
  if (matter.shreddedAt && matter.redacted) return []
  return [{ ...recorded, type: 'FieldsShredded', reason, orderedBy, ...(texts.length > 0 ? { texts } : {}) }]
}

/** Every question answered in free words: what makes a matter anonymous is that none of them is read any more. */
const freeTexts = ({ forms }: Procedure): string[] =>
  [
    ...new Set(
      Object.values(forms).flatMap(({ fields }) =>
        Object.entries(fields).flatMap(([name, field]) =>
          field.kind === 'longText' && !personalOf(field) && !meaningOf(field) ? [name] : [],
        ),
      ),
    ),
  ].sort()

/** Texts in which a number or a name of somebody was found: what the doors let in long ago goes with the rest. */
export const textsWithPersons = ({ fields }: Matter): string[] =>
  Object.entries(fields)
    .flatMap(([name, value]) => (typeof value === 'string' && personalKinds(value) ? [name] : []))
    .sort()

/** What is personal and was wrong, put right: the new answer beside the old, both sealed. */
export function decideCorrection(
  procedure: Procedure,
  matter: Matter,
  { field, value, orderedBy, reason }: Extract<Command, { type: 'CorrectField' }>,
  recorded: Recorded,
  context: CheckContext,
): MatterEvent[] {
  if (matter.shreddedAt) throw new AnlanError('field-shredded')
  const { sealed, vault } = personalFields(procedure)
  const form = Object.values(procedure.forms).find(({ fields }) => Object.hasOwn(fields, field))
  const question = form?.fields[field]
  if (!question || (!sealed.has(field) && !vault.has(field)))
    throw new AnlanError('form-invalid', { issues: [{ field, rule: 'unknown-field' }] })
  const { when: _, ...alone } = question
  const asked = { title: form.title, fields: { [field]: { ...alone, required: true } } } as Form
  const { values, issues } = checkForm(asked, { [field]: value }, context)
  if (issues.length > 0) throw new AnlanError('form-invalid', { issues })
  return [{ ...recorded, type: 'FieldCorrected', field, form: values, orderedBy, reason }]
}
