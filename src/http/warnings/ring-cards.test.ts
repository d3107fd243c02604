import { expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { warningV2 } from '../../procedures/warning/v2/procedure.ts'
import { given, TEST_RULEBOOK } from '../../testing/given.ts'
import { actorOf } from '../../testing/people.ts'
import { cardOf } from './warning-cards.ts'

const SERIES = 'cluster:xiatang~2:report/facility:week'
const ofRing: FormValues = {
  title: '下塘村、青石村一带：诉求（公共设施）两周9件，往常约2件',
  category: 'cluster',
  series: SERIES,
  step: 'week',
  since: '2026-02-16',
  asOf: '2026-03-01',
  observed: 9,
  expected: 2.1,
  p: 0.0004,
  words: '这两周有9件，往常约2件。',
  place: '下塘村、青石村',
  placeUnit: 'dongpu',
  unit: 'dongpu',
  about: [{ aboutUnit: 'xiatang' }, { aboutUnit: 'qingshi' }],
}

test('weeks of neighbouring places are for who judges them: one of the places would read the other’s from its own', () => {
  const matter = given(warningV2, 'system', ofRing).matter()
  const week = { day: '2026-02-23', observed: 5, expected: 1, upper: null, p: null, crossed: true }
  const pointsFor = (post: string) =>
    cardOf(
      { matter, made: [] },
      {
        actor: actorOf(post),
        rulebook: TEST_RULEBOOK,
        now: '2026-03-02T02:00:00.000Z',
        all: [],
        points: new Map([[SERIES, [week]]]),
        records: {},
      },
    )?.points
  for (const post of ['leader', 'dongpu-leader']) expect(pointsFor(post), post).toEqual([week])
  expect(pointsFor('xiatang-grid')).toEqual([])
})
