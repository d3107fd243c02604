// Late reports in ways of their own, at equal rates of false alarms.
import { markdown, paired, pairedText, percent, share, thresholdAt } from '../equal-rate.ts'
import { lateRun, WAYS } from './foreign-delay.ts'
import { judgeLateDay, LATE_METHODS, type LateMethod } from './late-methods.ts'

export type LatePlan = { readonly series: number; readonly seed: number }

const [QUIET_FROM, QUIET_TO, STEP] = [500, 620, 4]
const WITHIN = 7
const HOUSE = LATE_METHODS[0]

type Scores = Record<LateMethod, number[]>
const none = () => Object.fromEntries(LATE_METHODS.map((method) => [method, [] as number[]])) as Scores

export function foreignDelayReport({ series, seed }: LatePlan): string[] {
  const [quiet, found] = [none(), none()]
  const own: { readonly way: number; readonly score: number }[] = []
  for (let index = 0; index < series; index++) {
    const run = lateRun(seed, index, QUIET_FROM + 20, QUIET_TO - 20)
    for (let day = QUIET_FROM; day < QUIET_TO; day += STEP) {
      const scores = judgeLateDay(run, run.reports, day)
      for (const method of LATE_METHODS) quiet[method].push(scores[method])
      own.push({ way: index % WAYS.length, score: scores[HOUSE] })
    }
    const days = Array.from({ length: WITHIN + 1 }, (_, day) => judgeLateDay(run, run.sick, run.onset + day))
    for (const method of LATE_METHODS) found[method].push(Math.max(...days.map((day) => day[method])))
  }
  const hits = (method: LateMethod) => {
    const threshold = thresholdAt(quiet[method], 0.01)
    return found[method].map((score) => score > threshold)
  }
  const level = (scores: readonly number[], nominal: number) =>
    percent(scores.filter((score) => score >= -Math.log(nominal)).length, scores.length)
  return [
    `### Reports late in ways of their own: ${series} daily series, ${quiet[HOUSE].length} quiet days, one outbreak a series`,
    '',
    ...markdown(
      [
        'method',
        `found within ${WITHIN} days % at 1 %`,
        'at 2.5 %',
        'own level at nominal 0.5 %',
        'first row against it at 1 %',
      ],
      LATE_METHODS.map((method) => [
        method,
        ...[0.01, 0.025].map((rate) => share(found[method], thresholdAt(quiet[method], rate))),
        level(quiet[method], 0.005),
        method === HOUSE ? '' : pairedText(paired(hits(HOUSE), hits(method))),
      ]),
    ),
    '',
    `Level and delay together, own level at nominal 0.5 % by the way reports come in: ${WAYS.map(
      (way, at) =>
        `${way} ${level(
          own.filter((one) => one.way === at).map(({ score }) => score),
          0.005,
        )}`,
    ).join('; ')} %.`,
  ]
}
