import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { dayAt } from '../../domain/time/day-number.ts'
import type { Day } from '../../domain/time/time.ts'
import { seriesName } from '../../domain/warnings/series-key.ts'
import type { Text } from '../../domain/wording/text.ts'
import { databaseFor, withTenant } from '../../storage/connection/connect.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { getTenant } from '../../storage/tenants/office-settings.ts'
import { readMark } from '../../storage/warnings/marks.ts'
import { textsOf } from './burst-texts.ts'
import { type Burst, daysOf } from './choose-bursts.ts'
import { type JudgedNight, judgeNight } from './judge-night.ts'
import { keyOfBurst } from './key-of-burst.ts'

/** A burst as a command prints it. */
export type BurstSaid = {
  readonly series: string
  readonly unit: string
  readonly from: Day
  readonly to: Day
  readonly observed: number
  readonly expected: number | null
  readonly upper: number | null
  readonly p: number | null
  readonly q: number | null
  readonly title: Text
}

export type NightSaid = {
  readonly night: Day
  readonly judged: number
  readonly tooLittle: number
  readonly threshold: number
  readonly basis: string
  readonly bursts: readonly BurstSaid[]
}

/** What the judgement of one night says, as plain data for whoever asks outside the worker. */
export async function nightOf(deps: StorageDeps, tenant: string, night: Day, threads: number): Promise<NightSaid> {
  const rulebook = await deps.rulebooks.of(tenant)
  const { warnings } = await getTenant(databaseFor(deps.pool, tenant), tenant)
  const mark = await withTenant(deps.pool, tenant, (client) => readMark(client, tenant))
  const pastFrom = mark?.pastFrom ?? null
  const judged = await judgeNight(deps, { tenant, rulebook, night, perMonth: warnings.perMonth, pastFrom, threads })
  return {
    night,
    judged: judged.answer.judged,
    tooLittle: judged.answer.tooLittle,
    threshold: Math.exp(judged.logThreshold),
    basis: judged.basis,
    bursts: judged.bursts.map((burst) => saidOf(burst, rulebook, judged)),
  }
}

function saidOf(burst: Burst, rulebook: Rulebook, { recordTitles }: JudgedNight): BurstSaid {
  const { point, unitId, q } = burst
  const { observed, expected, upper, logP } = point
  const { first, last } = daysOf(burst)
  return {
    series: seriesName(keyOfBurst(burst)),
    unit: unitId,
    from: dayAt(first),
    to: dayAt(last),
    observed,
    expected,
    upper,
    p: logP === null ? null : Math.exp(logP),
    q: q ?? null,
    title: textsOf(burst, rulebook, recordTitles).title,
  }
}
