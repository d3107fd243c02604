import { LEVELS } from '../../domain/matter/level.ts'
import { type Field, optionsOf } from '../../domain/procedure/form.ts'
import type { Directory, Unit } from '../../domain/unit/unit.ts'
import { unitOf } from '../mapping/unit-names.ts'
import { distinct, type LedgerColumn } from './propose-columns.ts'

const squeezed = (text: string) => text.normalize('NFKC').replace(/[\s、，。（）()]+/g, '')

/** The options of a choice for the cells of a column: by its words, or by words that one holds of the other. */
export function proposeOptions(field: Field, column: LedgerColumn): { values: Record<string, string>; left: string[] } {
  const options = field.kind === 'level' ? LEVELS : optionsOf(field)
  const known = Object.entries(options ?? {}).map(([id, option]) => ({
    id,
    words: squeezed(('title' in option ? option.title : option).zh),
  }))
  const values: Record<string, string> = {}
  const left: string[] = []
  for (const cell of distinct(column)) {
    const said = squeezed(cell)
    const found =
      known.find(({ id, words }) => id === cell || words === said) ??
      onlyOne(known.filter(({ words }) => words.includes(said) || said.includes(words))) ??
      onlyOne(known.filter(({ words }) => sharesWord(words, said)))
    if (found) values[cell] = found.id
    else left.push(cell)
  }
  return { values, left }
}

const onlyOne = <Item>(items: readonly Item[]): Item | undefined => (items.length === 1 ? items[0] : undefined)

/** Whether two wordings have two letters in a row in common: 用电安全 and 电气、用电. */
const sharesWord = (one: string, other: string): boolean =>
  Array.from({ length: Math.max(0, one.length - 1) }, (_, at) => one.slice(at, at + 2)).some((pair) =>
    other.includes(pair),
  )

/** Units for the names of a column that nobody knows as they stand: 应急局 for 青岚县应急管理局, where only one unit can be meant. */
export function proposeUnits(
  column: LedgerColumn,
  directory: Directory,
): { values: Record<string, string>; left: string[] } {
  const values: Record<string, string> = {}
  const left: string[] = []
  for (const cell of distinct(column)) {
    if (unitOf({ column: column.name }, { [column.name]: cell }, directory).unitId) continue
    const meant = onlyOne(Object.values(directory.units).filter((unit) => isShortFor(squeezed(cell), unit)))
    if (meant) values[cell] = meant.id
    else left.push(cell)
  }
  return { values, left }
}

/** What stands behind a township's name when its government is meant. */
const OFFICE = /(?:人民政府|政府|党委|党工委|办事处|村委会|村民委员会|居委会|综治中心)$/

/**
 * Whether the unit may be meant: its name without the last letter (东浦), with its office's (东浦镇人民政府), or all letters in this order,
 * the last at its end.
 */
function isShortFor(short: string, { name }: Unit): boolean {
  if (short.length < 2) return false
  if (name.zh.slice(0, -1) === short || short.replace(OFFICE, '') === name.zh) return true
  if (short.at(-1) !== name.zh.at(-1)) return false
  let at = -1
  for (const letter of short) {
    at = name.zh.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return true
}

/** How many of the names a column holds are units, or short for one. */
export function unitShare(column: LedgerColumn, directory: Directory): number {
  const names = distinct(column)
  return names.length === 0 ? 0 : 1 - proposeUnits(column, directory).left.length / names.length
}
