import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Fault } from '../fault.ts'
import { checkFaults, handFaults } from './others-hands.ts'
import { dateFaults, promiseFaults } from './promises.ts'
import { clocklessFaults } from './running-clocks.ts'

/**
 * Whether a definition keeps what every law here wants: a time limit wherever a matter lies, checks by others, favours and ends
 * from above, dates that are possible, and no word that the record does not prove. Asked of a definition without other faults.
 */
export const structureFaults = (procedure: Procedure): Fault[] => [
  ...clocklessFaults(procedure),
  ...checkFaults(procedure),
  ...handFaults(procedure),
  ...dateFaults(procedure),
  ...promiseFaults(procedure),
]
