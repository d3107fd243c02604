import { describe, expect, test } from 'vitest'
import { adjusted } from '../multiple-testing.ts'
import { stepUp, topDown } from './top-down.ts'

const logs = (...p: number[]) => p.map(Math.log)

describe('discoveries from the top down', () => {
  test('the step-up rule takes what the adjusted values take', () => {
    const p = [0.001, 0.2, 0.012, 0.04, 0.5, 0.0004, 0.03, 0.9]
    const byValue = adjusted(p, 'BH').flatMap((q, index) => (q !== null && q <= 0.05 ? [index] : []))
    expect(stepUp(logs(...p), 0.05)).toEqual(byValue)
  })

  test('nobody stands out in a family that does not', () => {
    const families = [
      { id: 'noise', logP: logs(0.000001, 0.3, 0.6, 0.2) },
      { id: 'pipes', logP: logs(0.04, 0.5, 0.7, 0.9) },
      { id: 'lamps', logP: logs(0.3, 0.8, 0.4, 0.6) },
    ]
    expect(topDown(families, 0.1).map(({ selected, members }) => [selected, members])).toEqual([
      [true, [0]],
      [false, []],
      [false, []],
    ])
  })
})
