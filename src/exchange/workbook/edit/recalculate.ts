import type { Package } from '../package.ts'
import { type Splice, scanXml, spliced } from './scan-xml.ts'

const FORMULA = /<(?:\w+:)?f[\s>/]/

/** Whether a sheet has any formula. */
export async function hasFormula(parts: Package, part: string): Promise<boolean> {
  let rest = ''
  for await (const piece of parts.open(part)) {
    const found = rest + piece.toString('latin1')
    if (FORMULA.test(found)) return true
    rest = found.slice(-100)
  }
  return false
}

/** What may stand before the settings for calculating in the list of a workbook's sheets (ECMA-376 part 1, 18.2.27). */
const BEFORE = ['sheets', 'functionGroups', 'externalReferences', 'definedNames']

/**
 * The workbook's part with the wish that formulas are worked out when it is opened: what a formula last came to stands beside it, and a
 * sum shown as it was before its cells changed would be a wrong figure.
 */
export function recalculated(text: string): string {
  let splice: Splice | undefined
  scanXml(text, {
    open: ({ name, attributes, span }) => {
      if (name !== 'calcPr') return
      const tag = text.slice(span.from, span.to).replace(/\sfullCalcOnLoad\s*=\s*(["'])[^"']*\1/, '')
      const isSet = ['1', 'true'].includes(attributes['fullCalcOnLoad'] ?? '')
      splice = {
        ...span,
        by: isSet ? text.slice(span.from, span.to) : tag.replace(/\s*(\/?>)$/, ' fullCalcOnLoad="1"$1'),
      }
    },
    close: (name, { from, to }) => {
      if (!BEFORE.includes(name) || (splice && splice.from < splice.to)) return
      const prefix = /^<\/?([\w.-]+:)?/.exec(text.slice(from, to))?.[1] ?? ''
      splice = { from: to, to, by: `<${prefix}calcPr fullCalcOnLoad="1"/>` }
    },
  })
  return splice ? spliced(text, [splice]) : text
}
