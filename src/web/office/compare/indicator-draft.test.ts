import { expect, test } from 'vitest'
import { PACKED_INDICATORS } from '../../../domain/indicators/packs/all-packs.ts'
import { draftOf, kindsIn, typedOf, withKind } from './indicator-draft.ts'

test('a new version that changes nothing is what the one before was: its kinds, its range, from how many on it judges', () => {
  expect(PACKED_INDICATORS.filter(({ kinds }) => kinds).length).toBeGreaterThan(3)
  for (const indicator of PACKED_INDICATORS) {
    const { version: _, pack: _pack, effectiveFrom: _from, isDropped: _dropped, ...same } = indicator
    expect(typedOf(draftOf(indicator, '2026-04-01')), indicator.id).toEqual(same)
  }
})

test('kinds are ticked and taken away; without any, all are counted', () => {
  const two = withKind(withKind(draftOf(undefined, '2026-04-01'), 'hazard', true), 'dispute', true)
  expect(kindsIn(two)).toEqual(['hazard', 'dispute'])
  const none = withKind(withKind(two, 'hazard', false), 'dispute', false)
  const typed = typedOf({ ...none, id: 'own', zh: '自定', en: 'Own', source: '本县' })
  expect(typed).not.toHaveProperty('kinds')
})
