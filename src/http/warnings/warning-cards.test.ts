import { expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import type { SeriesPoint } from '../../domain/warnings/warning-view.ts'
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

const cardFor = (post: string, matter: Matter, points = new Map<string, SeriesPoint[]>()) =>
  cardOf(
    { matter, made: [] },
    {
      actor: actorOf(post),
      rulebook: TEST_RULEBOOK,
      now: '2026-03-02T02:00:00.000Z',
      all: [],
      points,
      records: {},
    },
  )

test('weeks of neighbouring places are for who judges them: one of the places would read the other’s from its own', () => {
  const matter = given(warningV2, 'system', ofRing).matter()
  const week = { day: '2026-02-23', observed: 5, expected: 1, upper: null, p: null, crossed: true }
  const pointsFor = (post: string) => cardFor(post, matter, new Map([[SERIES, [week]]]))?.points
  for (const post of ['leader', 'dongpu-leader']) expect(pointsFor(post), post).toEqual([week])
  expect(pointsFor('xiatang-grid')).toEqual([])
})

test('a card offers the steps that are open: nobody dismisses alone what is about the whole office', () => {
  const actsFor = (post: string, told: ReturnType<typeof given>) =>
    cardFor(post, told.matter())?.acts.map(({ step }) => step)
  const ofOffice = given(warningV2, 'system', { ...ofRing, unit: 'qinglan', about: [{ aboutUnit: 'qinglan' }] })
  expect(actsFor('leader', ofOffice)).toEqual(['makeMatter', 'watch', 'proposeDismissal'])
  const dismissal = { verdict: 'notReal', cause: 'ownWork', dismissReason: '集中走访登记的' }
  const proposed = ofOffice.takes('leader', 'proposeDismissal', dismissal)
  expect(actsFor('leader', proposed)).toEqual([])
  expect(actsFor('triage', proposed)).toEqual(['confirmDismissal', 'object'])
  expect(actsFor('dongpu-leader', given(warningV2, 'system', ofRing))).toEqual(['makeMatter', 'watch', 'dismiss'])
})
