import { runApart } from './apart.ts'
import { BENCHES } from './benches.ts'
import { waitForCalm } from './calm.ts'
import { STABLE_FIGURES } from './keys.ts'
import { type BenchResult, camelCase, type Figures } from './result.ts'

/** How many matters each gets, so that all of them together take about ten minutes on two cores. Others take what they take by default. */
const SIZES: Readonly<Record<string, number>> = {
  commands: 1_500,
  ledger: 100_000,
  counts: 5_000,
  import: 20_000,
  export: 10_000,
  notices: 300,
  due: 6_000,
  disk: 3_000,
  verify: 10_000,
  http: 10_000,
  warn: 100_000,
  'warn-quiet': 60,
}

export type AllAsked = {
  /** Matters for each instead of the sizes that fit ten minutes. */
  readonly matters?: number | undefined
  /** Most minutes to wait for a calm machine. */
  readonly wait: number
  /** Names of benches; all when absent. */
  readonly only?: readonly string[] | undefined
}

/** Runs every bench, one after the other, each in a process of its own, and puts all figures side by side. */
export async function runAll({ matters, wait, only }: AllAsked, say: (note: string) => void): Promise<Figures> {
  // On stderr even where no bar is shown: stdout belongs to the answer.
  if (!(await waitForCalm(wait, say))) console.error(`Not calm after ${wait} min: measured all the same, trust ratios.`)
  const figures: Record<string, number> = {}
  for (const name of only ?? Object.keys(BENCHES)) {
    say(name)
    const size = matters ?? SIZES[name]
    const startedAt = performance.now()
    const result = await runApart(name, size === undefined ? [] : ['--matters', String(size)])
    Object.assign(figures, namedApart(result), {
      [camelCase([name, 'seconds'])]: Math.round((performance.now() - startedAt) / 1000),
    })
  }
  return figures
}

/** Stable figures under their own names, the others under that of their bench: `perSecond32` is `commandsPerSecond32`. */
export function namedApart({ bench, loadBefore, figures }: BenchResult): Figures {
  const stable = STABLE_FIGURES[bench] ?? {}
  const named = Object.entries(figures).map(([key, figure]) => [
    Object.hasOwn(stable, key) ? key : camelCase([bench, key]),
    figure,
  ])
  return { ...(Object.fromEntries(named) as Figures), [camelCase([bench, 'loadBefore'])]: loadBefore }
}
