import type { IssuedDocument } from '../../../../domain/matter/matter.ts'
import type { Field } from '../../../../domain/procedure/form.ts'
import type { Procedure } from '../../../../domain/procedure/procedure.ts'
import type { MatterView, TimelineItem } from '../../../../domain/views/views.ts'

/** The step that issued a paper, as the record tells it. */
export const issuingOf = ({ version }: IssuedDocument, { timeline }: MatterView): TimelineItem | undefined =>
  timeline.find((item) => item.version === version)

/** How forms call the way somebody was told, and the day: a convention of the definitions. */
const HOW = 'toldHow'
const WHEN = 'toldOn'

export type Told = { readonly how: Field; readonly value: TimelineItem['form'][string]; readonly on?: string }

/** In which way whoever the paper is for was told, where the step that issued it asked that. */
export function howTold(paper: IssuedDocument, view: MatterView, procedure: Procedure): Told | undefined {
  const item = issuingOf(paper, view)
  const form = item?.step ? procedure.steps[item.step]?.form : undefined
  const how = form ? procedure.forms[form]?.fields[HOW] : undefined
  const value = item?.form[HOW]
  if (!how || value === undefined) return undefined
  const on = item?.form[WHEN]
  return { how, value, ...(typeof on === 'string' ? { on } : {}) }
}
