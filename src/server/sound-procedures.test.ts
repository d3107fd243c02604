import { expect, test } from 'vitest'
import { PROCEDURES } from '../procedures/all.ts'
import { planted } from '../testing/planted.ts'
import { soundProcedures } from './sound-procedures.ts'

test('nothing starts with a faulty definition: the refusal names the place and the fault', () => {
  const broken = PROCEDURES.map((procedure) =>
    procedure.id === 'hazard' && procedure.version === 1
      ? planted(procedure, 'steps.raiseRisk.opens.0.procedure', 'rsk')
      : procedure,
  )
  expect(soundProcedures(PROCEDURES)).toBe(PROCEDURES)
  expect(() => soundProcedures(broken)).toThrow(
    expect.objectContaining({
      code: 'procedures-faulty',
      details: expect.objectContaining({
        text: {
          zh: '制度定义有1处错，改好再启动：\n  hazard@1 steps.raiseRisk.opens.0.procedure  没有“rsk”这种事项',
          en: 'The definitions have 1 fault; mend before starting:\n  hazard@1 steps.raiseRisk.opens.0.procedure  there is no procedure "rsk"',
        },
      }),
    }),
  )
})
