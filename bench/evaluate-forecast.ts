// node bench/evaluate-forecast.ts [DIRECTORY WITH THE PUBLIC DATA]: the tables of docs/early-warning.md, section on forecasts.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { FORECAST_DAILY, FORECAST_WEEKLY } from '../src/statistics/forecast/forecast-settings.ts'
import { forecastStock } from '../src/statistics/forecast/forecast-stock.ts'
import { DILIGENT, type Office, simulatedFlow } from '../src/statistics/simulator/simulated-flow.ts'
import { type KeptWord, keptLine, keptWord, together } from './forecast/kept-word.ts'
import { requestFlow, rowsOf } from './forecast/request-flow.ts'

const HEADING = [
  '| | said | error | as it is now | as a round ago | going on | interval held |',
  '|---|---|---|---|---|---|---|',
]
/** Departments with fewer requests than this in four months say nothing in either direction. */
const LEAST_REQUESTS = 500
const FOUR_MONTHS = { from: '2011-07-01', steps: 123, stepDays: 1 }
/** Four months are too short for the usual eight weeks of learning and two months of testing. */
const SHORT_DAILY = { ...FORECAST_DAILY, window: 42 }
const FOUR_YEARS = { from: '2013-01-07', steps: 207, stepDays: 7 }

const every = (first: number, last: number, apart: number) =>
  Array.from({ length: Math.floor((last - first) / apart) + 1 }, (_, i) => first + i * apart)

function lines(name: string, kept: readonly Readonly<Record<'open' | 'overdue', KeptWord>>[]): string[] {
  return (['open', 'overdue'] as const).map((what) =>
    keptLine(`${name}, ${what}`, together(kept.map((each) => each[what]))),
  )
}

const { closing } = DILIGENT
/** Arrivals with a season; as many every week; more every week; suddenly four times as many; suddenly closed seldom. */
const OFFICES: Readonly<Record<string, Office>> = {
  '60 invented offices': DILIGENT,
  'the same, steady': { ...DILIGENT, arrivals: () => 20 },
  'the same, growing 1.5 % a week': { ...DILIGENT, arrivals: (step) => 5 * 1.015 ** step },
  'the same, four times as many from week 130 on': { ...DILIGENT, arrivals: (step) => (step < 130 ? 10 : 40) },
  'the same, closing a third as often from week 130 on': {
    ...DILIGENT,
    arrivals: () => 20,
    closing: (step, toDue) => closing(step, toDue) / (step < 130 ? 1 : 3),
  },
  'the same, two matters a week': { ...DILIGENT, arrivals: () => 2 },
}

function invented(): string[] {
  return Object.entries(OFFICES).flatMap(([name, office]) =>
    lines(
      name,
      Array.from({ length: 60 }, (_, i) => keptWord(simulatedFlow(office, 1000 + i), [125, 139, 153], FORECAST_WEEKLY)),
    ),
  )
}

function requests(path: string): string[] {
  const byType = [...Map.groupBy(rowsOf(path), ({ type = '' }) => type)]
  return byType.flatMap(([type, rows]) =>
    lines(type, [keptWord(requestFlow(rows, FOUR_YEARS), every(104, 200, 3), FORECAST_WEEKLY)]),
  )
}

function days(path: string): string[] {
  const departments = [...Map.groupBy(rowsOf(path), ({ department = '' }) => department)]
  return departments
    .filter(([, rows]) => rows.length >= LEAST_REQUESTS)
    .flatMap(([name, rows]) =>
      lines(`${name}, days`, [keptWord(requestFlow(rows, FOUR_MONTHS), every(72, 116, 2), SHORT_DAILY)]),
    )
}

function courts(path: string): string {
  const rows = rowsOf(path).filter(({ months, case_type }) => months === '12' && case_type === 'GrandTotal')
  const settings = { horizon: 1, round: 1, window: 3, origins: 12, leastOrigins: 6, level: 0.8, alpha: 0.05 }
  const years = [...Map.groupBy(rows, ({ county, court }) => `${county} ${court}`).values()].filter(
    (each) => each.length === 13,
  )
  const said = years.filter((each) => {
    const ordered = each.toSorted((a, b) => (a['period_end'] ?? '').localeCompare(b['period_end'] ?? ''))
    const answer = forecastStock(
      { frequency: 1, observed: ordered.map((row) => Number(row['active_pending'])) },
      settings,
    )
    return answer.ok && answer.horizons.some(({ isSaid }) => isSaid)
  })
  return `Pending cases of ${years.length} courts, 13 yearly figures each: said of ${said.length}.`
}

const directory = process.argv[2] ?? '../shared/data'
console.log([...HEADING, ...invented()].join('\n'))
const requestsPath = join(directory, 'requests-boston-animal-pest/requests_2013_2016.csv.gz')
if (existsSync(requestsPath)) console.log(requests(requestsPath).join('\n'))
const daysPath = join(directory, 'requests-boston-2011-all/requests_2011_07_to_10.csv.gz')
if (existsSync(daysPath)) console.log(days(daysPath).join('\n'))
const courtsPath = join(directory, 'court-stats-nj-municipal/court_years_to_2016.csv.gz')
if (existsSync(courtsPath)) console.log(`\n${courts(courtsPath)}`)
