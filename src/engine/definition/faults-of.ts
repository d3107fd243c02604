import type { Procedure } from '../../domain/procedure/procedure.ts'
import { clockFaults, unknownLengthFaults } from './clocks.ts'
import { deadlineAnswerFaults, deadlineFaults } from './deadlines.ts'
import type { Fault } from './fault.ts'
import { fieldAnswerFaults, fieldFaults } from './fields.ts'
import { guardFaults } from './guards.ts'
import { identityFaults } from './identity.ts'
import { ledgerFaults } from './ledger.ts'
import { apartFaults } from './relations/apart.ts'
import { changeFaults } from './relations/changes.ts'
import { conditionFaults } from './relations/conditions.ts'
import { crossingFaults } from './relations/crossings.ts'
import { drawFaults } from './relations/draws.ts'
import { effectFaults } from './relations/effects.ts'
import { exerciseFaults } from './relations/exercises.ts'
import { numberFaults } from './relations/numbers.ts'
import { recordFaults } from './relations/records.ts'
import { rowSourceFaults } from './relations/row-sources.ts'
import { scheduleFaults } from './relations/schedules.ts'
import { sittingFaults } from './relations/seats.ts'
import { standInFaults } from './relations/stand-ins.ts'
import { reportingFaults } from './reporting.ts'
import { procedureShape } from './shape/definition-shape.ts'
import { spawnFaults, spawnNameFaults } from './spawns.ts'
import { stateFaults, stateNameFaults } from './states.ts'
import { formNameFaults, stepFaults, unusedFormFaults } from './steps.ts'
import { structureFaults } from './structure/structure.ts'
import { textFaults } from './texts.ts'

/**
 * Everything that is wrong with one definition among all definitions: empty when it may be published. Faults that only follow
 * from another are left out until that one is mended; one that is no definition at all is judged by its shape alone.
 */
export function faultsOf(procedure: Procedure, all: readonly Procedure[]): Fault[] {
  // The definition itself stands for what others list under its name and version.
  const book = [
    ...all.filter(({ id, version }) => id !== procedure.id || version !== procedure.version),
    ...all.filter(({ id, version }) => id === procedure.id && version === procedure.version).slice(1),
    procedure,
  ]
  const shape = procedureShape(procedure, '')
  if (shape.some(({ broken }) => broken)) return shape
  const states = stateNameFaults(procedure)
  const forms = formNameFaults(procedure)
  const answers = forms.length > 0 ? [] : answerFaults(procedure, book)
  const faults = [
    ...shape,
    ...identityFaults(procedure, book),
    ...states,
    ...forms,
    ...answers,
    ...stepFaults(procedure),
    ...sittingFaults(procedure),
    ...fieldFaults(procedure),
    ...deadlineFaults(procedure),
    ...clockFaults(procedure),
    ...reportingFaults(procedure),
    ...recordFaults(procedure, book),
    ...exerciseFaults(procedure),
    ...(forms.length > 0 ? [] : scheduleFaults(procedure)),
    ...(forms.length > 0 ? [] : standInFaults(procedure)),
    ...textFaults(procedure),
    ...(forms.length > 0 ? [] : [...unusedFormFaults(procedure), ...ledgerFaults(procedure)]),
    // What can be reached, and what is known there, rests on names that are right.
    ...(states.length > 0 ? [] : stateFaults(procedure)),
    ...(states.length + forms.length + answers.length > 0 ? [] : wayFaults(procedure, book)),
  ]
  // What the law wants of every kind is asked of one that holds together.
  return faults.length > 0 ? once(faults) : structureFaults(procedure)
}

/** What several versions of another kind make of one slip is one fault. */
const once = (faults: readonly Fault[]): Fault[] => [
  ...new Map(faults.map((found) => [`${found.path} ${found.sentence.en}`, found])).values(),
]

/** Answers that are asked for, but that no form gives. */
const answerFaults = (procedure: Procedure, book: readonly Procedure[]): Fault[] => [
  ...fieldAnswerFaults(procedure),
  ...deadlineAnswerFaults(procedure),
  ...spawnNameFaults(procedure, book),
]

/** What is missing on the way to where it is needed. */
const wayFaults = (procedure: Procedure, book: readonly Procedure[]): Fault[] => [
  ...guardFaults(procedure),
  ...conditionFaults(procedure, book),
  ...effectFaults(procedure, book),
  ...numberFaults(procedure),
  ...rowSourceFaults(procedure, book),
  ...apartFaults(procedure),
  ...crossingFaults(procedure),
  ...drawFaults(procedure, book),
  ...changeFaults(procedure, book),
  ...unknownLengthFaults(procedure),
  ...spawnFaults(procedure, book),
]

/** A fault with the definition it stands in: `report@1`. */
export type ProcedureFault = Fault & { readonly procedure: string }

export const faultsOfAll = (all: readonly Procedure[]): ProcedureFault[] =>
  all.flatMap((procedure) =>
    faultsOf(procedure, all).map((found) => ({ procedure: `${procedure.id}@${procedure.version}`, ...found })),
  )
