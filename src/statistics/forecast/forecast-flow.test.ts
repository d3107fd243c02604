import { describe, expect, test } from 'vitest'
import { DILIGENT, type Office, simulatedFlow } from '../simulator/simulated-flow.ts'
import { naiveForecasts } from './back-test.ts'
import { forecastFlow } from './forecast-flow.ts'
import { FORECAST_DAILY, FORECAST_WEEKLY } from './forecast-settings.ts'
import { asKnownAt, flowStocks, type MatterFlow } from './matter-flow.ts'

const horizonsOf = (flow: MatterFlow, settings = FORECAST_WEEKLY) => {
  const answer = forecastFlow(flow, settings)
  if (!answer.ok) throw new Error(`${answer.code} ${answer.about}`)
  return answer.horizons
}

describe('stocks', () => {
  test('a matter is open from its opening to before its closing, and overdue once its due step has ended', () => {
    const flow: MatterFlow = {
      now: 6,
      records: [
        { count: 2, opened: 1, due: 3, closed: 5 },
        { count: 1, opened: 0, due: null, closed: null },
        { count: 3, opened: 4, due: 2, closed: 4 },
        { count: 1, opened: 5, due: 9, closed: null },
      ],
    }
    expect(flowStocks(flow)).toEqual({
      open: [3, 3, 3, 3, 2, 2],
      overdue: [0, 0, 2, 2, 0, 0],
      arrivals: [2, 0, 0, 3, 1, 0],
    })
  })
})

describe('an office with deadlines', () => {
  const offices = Array.from({ length: 12 }, (_, number) => simulatedFlow(DILIGENT, number + 1))
  const results = offices.flatMap((whole) => {
    const stocks = flowStocks(whole)
    return [125, 139, 153].flatMap((now) =>
      horizonsOf(asKnownAt(whole, now)).flatMap(({ step, open, overdue }) =>
        (['open', 'overdue'] as const).map((what) => ({
          what,
          steps: step - now,
          said: what === 'open' ? open : overdue,
          naive: stocks[what][now - 1] ?? 0,
          came: stocks[what][step - 1] ?? 0,
        })),
      ),
    )
  })

  test('what is said of the future is nearer to it than what is now', () => {
    const losses = { said: 0, naive: 0 }
    for (const { said, naive, came } of results) {
      if (!said.isSaid) continue
      losses.said += Math.abs(said.value - came)
      losses.naive += Math.abs(naive - came)
    }
    expect(results.filter(({ said }) => said.isSaid).length).toBeGreaterThan(results.length / 4)
    expect(losses.said).toBeLessThan(0.9 * losses.naive)
  })

  test('the intervals hold what came about as often as they say', () => {
    const said = results.flatMap(({ said, came }) => (said.isSaid ? [said.lower <= came && came <= said.upper] : []))
    const share = said.filter(Boolean).length / said.length
    expect(share).toBeGreaterThan(0.85)
    expect(share).toBeLessThan(0.98)
  })

  test('the deadlines that are known make the overdue of the next weeks foreseeable', () => {
    const next = results.filter(({ what, steps }) => what === 'overdue' && steps <= 2)
    expect(next.filter(({ said }) => said.isSaid).length).toBeGreaterThan(0.6 * next.length)
  })
})

describe('an office that closes nothing at weekends', () => {
  const isWeekend = (step: number) => step % 7 === 6 || step % 7 === 0
  const weekly: Office = {
    steps: 180,
    arrivals: (step) => (isWeekend(step) ? 4 : 20),
    closing: (step, toDue) => (isWeekend(step) ? 0 : toDue !== null && toDue <= 1 ? 0.5 : 0.2),
  }
  const whole = Array.from({ length: 8 }, (_, i) => simulatedFlow(weekly, 40 + i))
  const results = whole.flatMap((flow) => {
    const stocks = flowStocks(flow)
    return [145, 149, 152, 160, 166, 173].flatMap((now) =>
      horizonsOf(asKnownAt(flow, now), FORECAST_DAILY).map(({ step, open, overdue }) => ({
        open,
        overdue,
        cameOpen: stocks.open[step - 1] ?? 0,
        cameOverdue: stocks.overdue[step - 1] ?? 0,
        naive: naiveForecasts(stocks.overdue, now, step - now, FORECAST_DAILY),
      })),
    )
  })

  test('is foreseen better than by the day before or the same day of the last week', () => {
    const said = results.flatMap(({ overdue, cameOverdue, naive }) =>
      overdue.isSaid
        ? [{ error: overdue.value - cameOverdue, same: naive.same - cameOverdue, round: naive.lastRound - cameOverdue }]
        : [],
    )
    const sum = (what: 'error' | 'same' | 'round') => said.reduce((total, each) => total + Math.abs(each[what]), 0)
    expect(said.length).toBeGreaterThan(results.length / 3)
    expect(sum('error')).toBeLessThan(0.8 * Math.min(sum('same'), sum('round')))
  })

  test('has intervals that hold at weekends too', () => {
    const held = results.flatMap(({ overdue, cameOverdue }) =>
      overdue.isSaid ? [overdue.lower <= cameOverdue && cameOverdue <= overdue.upper] : [],
    )
    expect(held.filter(Boolean).length / held.length).toBeGreaterThan(0.85)
  })
})

