import { expect, test } from 'vitest'
import { faultsOf } from '../engine/definition/faults-of.ts'
import { PROCEDURES } from './all.ts'

// What is asked is written in src/engine/definition: shape, names, states, steps, fields, deadlines, spawns, words.
test.each(PROCEDURES.map((procedure) => [`${procedure.id}@${procedure.version}`, procedure] as const))(
  '%s has no fault',
  (_, procedure) => {
    expect(faultsOf(procedure, PROCEDURES).map(({ path, sentence }) => `${path}: ${sentence.en}`)).toEqual([])
  },
)
