import { type Field, isInLedgers } from '../form.ts'
import { type Procedure, targetsOf } from '../procedure.ts'

/** The questions of a kind that a ledger may answer. The responsible unit is asked for every row and stands apart. */
export const ledgerQuestions = (procedure: Procedure): Readonly<Record<string, Field>> =>
  Object.fromEntries(
    Object.entries(procedure.forms[procedure.opening.form]?.fields ?? {}).filter(
      ([id, field]) => isInLedgers(field) && !field.when && id !== 'unit',
    ),
  )

/** The steps by which a former ledger's cases of this kind ended. */
export const ledgerEndings = ({ steps }: Procedure): string[] =>
  Object.entries(steps).flatMap(([id, step]) => (step.imported && targetsOf(step).length > 0 ? [id] : []))
