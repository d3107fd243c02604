import { verifyTenant } from '../../src/storage/verify/verify-tenant.ts'
import { BENCH_TENANT, openBench } from '../bench-installation.ts'
import { fillLedger } from '../ledger/ledger-data.ts'
import { rounded } from '../quantiles.ts'

export type VerifyResult = { readonly figures: Readonly<Record<string, number>> }

/** Matters that are made up command by command; more of them say nothing else about the speed. */
const MOST = 10_000
const ROUNDS = 3

/** How many events a second `verify` reads, hashes and folds: years of a county, as `anlan verify` does it. The median of three. */
export async function benchVerify(asked: number, onProgress: (note: string) => void): Promise<VerifyResult> {
  const bench = await openBench('verify', 4, true)
  try {
    await fillLedger(bench, Math.min(asked, MOST), onProgress)
    const rounds: { seconds: number; cpuSeconds: number; events: number; matters: number; broken: number }[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const [startedAt, cpu] = [performance.now(), process.cpuUsage()]
      const { events, matters, broken } = await verifyTenant(bench.deps, BENCH_TENANT, () => {})
      const { user, system } = process.cpuUsage(cpu)
      const seconds = (performance.now() - startedAt) / 1000
      rounds.push({ seconds, cpuSeconds: (user + system) / 1_000_000, events, matters, broken })
      onProgress(`${round + 1}/${ROUNDS}`)
    }
    const middle = rounds.sort((a, b) => a.seconds - b.seconds)[Math.floor(ROUNDS / 2)]
    const { seconds = 0, cpuSeconds = 0, events = 0, matters = 0, broken = 0 } = middle ?? {}
    const figures = {
      matters,
      events,
      broken,
      seconds: rounded(seconds),
      verifyEventsPerSecond: Math.round(events / seconds),
      cpuUsPerEvent: rounded((cpuSeconds * 1_000_000) / events),
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    }
    return { figures }
  } finally {
    await bench.close()
  }
}

/** The result as lines for people. */
export const verifyLines = ({ figures }: VerifyResult): string[] =>
  Object.entries(figures).map(([name, figure]) => `${name.padEnd(22)} ${figure}`)
