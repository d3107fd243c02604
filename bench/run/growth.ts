import { markdown } from '../warning/equal-rate.ts'
import { runApart } from './apart.ts'
import { BENCHES } from './benches.ts'
import { STABLE_FIGURES } from './keys.ts'
import { type BenchResult, camelCase, type Figures } from './result.ts'

/** How a bench is told that so many matters are there, where that is not how many it handles itself. */
const HELD: Readonly<Record<string, (size: number) => readonly string[]>> = {
  commands: (size) => ['--matters', '1500', '--filled', String(size)],
}

export type GrowthAsked = {
  readonly sizes: readonly number[]
  /** Names of benches; all that have stable figures when absent. */
  readonly only?: readonly string[] | undefined
}

export type Growth = { readonly figures: Figures; readonly lines: readonly string[] }

/** Every stable figure at several sizes, for the table in docs/performance.md: what grows with the office, and what does not. */
export async function runGrowth({ sizes, only }: GrowthAsked, say: (note: string) => void): Promise<Growth> {
  const results: { readonly size: number; readonly result: BenchResult }[] = []
  const names = only ?? Object.keys(STABLE_FIGURES).filter((name) => Object.hasOwn(BENCHES, name))
  for (const name of names)
    for (const size of sizes) {
      say(`${name} ${sizeName(size)}`)
      const options = HELD[name]?.(size) ?? ['--matters', String(size)]
      results.push({ size, result: await runApart(name, options) })
    }
  return growthOf(sizes, results)
}

/** The table: a line a figure, a column a size. */
export function growthOf(
  sizes: readonly number[],
  results: readonly { readonly size: number; readonly result: BenchResult }[],
): Growth {
  const figures: Record<string, number> = {}
  for (const { size, result } of results)
    for (const key of Object.keys(STABLE_FIGURES[result.bench] ?? {})) {
      const figure = result.figures[key]
      if (figure !== undefined) figures[camelCase([key, sizeName(size)])] = figure
    }
  const keys = Object.entries(STABLE_FIGURES).flatMap(([bench, stable]) =>
    results.some(({ result }) => result.bench === bench) ? Object.keys(stable).map((key) => ({ bench, key })) : [],
  )
  const cell = (bench: string, key: string, size: number) => {
    const found = results.find((each) => each.size === size && each.result.bench === bench)
    return found?.result.figures[key]?.toString() ?? '–'
  }
  const rows = keys.map(({ bench, key }) => [bench, `\`${key}\``, ...sizes.map((size) => cell(bench, key, size))])
  return { figures, lines: markdown(['bench', 'figure', ...sizes.map(sizeName)], rows) }
}

/** 10000 is `10k`, 1000000 is `1M`. */
export const sizeName = (size: number): string =>
  size >= 1_000_000 ? `${size / 1_000_000}M` : size >= 1000 ? `${size / 1000}k` : String(size)
