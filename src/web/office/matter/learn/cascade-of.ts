import type { FormValues } from '../../../../domain/procedure/form.ts'
import type { CascadeRows } from '../../../../domain/procedure/records/learning.ts'
import type { Cascade } from '../../../../statistics/graph/cascade.ts'

const HUNDREDTHS = 100

const rowsIn = (fields: FormValues, name: string): readonly FormValues[] => {
  const rows = fields[name]
  return Array.isArray(rows) ? (rows as readonly FormValues[]) : []
}

const wordIn = (row: FormValues, name: string): string => String(row[name] ?? '').trim()

/** What the rows of a record say may lead to what; where no beginning is named, what has no cause begins. */
export function cascadeOf(rule: CascadeRows, fields: FormValues): Cascade {
  const links = rowsIn(fields, rule.links).map((row) => ({
    from: wordIn(row, rule.from),
    to: wordIn(row, rule.to),
    chance: Math.min(1, Math.max(0, Number(row[rule.chance] ?? 0) / HUNDREDTHS)),
  }))
  const nodes = rowsIn(fields, rule.nodes)
  const named = nodes.filter((row) => row[rule.begins] === true).map((row) => wordIn(row, rule.node))
  const uncaused = links.map(({ from }) => from).filter((name) => links.every(({ to }) => to !== name))
  const weights = nodes.flatMap((row): [string, number][] => {
    const weight = row[rule.weight]
    return typeof weight === 'number' ? [[wordIn(row, rule.node), weight]] : []
  })
  return {
    links,
    begins: [...new Set(named.length > 0 ? named : uncaused)],
    weights: Object.fromEntries(weights),
  }
}
