import type { MappedCell } from '../../domain/returns/return-query.ts'
import { questionKey, type ReturnQuery } from '../../domain/returns/return-query.ts'
import type { AskedCell, AskedTwice, ReturnForm } from '../../domain/returns/return-views.ts'

export type MappedForm = { readonly form: ReturnForm; readonly cells: readonly MappedCell[] }
type Asked = AskedCell & { readonly cycle: ReturnForm['cycle']; readonly query: ReturnQuery }

/** So many are told; an office that is asked more twice begins with these. */
const MOST_TOLD = 200

/**
 * What several forms ask: the same question for the same periods; then what is nearly the same, which is the same question for
 * other periods, unit by unit in one and for the whole in the other, and the same of kinds that overlap. Within one form nothing
 * counts as asked twice.
 */
export function askedTwice(forms: readonly MappedForm[]): AskedTwice[] {
  const asked = forms.flatMap(({ form, cells }) =>
    cells.flatMap(({ cell, use }): Asked[] =>
      'count' in use ? [{ formId: form.id, cell, cycle: form.cycle, query: use.count }] : [],
    ),
  )
  const groups = (keyOf: (one: Asked) => string) => [...grouped(asked, keyOf).values()].filter(severalForms)
  const same = groups(({ cycle, query }) => `${cycle} ${questionKey(query)}`)
  const otherCycle = groups(({ query }) => questionKey(query)).filter(differBy(({ cycle }) => cycle))
  const byUnit = groups(({ cycle, query: { unit: _, ...rest } }) => `${cycle} ${questionKey(rest)}`).flatMap((group) =>
    apart(group),
  )
  const nearKinds = groups(({ cycle, query: { kinds: _, ...rest } }) => `${cycle} ${questionKey(rest)}`).flatMap(
    (group) => overlapping(group),
  )
  return [
    ...same.map((group) => told(group)),
    ...otherCycle.map((group) => told(group, 'cycle')),
    ...byUnit.map((group) => told(group, 'unit')),
    ...nearKinds.map((group) => told(group, 'kinds')),
  ].slice(0, MOST_TOLD)
}

const severalForms = (group: readonly Asked[]) => new Set(group.map(({ formId }) => formId)).size > 1

const differBy = (partOf: (one: Asked) => unknown) => (group: readonly Asked[]) => new Set(group.map(partOf)).size > 1

/** Those that ask for the whole, and those of other forms that ask for parts of it. */
function apart(group: readonly Asked[]): Asked[][] {
  const whole = group.filter(({ query }) => query.unit === undefined)
  const parts = group.filter((one) => one.query.unit !== undefined && whole.some(({ formId }) => formId !== one.formId))
  return whole.length > 0 && parts.length > 0 ? [[...whole, ...parts]] : []
}

/** Of one measure, unit, category and level: those of different kinds, of which each shares one with the first. */
function overlapping(group: readonly Asked[]): Asked[][] {
  const [first] = group
  if (!first || !differBy(({ query }) => questionKey(query))(group)) return []
  const near = group.filter(
    (one) =>
      one.formId !== first.formId && questionKey(one.query) !== questionKey(first.query) && sharesKind(first, one),
  )
  return near.length > 0 ? [[first, ...near]] : []
}

/** Without kinds it asks of all. */
const sharesKind = ({ query: { kinds: one } }: Asked, { query: { kinds: other } }: Asked): boolean =>
  !one || !other || one.some((kind) => other.includes(kind))

function told(group: readonly Asked[], near?: AskedTwice['near']): AskedTwice {
  const [first] = group as [Asked]
  return {
    query: first.query,
    cells: group.map(({ formId, cell }) => ({ formId, cell })),
    ...(near ? { near } : {}),
  }
}

function grouped(all: readonly Asked[], keyOf: (one: Asked) => string): Map<string, Asked[]> {
  const groups = new Map<string, Asked[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
