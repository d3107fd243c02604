import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../domain/time/day-number.ts'
import { forecastFlow } from './forecast-flow.ts'
import { FORECAST_WEEKLY } from './forecast-settings.ts'
import { forecastStock } from './forecast-stock.ts'
import { asKnownAt, flowStocks, type MatterFlow } from './matter-flow.ts'

const REQUESTS = '../shared/data/requests-boston-animal-pest/requests_2013_2016.csv.gz'
const COURTS = '../shared/data/court-stats-nj-municipal/court_years_to_2016.csv.gz'

type Row = Record<string, string>
const rowsOf = (path: string) => parse(gunzipSync(readFileSync(path)), { columns: true }) as Row[]

const FIRST_DAY = dayNumber('2013-01-07')
const WEEKS = 207
const weekOf = (day: string) => Math.floor((dayNumber(day.slice(0, 10)) - FIRST_DAY) / 7) + 1

function requestFlow(rows: readonly Row[]): MatterFlow {
  const records = rows.flatMap(({ opened = '', sla_due = '', closed = '' }) => {
    const start = weekOf(opened)
    const end = closed === '' ? null : Math.max(start, weekOf(closed))
    if (start > WEEKS) return []
    return [
      {
        count: 1,
        opened: start,
        due: sla_due === '' ? null : weekOf(sla_due),
        closed: end !== null && end <= WEEKS ? end : null,
      },
    ]
  })
  return { now: WEEKS, records }
}

describe.skipIf(!existsSync(REQUESTS))(
  'requests to a city over four years (only where the public data are at hand)',
  () => {
    const flow = requestFlow(existsSync(REQUESTS) ? rowsOf(REQUESTS) : [])
    const stocks = flowStocks(flow)

    test('overdue requests are foreseen at half the naive error or less, within intervals that hold', () => {
      const sums = { said: 0, naive: 0, count: 0, held: 0 }
      for (let now = 110; now <= 200; now += 10) {
        const answer = forecastFlow(asKnownAt(flow, now), FORECAST_WEEKLY)
        if (!answer.ok) throw new Error(answer.about)
        for (const { step, overdue } of answer.horizons) {
          if (!overdue.isSaid) continue
          const came = stocks.overdue[step - 1] ?? Number.NaN
          sums.said += Math.abs(overdue.value - came)
          sums.naive += Math.abs((stocks.overdue[now - 1] ?? Number.NaN) - came)
          sums.count += 1
          sums.held += Number(overdue.lower <= came && came <= overdue.upper)
        }
      }
      expect(sums.count).toBeGreaterThan(30)
      expect(sums.said).toBeLessThan(0.5 * sums.naive)
      expect(sums.held / sums.count).toBeGreaterThan(0.82)
    })
  },
)

describe.skipIf(!existsSync(COURTS))('yearly figures of 480 courts (only where the public data are at hand)', () => {
  test('nothing is said of them: thirteen years show no court whose change lasts', () => {
    const byCourt = Map.groupBy(
      rowsOf(COURTS).filter(({ months, case_type }) => months === '12' && case_type === 'GrandTotal'),
      ({ county, court }) => `${county} ${court}`,
    )
    const settings = { horizon: 1, round: 1, window: 3, origins: 12, leastOrigins: 6, level: 0.8, alpha: 0.05 }
    let courts = 0
    let said = 0
    for (const rows of byCourt.values()) {
      const years = rows.toSorted((a, b) => (a['period_end'] ?? '').localeCompare(b['period_end'] ?? ''))
      if (years.length !== 13) continue
      const answer = forecastStock(
        { frequency: 1, observed: years.map((row) => Number(row['active_pending'])) },
        settings,
      )
      if (!answer.ok) throw new Error(answer.about)
      courts += 1
      said += answer.horizons.filter(({ isSaid }) => isSaid).length
    }
    expect(courts).toBeGreaterThan(400)
    expect(said / courts).toBeLessThan(0.02)
  })
})
