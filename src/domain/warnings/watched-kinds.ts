import { countableKinds } from '../bulletins/countable.ts'
import { optionsOf, settingOf } from '../procedure/form.ts'
import type { Procedure } from '../procedure/procedure.ts'

/** The kind of a warning: only the system opens it, and it asks which series it is about. */
export const warningKindOf = (procedures: readonly Procedure[]): Procedure | undefined =>
  procedures.findLast(
    ({ opening, forms }) =>
      opening.by.every((role) => role === 'system') && forms[opening.form]?.fields['series'] !== undefined,
  )

/**
 * The kinds whose counts are watched: what comes from outside and happens somewhere. Neither what is ordered from above or opened by
 * the calendar, which is our own plan, nor exercises, nor a kind with a sight of its own.
 */
export function watchedKinds(procedures: readonly Procedure[]): readonly string[] {
  return countableKinds(procedures)
    .filter(({ ordered, schedules, standsIn, opening, forms }) => {
      const fields = forms[opening.form]?.fields ?? {}
      const comesFromPeople = opening.by.some((role) => role !== 'system')
      return (
        !ordered &&
        !schedules &&
        !standsIn &&
        comesFromPeople &&
        settingOf(fields, 'place') &&
        settingOf(fields, 'category')
      )
    })
    .map(({ id }) => id)
}

/** The kinds of record that a warning can be about: those it names among what it counts. */
export function watchedRecords(procedures: readonly Procedure[]): readonly string[] {
  const warning = warningKindOf(procedures)
  const asked = warning && optionsOf(warning.forms[warning.opening.form]?.fields['category'])
  return procedures.flatMap(({ id, record, version }) => (version === 1 && record && asked?.[id] ? [id] : []))
}
