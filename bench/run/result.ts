import { commit, load } from '../load.ts'

/** Numbers by name in camelCase. What of them is kept stable stands in `keys.ts`. */
export type Figures = Readonly<Record<string, number>>

/** What every bench answers with `--json`: one object, and nothing beside it on stdout. */
export type BenchResult = {
  readonly bench: string
  /** The commit that was measured, with `+` when files were changed since. */
  readonly commit: string
  /** Processes that wanted a processor in the minute before and at the end: a busy machine is compared by ratios only. */
  readonly loadBefore: number
  readonly loadAfter: number
  readonly figures: Figures
}

/** Measures, and answers in the shape of all benches. What is measured comes as figures or as plain data with numbers in it. */
export async function inShape<T extends object>(
  bench: string,
  work: () => Promise<T>,
): Promise<{ readonly result: BenchResult; readonly answer: T }> {
  const loadBefore = load()
  const answer = await work()
  const measured = 'figures' in answer ? (answer.figures as object) : answer
  return { answer, result: { bench, commit: commit(), loadBefore, loadAfter: load(), figures: figuresIn(measured) } }
}

/** Every number of plain data under a name made of the way to it: `{ csv: { seconds: 1 } }` is `csvSeconds`. Lists are left out. */
export function figuresIn(data: object, way: readonly string[] = []): Figures {
  const parts = Object.entries(data).map(([name, value]: [string, unknown]): Figures => {
    const here = [...way, name]
    if (typeof value === 'number') return { [camelCase(here)]: value }
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? figuresIn(value, here) : {}
  })
  return Object.assign({}, ...parts) as Figures
}

export function camelCase(words: readonly string[]): string {
  const parts = words.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u)).filter(Boolean)
  return parts.map((part, index) => (index === 0 ? part : `${part[0]?.toUpperCase()}${part.slice(1)}`)).join('')
}
