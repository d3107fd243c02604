import { LEVELS, type Level } from '../../domain/matter/level.ts'
import { present } from '../../domain/present.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import {
  type CellUse,
  type MappedCell,
  type Measure,
  MOST_CELLS,
  type ReturnQuery,
} from '../../domain/returns/return-query.ts'
import type { BlankSheet } from '../../domain/returns/return-views.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { unitOf } from '../mapping/unit-names.ts'
import { loosened } from '../proposal/column-words.ts'
import { proposeUnits } from '../proposal/propose-values.ts'
import { BY_HAND, MEASURE_WORDS, NO_COUNT, SUMS, TEXT_WORDS, VERBS } from './form-words.ts'
import { type OpenCell, openCells } from './headings-of-cells.ts'

export type FormGrounds = {
  /** The kinds that whoever fills the form may count. */
  readonly procedures: readonly Procedure[]
  /** The unit that fills it and those below: others are not counted. */
  readonly directory: Directory
}

/**
 * Says what the empty cells of a form might ask, by the headings above and left of them. A proposal only: a person looks at it before
 * anything is filled. A cell whose headings name nothing that is counted is by hand where it has headings both ways, and else is none.
 */
export function proposeCells(blank: BlankSheet, grounds: FormGrounds): MappedCell[] {
  const { title, cells } = openCells(blank)
  const units = unitsNamed(cells, grounds.directory)
  const proposed = cells.flatMap((cell): MappedCell[] => {
    const use = useFor(cell, title, grounds.procedures, units)
    return use ? [{ cell: cell.cell, use }] : []
  })
  return proposed.slice(0, MOST_CELLS)
}

function useFor(
  { above, aboveBefore, left, beside }: OpenCell,
  title: string,
  procedures: readonly Procedure[],
  units: ReadonlyMap<string, string>,
): CellUse | undefined {
  const label = loosened(beside)
  const text = TEXT_WORDS.find(([, words]) => words.test(label))
  if (text) return { text: text[0] }
  const heads = [...left, ...above]
  if (heads.length === 0 || above.length === 0) return BY_HAND.test(label) ? { hand: true } : undefined
  const said = heads.join(' ')
  const isPart = /^(?:其中|其|含)/.test(above.at(-1) ?? '')
  const measure = measureIn(above) ?? (isPart ? measureIn(aboveBefore) : undefined) ?? measureIn(left)
  // Below the table stand labels with a cell each: 审核人： 填表人：
  if (left.length === 0 || (beside === '' && /[:：]$/.test(left.at(-1) ?? ''))) return undefined
  if (!measure || NO_COUNT.test(above.at(-1) ?? '') || BY_HAND.test(said)) return { hand: true }
  return { count: queryFor(measure, { heads, said, title }, procedures, units) }
}

/** The nearest heading counts before those further off. */
const measureIn = (heads: readonly string[]): Measure | undefined =>
  heads
    .toReversed()
    .flatMap((head) => MEASURE_WORDS.find(([, words]) => words.test(head))?.[0] ?? [])
    .at(0)

type Said = { readonly heads: readonly string[]; readonly said: string; readonly title: string }

function queryFor(
  measure: Measure,
  { heads, said, title }: Said,
  procedures: readonly Procedure[],
  units: ReadonlyMap<string, string>,
): ReturnQuery {
  const latest = procedures.filter((one) =>
    procedures.every((other) => other.id !== one.id || other.version <= one.version),
  )
  const kinds = kindsIn(said, latest) ?? kindsIn(title, latest)
  const within = kinds ? latest.filter(({ id }) => kinds.includes(id)) : latest
  return {
    measure,
    ...present({
      kinds,
      category: heads.flatMap((head) => categoryIn(head, within) ?? []).at(-1),
      level: levelIn(said),
      unit: heads.flatMap((head) => units.get(head) ?? []).at(-1),
    }),
  }
}

function kindsIn(heads: string, procedures: readonly Procedure[]): string[] | undefined {
  const said = heads.replace(VERBS, '')
  const named = procedures.filter(({ short }) => short.zh.length > 1 && said.includes(short.zh))
  // 重大风险 within 风险: the longer name is meant.
  const longest = named.filter(
    ({ short }) => !named.some((one) => one.short.zh !== short.zh && one.short.zh.includes(short.zh)),
  )
  return longest.length > 0 ? longest.map(({ id }) => id) : undefined
}

function categoryIn(head: string, procedures: readonly Procedure[]): string | undefined {
  const said = loosened(head).replace(/类$/, '')
  if (said.length < 2 || SUMS.test(said)) return undefined
  const known = procedures.flatMap(({ categories }) => Object.entries(categories))
  const found =
    known.find(([, title]) => loosened(title.zh).replace(/类$/, '') === said) ??
    known.find(([, title]) => loosened(title.zh).includes(said))
  return found?.[0]
}

const levelIn = (said: string): Level | undefined =>
  (Object.entries(LEVELS) as [Level, (typeof LEVELS)[Level]][]).find(
    ([, { title }]) => title.zh.length > 1 && said.includes(`${title.zh}`) && /级|隐患|风险|事件|事故/.test(said),
  )?.[0]

/** The units that headings name, in full or short. */
function unitsNamed(cells: readonly OpenCell[], directory: Directory): ReadonlyMap<string, string> {
  const heads = [...new Set(cells.flatMap(({ above, left }) => [...above, ...left]))].filter(
    (head) => !SUMS.test(loosened(head)),
  )
  const short = proposeUnits({ name: 'head', heading: 'head', cells: heads }, directory).values
  return new Map(
    heads.flatMap((head) => {
      const id = unitOf({ column: 'head' }, { head }, directory).unitId ?? short[head]
      return id ? [[head, id] as const] : []
    }),
  )
}
