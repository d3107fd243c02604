import { expect, test } from 'vitest'
import { chooseBursts } from './choose-bursts.ts'

const paths = {
  county: '/county/',
  east: '/county/east/',
  west: '/county/west/',
  mill: '/county/east/mill/',
  ford: '/county/east/ford/',
}
const tree = { paths, recordUnits: { 'SITE-1': 'mill' } }
const THRESHOLD = Math.log(0.001)

const at = (node: string, p = 1e-5, family = 'report/facility') => ({
  node,
  family,
  step: 'week' as const,
  first: 20_000,
  observed: 9,
  expected: 1,
  upper: 4,
  logP: Math.log(p),
})
const chosen = (...points: readonly ReturnType<typeof at>[]) =>
  chooseBursts(
    points,
    points.map(({ logP }) => Math.exp(logP)),
    THRESHOLD,
    tree,
  ).map(({ subject, of, unitId }) => `${subject}:${of} with ${unitId}`)

test('one burst is one warning: it lies where one place below crosses alone, else with the place above those that do', () => {
  expect(chosen(at('place:county'), at('place:east'), at('place:mill'))).toEqual(['place:mill with mill'])
  expect(chosen(at('place:county'), at('place:east'), at('place:mill'), at('place:ford'))).toEqual([
    'place:east with east',
  ])
  expect(chosen(at('place:county'), at('place:east'), at('place:west'), at('place:mill'))).toEqual([
    'place:county with county',
  ])
  expect(chosen(at('place:county'), at('place:mill', 0.01), at('place:west', 0.01))).toEqual([
    'place:county with county',
  ])
})

test('where it is known where, the units that have it raise none beside it; a site stands below its unit', () => {
  expect(chosen(at('unit:county', 1e-9), at('unit:east'), at('place:mill'))).toEqual(['place:mill with mill'])
  expect(chosen(at('place:mill'), at('site:SITE-1'))).toEqual(['site:SITE-1 with mill'])
})

test('two places without a common one that crosses, and two categories, are two bursts; nothing below the threshold is one', () => {
  expect(chosen(at('place:mill'), at('place:west'))).toEqual(['place:mill with mill', 'place:west with west'])
  expect(chosen(at('place:mill'), at('place:mill', 1e-5, 'report/traffic'))).toHaveLength(2)
  expect(chosen(at('place:mill', 0.01))).toEqual([])
})