test('nothing that happens later changes what was said', () => {
  const whole = simulatedFlow(DILIGENT, 99)
  const early = asKnownAt(whole, 120)
  const doubled = { ...whole, records: whole.records.map((each) => (each.opened > 120 ? { ...each, count: 2 } : each)) }
  expect(horizonsOf(asKnownAt(doubled, 120))).toEqual(horizonsOf(early))
})

test('the order of matters changes nothing, and neither does counting equal ones together', () => {
  const flow = asKnownAt(simulatedFlow(DILIGENT, 5), 100)
  const together = new Map<string, MatterFlow['records'][number]>()
  for (const { count, ...dates } of flow.records) {
    const key = JSON.stringify(dates)
    together.set(key, { ...dates, count: count + (together.get(key)?.count ?? 0) })
  }
  const other = horizonsOf({ now: flow.now, records: [...together.values()].toReversed() })
  for (const [i, { overdue }] of horizonsOf(flow).entries()) {
    expect(other[i]?.overdue.isSaid).toBe(overdue.isSaid)
    if (overdue.isSaid) expect(other[i]?.overdue).toMatchObject({ lower: overdue.lower, upper: overdue.upper })
  }
})

test('a short past says nothing', () => {
  for (const { open, overdue } of horizonsOf(asKnownAt(simulatedFlow(DILIGENT, 3), 40))) {
    expect(open).toMatchObject({ isSaid: false, reason: 'too-little-history' })
    expect(overdue.isSaid).toBe(false)
  }
})

test.each([
  ['without any matter', []],
  ['with a single matter', [{ count: 1, opened: 5, due: 9, closed: null }]],
  [
    'that closes all the same day',
    Array.from({ length: 120 }, (_, i) => ({ count: 4, opened: i + 1, due: i + 5, closed: i + 1 })),
  ],
])('of an office %s nothing is said', (_, records) => {
  for (const { open, overdue } of horizonsOf({ now: 120, records }))
    for (const said of [open, overdue]) expect(said).toMatchObject({ isSaid: false, reason: 'no-better-than-naive' })
})

test('without deadlines nothing is ever said to be overdue', () => {
  const { now, records } = simulatedFlow(DILIGENT, 7)
  const horizons = horizonsOf({ now, records: records.map((each) => ({ ...each, due: null })) })
  for (const { overdue } of horizons) expect(overdue).toMatchObject({ isSaid: false })
})

describe('where tomorrow is not as yesterday', () => {
  const heldOf = (office: Office) =>
    Array.from({ length: 15 }, (_, i) => simulatedFlow(office, 900 + i)).flatMap((whole) => {
      const { overdue } = flowStocks(whole)
      return horizonsOf(asKnownAt(whole, 140)).flatMap(({ step, overdue: said }) => {
        const came = overdue[step - 1] ?? 0
        return said.isSaid ? [said.lower <= came && came <= said.upper] : []
      })
    })

  test.each([
    ['growing', { ...DILIGENT, arrivals: (step: number) => 5 * 1.015 ** step }],
    ['four times as many since ten weeks ago', { ...DILIGENT, arrivals: (step: number) => (step < 130 ? 10 : 40) }],
  ])('%s: the intervals of what is overdue still hold', (_, office) => {
    const held = heldOf(office)
    expect(held.length).toBeGreaterThan(20)
    expect(held.filter(Boolean).length / held.length).toBeGreaterThan(0.85)
  })
})

test('an office where nothing ever changes has nothing to foresee', () => {
  const records = Array.from({ length: 60 }, (_, i) => ({ count: 3, opened: i - 200, due: i - 190, closed: null }))
  for (const { open } of horizonsOf({ now: 100, records }))
    expect(open).toMatchObject({ reason: 'no-better-than-naive' })
})

test.each([
  ['half a step', { count: 1, opened: 1.5, due: null, closed: null }, 'opened'],
  ['the future', { count: 1, opened: 11, due: null, closed: null }, 'opened'],
  ['closed before it was opened', { count: 1, opened: 5, due: null, closed: 4 }, 'closed'],
  ['closed later than now', { count: 1, opened: 5, due: null, closed: 11 }, 'closed'],
  ['more matters than there can be', { count: 1e15, opened: 5, due: null, closed: null }, 'count'],
  ['no matter', { count: 0, opened: 5, due: null, closed: null }, 'count'],
  ['a due step that is none', { count: 1, opened: 5, due: Number.NaN, closed: null }, 'due'],
])('%s is refused', (_, record, about) => {
  expect(forecastFlow({ now: 10, records: [record] }, FORECAST_WEEKLY)).toMatchObject({ ok: false, about, at: 1 })
})

test.each([
  ['horizon', { horizon: 0 }],
  ['level', { level: 90 }],
  ['alpha', { alpha: Number.NaN }],
  ['leastOrigins', { leastOrigins: 1 }],
  ['horizon', { horizon: 1e9 }],
  ['round', { round: Number.MAX_SAFE_INTEGER }],
])('a %s out of range is refused', (about, wrong) => {
  expect(forecastFlow({ now: 10, records: [] }, { ...FORECAST_WEEKLY, ...wrong })).toMatchObject({ ok: false, about })
})
