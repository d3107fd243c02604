import { type Area, areaOf, areaText } from '../edit/cell-change.ts'
import { type OpenTag, type Splice, scanXml, spliced } from '../edit/scan-xml.ts'
import { type Inserted, shiftedEnd, shiftedRow, withInserted } from './formula-rows.ts'
import { formulaBytes, formulaText } from './row-pattern.ts'

/** Elements that name stretches of their sheet, and the attribute that does. */
const NAMING: Readonly<Record<string, string>> = {
  conditionalFormatting: 'sqref',
  dataValidation: 'sqref',
  protectedRange: 'sqref',
  ignoredError: 'sqref',
  hyperlink: 'ref',
  autoFilter: 'ref',
  dimension: 'ref',
  f: 'ref',
}

/** Elements whose words are formulas. */
const FORMULAS = ['f', 'formula', 'formula1', 'formula2']

/** Where a stretch lies after rows were put in. */
export const shiftedArea = ({ top, left, bottom, right }: Area, inserted: Inserted): Area => ({
  top: shiftedRow(top, inserted),
  left,
  bottom: shiftedEnd(bottom, inserted),
  right,
})

const shiftedRefs = (refs: string, inserted: Inserted): string =>
  refs
    .split(/\s+/)
    .map((ref) => {
      const area = areaOf(ref)
      return area ? areaText(shiftedArea(area, inserted)) : ref
    })
    .join(' ')

/**
 * A piece of a sheet after rows were put in: rows and cells below have other numbers, and formulas, validations, formats and links name what
 * they named. Merges are not looked at.
 * @param own whether the piece belongs to that sheet, or to another whose formulas may name it
 */
export function shifted(text: string, sheet: string, own: boolean, inserted: Inserted): string {
  const splices: Splice[] = []
  let formula: OpenTag | undefined
  const attribute = ({ span, attributes }: OpenTag, name: string, change: (value: string) => string) => {
    const value = attributes[name]
    if (value === undefined || change(value) === value) return
    const tag = text.slice(span.from, span.to)
    const at = new RegExp(`(\\s${name}\\s*=\\s*)(["'])[^"']*\\2`).exec(tag)
    const from = span.from + (at?.index ?? 0)
    if (at) splices.push({ from, to: from + at[0].length, by: `${at[1]}"${change(value)}"` })
  }
  const place = (value: string) => value.replace(/\d+$/, (row) => String(shiftedRow(Number(row), inserted)))
  const open = (tag: OpenTag) => {
    if (FORMULAS.includes(tag.name) && !tag.isEmpty) formula = tag
    if (tag.name === 'sqref' && !tag.isEmpty) formula = tag
    if (!own) return
    if (tag.name === 'row' || tag.name === 'c') attribute(tag, 'r', place)
    const naming = NAMING[tag.name]
    if (naming) attribute(tag, naming, (refs) => shiftedRefs(refs, inserted))
  }
  scanXml(text, {
    open,
    close: (name, span) => {
      if (!formula || name !== formula.name) return
      const [from, to] = [formula.span.to, span.from]
      const words = formulaText(text.slice(from, to))
      const moved =
        name === 'sqref' ? (own ? shiftedRefs(words, inserted) : words) : withInserted(words, sheet, own, inserted)
      if (moved !== words) splices.push({ from, to, by: formulaBytes(moved) })
      formula = undefined
    },
  })
  return splices.length > 0 ? spliced(text, splices) : text
}

/** Rows whose formulas have no results: what a sum came to before its rows were filled is a wrong figure wherever it is not worked out anew. */
export function withoutResults(text: string): string {
  const splices: Splice[] = []
  let [hasFormula, from] = [false, -1]
  scanXml(text, {
    open: ({ name, span }) => {
      if (name === 'c') hasFormula = false
      if (name === 'f') hasFormula = true
      if (name === 'v') from = span.from
    },
    close: (name, { to }) => {
      if (name === 'v' && hasFormula && from >= 0) splices.push({ from, to, by: '' })
      if (name === 'v') from = -1
    },
  })
  return splices.length > 0 ? spliced(text, splices) : text
}
