import { text } from '../../domain/wording/text.ts'
import { topDown } from '../../statistics/house/top-down.ts'
import type { Call } from '../shell/cli-command.ts'
import { quotable } from '../shell/plain-text.ts'
import { usageError } from '../shell/usage-error.ts'
import { WITHOUT_P } from './algorithms.ts'
import type { SeriesTable } from './series-table.ts'
import type { Verdict } from './verdicts.ts'

/** The share of false findings asked for. @throws AnlanError request-invalid where it cannot be kept */
export function discoveriesOf(call: Pick<Call, 'value' | 'isSet'>, algorithm: string): number | undefined {
  const written = call.value('discoveries')
  if (written === undefined) return undefined
  if (call.isSet('alpha') || call.isSet('budget'))
    throw usageError(
      text('--discoveries 和 --alpha、--budget 只能写一个', 'Give only one of --discoveries, --alpha and --budget'),
    )
  if (WITHOUT_P.includes(algorithm))
    throw usageError(
      text(
        `${algorithm} 没有 p 值，--discoveries 用不上`,
        `${algorithm} has no p-values, so --discoveries cannot be used`,
      ),
    )
  const share = /^0?\.\d{1,6}$/.test(written) ? Number(written) : Number.NaN
  if (share > 0 && share <= 0.5) return share
  const shown = quotable(written)
  throw usageError(
    text(
      `--discoveries 要写大于0、不过0.5的小数，如 0.1，收到“${shown}”`,
      `--discoveries must be a share above 0 and up to 0.5, such as 0.1, got "${shown}"`,
    ),
  )
}

/** Alarms of each date from the top down: the pools in which anything stands out, and of those the series. */
export function fromTheTop(table: SeriesTable, list: readonly Verdict[], share: number): readonly Verdict[] {
  const pools = new Map(table.rows.map(({ label, pool }) => [label, pool]))
  const found = new Set<Verdict>()
  for (const ofDate of groups(list, ({ date }) => date).values()) {
    const judged = ofDate.filter(({ p }) => p !== null)
    const families = [...groups(judged, ({ series }) => pools.get(series) ?? '')]
    const asked = families.map(([id, own]) => ({ id, logP: own.map(({ p }) => Math.log(Math.max(p ?? 1, LEAST_P))) }))
    for (const [index, { members }] of topDown(asked, share).entries())
      for (const member of members) {
        const verdict = families[index]?.[1][member]
        if (verdict) found.add(verdict)
      }
  }
  return list.map((verdict) => {
    if (verdict.p === null) return verdict
    const alarm = found.has(verdict)
    // It is not the count alone that decides.
    return { ...verdict, upper: null, alarm, reason: alarm ? 'above' : 'within' }
  })
}

/** What double precision calls 0. */
const LEAST_P = 1e-300

function groups<T>(all: readonly T[], by: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const one of all) {
    const known = found.get(by(one))
    if (known) known.push(one)
    else found.set(by(one), [one])
  }
  return found
}
