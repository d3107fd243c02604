import { expect, test } from 'vitest'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { planted, procedureOf } from '../../testing/planted.ts'
import { faultsOf, faultsOfAll } from './faults-of.ts'

test('no published definition has a fault', () => {
  expect(faultsOfAll(PROCEDURES)).toEqual([])
})

test('all slips of one definition are told at once', () => {
  const slips = [
    ['steps.pause.resumes', ['plan']],
    ['deadlines.rectify.warn.0.share', 8],
    ['deadlines.plan.length', -10],
    ['deadlines.plan.code', 'HAZ-P1'],
    ['effectiveOn', '2026-13-45'],
    ['forms.penalty.fields.penalty.options', {}],
    ['forms.request.fields.verifier.roles.0', 'verifer'],
    ['steps.toRectificationList.opens.0.each', 'left'],
    ['steps.raiseRisk.opens.0.procedure', 'rsk'],
    ['steps.openReview.linksTo', { field: 'nowhere', type: 'reviews' }],
    ['steps.supervise.opens.0.when', { field: 'nowhere', is: ['yes'] }],
  ] as const
  const broken = slips.reduce<Procedure>((made, [path, value]) => planted(made, path, value), procedureOf('hazard'))
  const paths = faultsOf(broken, PROCEDURES).map(({ path }) => path)
  for (const [path] of slips)
    expect(
      paths.some((found) => found.startsWith(path)),
      path,
    ).toBe(true)
})
