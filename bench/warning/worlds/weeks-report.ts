// Short histories in the world of foreign weeks, at equal rates of false alarms.
import { housePanel } from '../../../src/statistics/house/house-panel.ts'
import { HOUSE_WEEKLY } from '../../../src/statistics/house/house-settings.ts'
import { markdown, paired, pairedText, share, thresholdAt } from '../equal-rate.ts'
import { farringtonScores, PAPER } from '../improved-farrington.ts'
import { surprise } from './count-laws.ts'
import { type WeekSeries, weeksRun } from './foreign-weeks.ts'
import { levelRow, type Point, SIZE_CLASSES } from './own-level.ts'

export type ShortPlan = { readonly weeks: number; readonly panels: number; readonly seed: number }

const UNITS = 40
const JUDGED = 6
type Counts = readonly (readonly number[])[]

const settingsFor = (weeks: number) => {
  const pastWeeksNotIncluded = weeks > 80 ? 26 : 3
  return {
    'Farrington b 1, 5 periods, 5 reports in 4 weeks': { noPeriods: 5, pastWeeksNotIncluded },
    'Farrington b 1, 5 periods, no such limit': { noPeriods: 5, limit54: [0, 1], pastWeeksNotIncluded },
    'Farrington b 1, 1 period': { noPeriods: 1, pastWeeksNotIncluded: 3 },
    'Farrington b 1, 5 periods, delta': { noPeriods: 5, thresholdMethod: 'delta', pastWeeksNotIncluded: 3 },
  } as const
}

type Scores = Map<string, number[]>

export function foreignWeeksReport({ weeks, panels, seed }: ShortPlan): string[] {
  const [quiet, found]: [Scores, Scores] = [new Map(), new Map()]
  const levels: Point[] = []
  const points = Array.from({ length: JUDGED }, (_, i) => weeks - JUDGED + 1 + i)
  for (let panel = 0; panel < panels; panel++) {
    const { series, sick } = weeksRun(seed, panel, { weeks, units: UNITS })
    const calm = series.map(({ counts }) => counts)
    for (const { logP, expected } of judgedPanel(calm, points))
      for (const [index, one] of logP.entries()) levels.push({ score: -(one ?? 0), expected: expected[index] ?? 0 })
    add(quiet, scoresOf(series, calm, points))
    add(found, scoresOf(series, sick, [weeks]))
  }
  const scores = (of: Scores, method: string) => of.get(method) ?? []
  const hits = (method: string) => {
    const threshold = thresholdAt(scores(quiet, method), 0.01)
    return scores(found, method).map((score) => score > threshold)
  }
  return [
    `### Foreign weeks: ${weeks} weeks, ${panels} panels of ${UNITS} units, ${levels.length} quiet unit-weeks, ${panels * UNITS} outbreaks`,
    '',
    ...markdown(
      ['detector', 'found % at 0.5 %', 'at 1 %', 'at 2.5 %', 'house against it at 1 %'],
      [...quiet.keys()].map((method) => [
        method,
        ...[0.005, 0.01, 0.025].map((rate) => share(scores(found, method), thresholdAt(scores(quiet, method), rate))),
        method === 'house, pooled' ? '' : pairedText(paired(hits('house, pooled'), hits(method))),
      ]),
    ),
    '',
    'Its own level, per cent of quiet unit-weeks that alarm:',
    '',
    ...markdown(
      ['unit-weeks', 'at nominal 0.1 %', '0.5 %', '1 %'],
      [
        levelRow('all', levels),
        ...SIZE_CLASSES.map(([name, from, to]) =>
          levelRow(
            name,
            levels.filter(({ expected }) => expected >= from && expected < to),
          ),
        ),
      ],
    ),
  ]
}

function add(to: Scores, more: Scores): void {
  for (const [method, scores] of more) to.set(method, [...(to.get(method) ?? []), ...scores])
}

function scoresOf(series: readonly WeekSeries[], counts: Counts, points: readonly number[]): Scores {
  const weeks = counts[0]?.length ?? 0
  const scores: Scores = new Map()
  scores.set(
    'house, pooled',
    judgedPanel(counts, points).flatMap(({ logP }) => logP.map((one) => -(one ?? 0))),
  )
  for (const [name, change] of Object.entries(settingsFor(weeks)))
    scores.set(
      name,
      counts.flatMap((observed) =>
        farringtonScores({ frequency: 52, observed }, { ...PAPER, b: 1, ...change }, points),
      ),
    )
  scores.set(
    'knows the law',
    series.flatMap(({ law, mean }, unit) =>
      points.map((point) => surprise(law, mean[point - 1] as number, counts[unit]?.[point - 1] as number)),
    ),
  )
  return scores
}

function judgedPanel(counts: Counts, points: readonly number[]) {
  const members = counts.map((observed, unit) => ({
    id: String(unit).padStart(3, '0'),
    pool: 'category',
    series: { frequency: 52, observed },
  }))
  return housePanel(members, HOUSE_WEEKLY, points).map(({ result }) => {
    if (!result.ok) throw new Error(result.about)
    return result
  })
}
