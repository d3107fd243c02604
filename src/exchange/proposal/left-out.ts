import type { Procedure } from '../../domain/procedure/procedure.ts'
import { ledgerQuestions } from '../../domain/procedure/records/ledger-questions.ts'
import type { LedgerReading } from '../../domain/views/import-views.ts'
import type { ProposalGrounds } from './propose-reading.ts'
import { proposeOptions, proposeUnits } from './propose-values.ts'

/** Cells of a reading that stand for no option and no unit that is known, by column. */
export function leftOut(
  { unit, answers, values }: LedgerReading,
  procedure: Procedure,
  { columns, directory }: Pick<ProposalGrounds, 'columns' | 'directory'>,
): Readonly<Record<string, readonly string[]>> {
  const fields = ledgerQuestions(procedure)
  const asked = [...Object.entries(answers), ...(unit ? [['unit', unit] as const] : [])].flatMap(([id, name]) => {
    const column = columns.find((one) => one.name === name)
    const field = id === 'unit' ? undefined : fields[id]
    if (!column) return []
    if (field?.kind === 'choice' || field?.kind === 'level')
      return [[name, proposeOptions(field, column).left] as const]
    return id === 'unit' ? [[name, proposeUnits(column, directory).left] as const] : []
  })
  const left = asked.map(([name, cells]) => [name, cells.filter((cell) => !values[name]?.[cell])] as const)
  return Object.fromEntries(left.filter(([, cells]) => cells.length > 0))
}
