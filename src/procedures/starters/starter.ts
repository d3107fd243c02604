import type { FormValues } from '../../domain/procedure/form.ts'

/** A record that comes with the program, for an office to take over and make its own. */
export type Starter = { readonly procedure: string; readonly key: string; readonly form: FormValues }

/** One line of a checklist: number, what is checked, what counts as right, article, points, and what else the row says. */
export type Line = readonly [no: string, item: string, demand: string, basis: string, points: number, more?: More]

/**
 * `unsure`: from memory of common practice, or an article whose text was not compared ([recalled] in PROCEDURES 4.4). The rest
 * stands there as found.
 */
type More = {
  readonly unsure?: true
  readonly veto?: true
  readonly places?: readonly string[]
  /** Asked only when this earlier item was answered so. */
  readonly after?: readonly [no: string, result: 'ok' | 'failed' | 'none']
}

/** A checklist as the form of its record takes it. */
export const checklist = (
  key: string,
  name: string,
  category: string,
  basisText: string,
  lines: readonly Line[],
): Starter => ({
  procedure: 'checklist',
  key,
  form: { name, category, basisText, items: lines.map(rowOf) },
})

function rowOf([no, item, demand, basis, points, more = {}]: Line): FormValues {
  return {
    no,
    item,
    demand,
    ...(basis ? { basis } : {}),
    points,
    ...(more.veto ? { veto: true } : {}),
    ...(more.places ? { places: more.places } : {}),
    ...(more.after ? { afterNo: more.after[0], afterResult: [more.after[1]] } : {}),
    ...(more.unsure ? { unsure: true } : {}),
  }
}
