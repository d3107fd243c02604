import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Outbreak, simulatedRun } from './noufaily.ts'

const REFERENCE = '../shared/early-warning/reference/simulator.json'

type Case = {
  readonly scenario: number
  readonly replicate: number
  readonly sum_y0: number
  readonly sum_yA: number
  readonly sum_yB: number
  readonly dot_yB: number
  readonly current: Outbreak
  readonly past: readonly Outbreak[]
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

describe('the simulated weeks', () => {
  test('scenario 1, replicate 1 has the counts and the outbreak of the published reference', () => {
    const run = simulatedRun(1, 1)
    expect([sum(run.quiet), sum(run.past), sum(run.current)]).toEqual([705, 732, 735])
    expect(run.quiet.slice(0, 10)).toEqual([2, 0, 2, 0, 2, 0, 1, 3, 0, 3])
    expect(run.outbreak).toEqual({ k: 2, onset: 611, size: 3, end: 612 })
  })

  test.skipIf(!existsSync(REFERENCE))('every run of the reference file comes out the same', () => {
    const { cases } = JSON.parse(readFileSync(REFERENCE, 'utf8')) as { cases: Case[] }
    for (const one of cases) {
      const run = simulatedRun(one.scenario, one.replicate)
      const dot = run.current.reduce((total, count, index) => total + count * (index + 1), 0)
      expect([sum(run.quiet), sum(run.past), sum(run.current), dot]).toEqual([
        one.sum_y0,
        one.sum_yA,
        one.sum_yB,
        one.dot_yB,
      ])
      expect([run.outbreak, ...run.pastOutbreaks]).toEqual([one.current, ...one.past])
    }
  })
})
