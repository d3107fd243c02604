import { expect, test } from 'vitest'
import { settingOf } from '../domain/procedure/form.ts'
import { faultsOf } from '../engine/definition/faults-of.ts'
import { PROCEDURES } from './all.ts'

// What is asked is written in src/engine/definition: shape, names, states, steps, fields, deadlines, spawns, words.
test.each(PROCEDURES.map((procedure) => [`${procedure.id}@${procedure.version}`, procedure] as const))(
  '%s has no fault',
  (_, procedure) => {
    expect(faultsOf(procedure, PROCEDURES).map(({ path, sentence }) => `${path}: ${sentence.en}`)).toEqual([])
  },
)

test('a review that a step opens says what is reviewed', () => {
  const without = PROCEDURES.flatMap(({ id, steps }) =>
    Object.entries(steps).flatMap(([step, { opens = [] }]) =>
      opens.flatMap(({ procedure, carry, link }) =>
        (typeof procedure === 'string' ? [procedure] : Object.values(procedure.procedures)).flatMap((child) => {
          const { forms, opening } = PROCEDURES.find((one) => one.id === child) ?? {}
          const field = settingOf(forms?.[opening?.form ?? '']?.fields ?? {}, 'category')
          return link === 'reviews' && field && !carry[field] ? [`${id}.${step} → ${child}`] : []
        }),
      ),
    ),
  )
  expect(without).toEqual([])
})
