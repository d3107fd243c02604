import { expect, test } from 'vitest'
import { middlesOf } from './middle-of-area.ts'

const square = (x: number, y: number) =>
  [
    [x, y],
    [x + 0.2, y],
    [x + 0.2, y + 0.2],
    [x, y + 0.2],
    [x, y],
  ] as readonly (readonly [number, number])[]

test('middles lie in the middle, in kilometres, whichever way round an outline runs', () => {
  const middles = middlesOf([
    { unitId: 'west', polygons: [[square(120, 30)]] },
    { unitId: 'east', polygons: [[[...square(121, 30)].reverse()]] },
    { unitId: 'nowhere', polygons: [] },
  ])
  const [west, east] = [middles.get('west'), middles.get('east')]
  expect([...middles.keys()]).toEqual(['west', 'east'])
  expect((east?.x ?? 0) - (west?.x ?? 0)).toBeCloseTo(96.2, 0)
  expect(east?.y).toBeCloseTo(west?.y ?? 0, 6)
})
