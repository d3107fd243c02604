import { actorOfPost } from '../../../src/demo/choose-actor.ts'
import { addDays } from '../../../src/domain/time/time.ts'
import { WARNING_DEFAULTS } from '../../../src/domain/warnings/warning-settings.ts'
import { meanInterval } from '../../../src/statistics/indicators/exact-interval.ts'
import { BENCH_TENANT, openBench } from '../../bench-installation.ts'
import { rounded } from '../../quantiles.ts'
import type { Figures } from '../../run/result.ts'
import { plantQuiet, quietNights } from './quiet-nights.ts'
import { type QuietShape, quietDays } from './quiet-shapes.ts'

export type QuietBench = { readonly figures: Figures }

const SHAPES = ['apart', 'together'] as const
/** Years that are on record when the first night is judged. */
const RECORD_DAYS = 500
const FIRST_NIGHT = '2024-11-10'
const NIGHTS = 730
const MONTH_DAYS = 365.2425 / 12

export type QuietAsked = {
  /** Offices of each shape, each with a seed of its own from `seed` on. */
  readonly replicates: number
  readonly seed: number
  readonly nights?: number | undefined
  readonly shapes?: readonly QuietShape[] | undefined
}

/**
 * Two quiet years, night after night through the worker: how many warnings were raised a month, with the exact Poisson interval, against
 * the budget; the first year apart from the second, since the past that the threshold stands on becomes the worker's own.
 */
export async function benchQuiet(
  { replicates, seed, nights = NIGHTS, shapes = SHAPES }: QuietAsked,
  say: (note: string) => void,
): Promise<QuietBench> {
  const bench = await openBench('warn-quiet', 4, false)
  const { owner } = bench.database
  const last = addDays(FIRST_NIGHT, nights - 1)
  const found = { all: [] as number[], apart: [] as number[], together: [] as number[], first: 0, second: 0 }
  try {
    const leader = actorOfPost(await bench.deps.rulebooks.of(BENCH_TENANT), BENCH_TENANT, 'leader')
    for (const shape of shapes)
      for (let run = seed; run < seed + replicates; run++) {
        await owner.query('truncate matters, matter_events, deadlines, matter_links, jobs, matter_keys')
        for (const table of ['marks', 'nights', 'weeks', 'families', 'series'])
          await owner.query(`truncate warning_${table}`)
        await plantQuiet(owner, BENCH_TENANT, quietDays(shape, run, addDays(FIRST_NIGHT, -RECORD_DAYS), last))
        const asked = { tenant: BENCH_TENANT, leader, from: FIRST_NIGHT, until: last }
        const raised = await quietNights(bench.deps, owner, asked, (night, count) => {
          if (night.endsWith('-01')) say(`${shape} ${run} ${night}: ${count}`)
        })
        found[shape].push(raised.length)
        found.all.push(raised.length)
        const half = addDays(FIRST_NIGHT, nights / 2)
        found.first += raised.filter((night) => night < half).length
        found.second += raised.filter((night) => night >= half).length
        say(`${shape} ${run}: ${raised.length} in ${nights} nights`)
      }
  } finally {
    await bench.close()
  }
  const months = nights / MONTH_DAYS
  const all = monthly(sum(found.all), months * found.all.length)
  const apart = monthly(sum(found.apart), months * found.apart.length)
  const together = monthly(sum(found.together), months * found.together.length)
  return {
    figures: {
      budgetPerMonth: WARNING_DEFAULTS.perMonth,
      falseAlarmsPerMonth: all.mean,
      low: all.low,
      high: all.high,
      ...(apart.mean >= 0 ? { apartPerMonth: apart.mean, apartLow: apart.low, apartHigh: apart.high } : {}),
      ...(together.mean >= 0
        ? { togetherPerMonth: together.mean, togetherLow: together.low, togetherHigh: together.high }
        : {}),
      firstHalfPerMonth: rounded(found.first / ((months * found.all.length) / 2)),
      secondHalfPerMonth: rounded(found.second / ((months * found.all.length) / 2)),
      offices: found.all.length,
      monthsEach: rounded(months),
      raised: sum(found.all),
    },
  }
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)

function monthly(count: number, months: number) {
  const { lower, upper } = meanInterval(count, 0.95, 'exact')
  return { mean: rounded(count / months), low: rounded(lower / months), high: rounded(upper / months) }
}

/** The result as lines for people. */
export const benchQuietLines = ({ figures }: QuietBench): string[] =>
  Object.entries(figures).map(([name, figure]) => `${name.padEnd(22)}${figure}`)
