import { expect, test } from 'vitest'
import { structureFaults } from '../engine/definition/structure/structure.ts'
import { PROCEDURES } from './all.ts'

test.each(PROCEDURES.map((procedure) => [procedure.id, procedure] as const))(
  '%s keeps the rules that every law here wants',
  (_, procedure) => {
    expect(structureFaults(procedure).map(({ path, sentence }) => `${path}: ${sentence.en}`)).toEqual([])
  },
)
