// Part 7: real series. Published weekly counts with marked outbreaks, and requests to two cities with bursts put in.
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { dayAt, dayNumber } from '../../src/domain/time/day-number.ts'
import { burstReport, earsScores, houseScores, type Member, range } from './bursts.ts'
import { markdown, percent, share, thresholdAt } from './equal-rate.ts'
import { farringtonScores, PAPER } from './improved-farrington.ts'

const DATA = process.env['ANLAN_DATA'] ?? '../shared/data'

type Row = Readonly<Record<string, string>>

const rowsOf = (path: string): Row[] => parse(gunzipSync(readFileSync(`${DATA}/${path}`)), { columns: true })

export function realReport(quick: boolean): string[] {
  if (!existsSync(DATA)) return ['The real series do not lie at hand.']
  return [...markedOutbreaks(), '', ...chicago(quick), '', ...chicagoDays(quick), '', ...boston(quick)]
}

/** Weekly series whose outbreaks were marked by those who kept them; years 3 on are judged, each series by itself. */
function markedOutbreaks(): string[] {
  const series = new Map<string, { counts: number[]; marked: boolean[] }>()
  for (const { series: name, unit, periods_per_year: frequency, count, outbreak } of rowsOf(
    'early-warning-series/series.csv.gz',
  )) {
    if (frequency !== '52') continue
    const one = series.get(`${name}/${unit}`) ?? { counts: [], marked: [] }
    one.counts.push(Number(count))
    one.marked.push(Number(outbreak) > 0)
    series.set(`${name}/${unit}`, one)
  }
  const judged = [...series.values()].filter(({ marked }) => marked.some(Boolean))
  const ours: number[] = []
  const theirs: number[] = []
  const marked: boolean[] = []
  const episodes: (readonly number[])[] = []
  for (const one of judged) {
    const points = range(3 * 52 + 4, one.counts.length)
    const counts = { frequency: 52, observed: one.counts }
    ours.push(...(houseScores([{ pool: 'alone', series: counts }], points)[0] as number[]))
    theirs.push(...farringtonScores(counts, { ...PAPER, b: 3 }, points))
    episodes.push(
      ...runsOf(
        points.map((point) => one.marked[point - 1] as boolean),
        marked.length,
      ),
    )
    marked.push(...points.map((point) => one.marked[point - 1] as boolean))
  }
  const quiet = (scores: readonly number[]) => scores.filter((_, index) => !marked[index])
  const sick = (scores: readonly number[]) => scores.filter((_, index) => marked[index])
  const limit = -Math.log(0.005)
  const rows = (
    [
      ['house', ours],
      ['improved Farrington, b 3', theirs],
    ] as const
  ).map(([name, scores]) => [
    name,
    percent(quiet(scores).filter((score) => score >= limit).length, quiet(scores).length),
    percent(sick(scores).filter((score) => score >= limit).length, sick(scores).length),
    share(sick(scores), thresholdAt(quiet(scores), 0.01)),
    share(sick(scores), thresholdAt(quiet(scores), 0.025)),
    ...[0.01, 0.025].map((rate) => {
      const limit = thresholdAt(quiet(scores), rate)
      return String(episodes.filter((weeks) => weeks.some((at) => (scores[at] as number) > limit)).length)
    }),
  ])
  return [
    `### Published weekly counts with marked outbreaks: ${judged.length} series, ${episodes.length} outbreaks of ${sick(ours).length} weeks, ${quiet(ours).length} other weeks, from the fourth year on`,
    '',
    ...markdown(
      [
        'detector',
        'other weeks alarming at nominal 0.5 %',
        'marked weeks alarming',
        'marked weeks found % at 1 %',
        'at 2.5 %',
        `outbreaks of ${episodes.length} found in at least one week at 1 %`,
        'at 2.5 %',
      ],
      rows,
    ),
  ]
}

