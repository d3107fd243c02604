import { expect, test } from 'vitest'
import { structureFaults } from '../engine/definition/structure/structure.ts'
import { PROCEDURES } from './all.ts'

/** Kinds that keep the structure rules for good. A kind joins when its faults, printed by this file, are mended. */
const KEEPING: readonly string[] = ['petition', 'report', 'hazard', 'dispute', 'risk']

test.each(PROCEDURES.map((procedure) => [procedure.id, procedure] as const))(
  '%s keeps the rules that every law here wants',
  (id, procedure) => {
    const faults = structureFaults(procedure).map(({ path, sentence }) => `${path}: ${sentence.en}`)
    if (KEEPING.includes(id)) expect(faults).toEqual([])
    else if (faults.length > 0) process.stdout.write(`${id}, to be mended:\n  ${faults.join('\n  ')}\n`)
  },
)
