import { describe, expect, test } from 'vitest'
import { HAZARD_DEFAULTS, type LateReports, type ShareIn, sharesIn } from './delay-hazard.ts'
import { type HouseDetection, houseOfLate } from './house/house.ts'
import { HOUSE_DAILY } from './house/house-settings.ts'
import { negativeBinomialCount } from './simulator/count-draw.ts'
import { mrg32k3a } from './simulator/mrg32k3a.ts'

const LONGEST = 15
const DAYS = 200

/** Reports come in at 0.5 a working day and at 0.05 on two days of the week; what is known at the end of the last day. */
function late(pace: (day: number) => number, days = DAYS): LateReports {
  const uniform = mrg32k3a([8, 2, 3, 4, 5, 6])
  const kind = Array.from({ length: days + LONGEST }, (_, day) => (day % 7 < 2 ? 0 : 1))
  const reports = Array.from({ length: days }, (_, day) => {
    const row = Array<number>(LONGEST).fill(0)
    for (let report = 0; report < 40; report++) {
      let delay = 0
      while (delay < LONGEST - 1 && uniform() < Math.exp(-pace(day + delay) * (kind[day + delay] === 0 ? 0.1 : 1)))
        delay += 1
      row[delay]! += 1
    }
    return row.map((count, delay) => (day + delay < days ? count : Number.NaN))
  })
  return { reports, kind }
}

function shares(reports: LateReports): readonly ShareIn[] {
  const found = sharesIn(reports, HAZARD_DEFAULTS)
  if ('ok' in found) throw new Error(found.about)
  return found
}

describe('the share of reports in by now', () => {
  test('counts working days, not days', () => {
    // Day 202 is the second day off after a working week: 200 and 201 are working days.
    const [friday, saturday] = [shares(late(() => 0.5, 196)), shares(late(() => 0.5, 198))]
    // On the last working day two fifths of its own reports are in; after two days off hardly more.
    expect(friday.at(-1)?.share).toBeCloseTo(1 - Math.exp(-0.5), 1)
    expect((saturday.at(-3)?.share ?? 0) - (friday.at(-1)?.share ?? 0)).toBeLessThan(0.15)
    expect(saturday.at(-1)?.share).toBeLessThan(0.15)
  })

  test('is all of them once nothing can come any more, and more the older the day', () => {
    const found = shares(late(() => 0.5))
    expect(found[DAYS - LONGEST]).toEqual({ share: 1, own: 0, common: [] })
    expect(found[DAYS - 1]?.share).toBeLessThan(found[DAYS - 8]?.share ?? 0)
  })

  test('follows a pace that drifts', () => {
    const found = shares(late((day) => (day < 120 ? 0.5 : 0.25)))
    const truth = 1 - Math.exp(-0.25 * (1 + 0.1 + 0.1 + 1))
    // Day 196 is working, 197 and 198 … by the pattern: what counts is that it is nearer to the new pace than to the old one.
    const old = 1 - Math.exp(-0.5 * 2.2)
    const share = found[DAYS - 4]?.share ?? 0
    expect(Math.abs(share - truth)).toBeLessThan(Math.abs(share - old) + 0.2)
  })

  test('is told by what a day brings of reports of every age, where days are wont to differ', () => {
    /** Day 199 is the last; days differ by a factor of four that nothing foretells. */
    const uneven = (last: number) => late((day) => (day === DAYS - 1 ? last : (day * 7919) % 11 < 5 ? 0.25 : 1))
    const [slow, fast] = [0.05, 1].map((last) => shares(uneven(last))[DAYS - 2]?.share ?? 0)
    expect((fast as number) - (slow as number)).toBeGreaterThan(0.12)
  })

  test('does not take a burst for days on which much is worked off', () => {
    const calm = late(() => 0.5)
    const burst = {
      ...calm,
      reports: calm.reports.map((row, day) => (day < DAYS - 3 ? row : row.map((count) => 3 * count))),
    }
    const [before, during] = [calm, burst].map((reports) => shares(reports)[DAYS - 3]?.share ?? 0)
    expect(Math.abs((during as number) - (before as number))).toBeLessThan(0.1)
  })

  test('says less of days that wait for the same day of arrival than it would of each alone', () => {
    const [first, second] = shares(late(() => 0.5)).slice(-2)
    const shared = first?.common.some((sd, cause) => sd > 0 && (second?.common[cause] ?? 0) > 0)
    expect(shared).toBe(true)
  })

  test('refuses what is no table of reports', () => {
    expect(sharesIn({ reports: [], kind: [] }, HAZARD_DEFAULTS)).toMatchObject({ ok: false, about: 'empty' })
    expect(sharesIn({ reports: [[1]], kind: [0] }, { ...HAZARD_DEFAULTS, halfLife: 0 })).toMatchObject({
      about: 'halfLife',
    })
  })
})

describe('a level that moves while its days are not complete', () => {
  const days = 500
  const gap = 14
  const share = (row: number) => Math.min((days - row) / gap, 1)
  /** Days that excite each other, the last fortnight high, and of the latest only a share in. */
  const observed = (() => {
    const uniform = mrg32k3a([9, 2, 3, 4, 5, 6])
    let lately = 1
    return Array.from({ length: days }, (_, row) => {
      const mean = (row >= days - gap ? 60 : 40) * (0.5 + 0.5 * lately)
      const count = negativeBinomialCount(mean, 1.5, uniform())
      lately = 0.85 * lately + (0.15 * count) / 40
      return Math.round(count * share(row))
    })
  })()
  const expected = (late: (row: number) => { share: number; variance: number }) => {
    const settings = { ...HOUSE_DAILY, gap }
    const result = houseOfLate({ frequency: 365, observed }, late, settings, [days]) as HouseDetection
    return result.expected[0] as number
  }

  test('is followed by what is in of them', () => {
    expect(expected((row) => ({ share: share(row), variance: 0.01 }))).toBeGreaterThan(46)
  })

  test('and hardly where nobody knows which share that is', () => {
    const sure = expected((row) => ({ share: share(row), variance: 0.01 }))
    const unsure = expected((row) => ({ share: share(row), variance: share(row) < 1 ? 25 : 0 }))
    expect(unsure).toBeLessThan(sure)
  })
})