/** Runs of marked weeks, as places in a list that begins at `offset`. */
function runsOf(marked: readonly boolean[], offset: number): number[][] {
  const runs: number[][] = []
  for (const [index, isMarked] of marked.entries()) {
    if (!isMarked) continue
    if (index > 0 && marked[index - 1]) runs.at(-1)?.push(offset + index)
    else runs.push([offset + index])
  }
  return runs
}

/** Sanitation complaints by ward and week, three years; the last half year is judged. */
function chicago(quick: boolean): string[] {
  const { counts, dates } = counted(
    chicagoRows(),
    ({ created = '' }) => created,
    ({ ward = '' }) => ward,
    7,
  )
  const members = [...counts].map(([, observed]) => ({
    pool: 'sanitation',
    series: { frequency: 52, observed, dates },
  }))
  return burstReport(
    'Chicago, sanitation complaints by ward and week',
    members,
    { judged: 20, rounds: quick ? 1 : 4, least: 3 },
    [
      {
        name: 'improved Farrington, b 2',
        scores: (series, points) => farringtonScores(series, { ...PAPER, b: 2 }, points),
      },
      { name: 'EARS C2', scores: earsScores },
    ],
  )
}

/** The same complaints by nature, ward and day. */
function chicagoDays(quick: boolean): string[] {
  const { counts, dates } = counted(
    chicagoRows().filter(({ nature }) => nature),
    ({ created = '' }) => created,
    ({ nature = '', ward = '' }) => `${nature}\n${ward}`,
    1,
  )
  return burstReport(
    'Chicago, sanitation complaints by nature, ward and day',
    busyMembers(counts, dates),
    { judged: 28, rounds: quick ? 1 : 2, least: 2 },
    [
      {
        name: 'improved Farrington on days, b 2, w 10',
        scores: (series, points) => farringtonScores(series, { ...PAPER, b: 2, w: 10, noPeriods: 1 }, points),
      },
      { name: 'EARS C2', scores: earsScores },
    ],
  )
}

/** Three whole years. */
const chicagoRows = () =>
  rowsOf('requests-chicago-sanitation/requests.csv.gz').filter(
    ({ created = '', ward }) => ward && created >= '2011-01-03' && created < '2013-12-30',
  )

/** Daily series with thirty requests or more, pooled by their kind. */
const busyMembers = (counts: ReadonlyMap<string, number[]>, dates: readonly string[]): Member[] =>
  [...counts]
    .filter(([, observed]) => observed.reduce((sum, count) => sum + count, 0) >= 30)
    .map(([key, observed]) => ({ pool: key.split('\n')[0] as string, series: { frequency: 365, observed, dates } }))

/** Requests of four months by kind and neighbourhood and day: nothing but the window methods runs on so little in R. */
function boston(quick: boolean): string[] {
  const rows = rowsOf('requests-boston-2011-all/requests_2011_07_to_10.csv.gz').filter(
    ({ neighborhood }) => neighborhood,
  )
  const { counts, dates } = counted(
    rows,
    ({ opened = '' }) => opened.slice(0, 10),
    ({ type = '', neighborhood = '' }) => `${type}\n${neighborhood}`,
    1,
  )
  return burstReport(
    'Boston, requests by kind, neighbourhood and day',
    busyMembers(counts, dates),
    { judged: 28, rounds: quick ? 1 : 2, least: 3 },
    [{ name: 'EARS C2', scores: earsScores }],
  )
}

function counted(rows: readonly Row[], date: (row: Row) => string, key: (row: Row) => string, step: number) {
  const days = rows.map((row) => dayNumber(date(row)))
  const first = days.reduce((least, day) => Math.min(least, day))
  const last = days.reduce((most, day) => Math.max(most, day))
  const steps = Math.floor((last - first + 1) / step)
  const counts = new Map<string, number[]>()
  for (const [index, row] of rows.entries()) {
    const at = Math.floor(((days[index] as number) - first) / step)
    if (at >= steps) continue
    const series = counts.get(key(row)) ?? Array<number>(steps).fill(0)
    series[at] = (series[at] as number) + 1
    counts.set(key(row), series)
  }
  return { counts, dates: Array.from({ length: steps }, (_, index) => dayAt(first + index * step)) }
}
