/** How many false alarms a panel may raise: `alarms` in `steps` steps of its series ("1 a month" of days is 1 in 30.4). */
export type Budget = { readonly alarms: number; readonly steps: number }

/** The p-values a panel would have shown on its own past: one list a step, natural logs, all series of that step. */
export type BackTest = readonly (readonly number[])[]

export type BudgetThreshold = {
  /** Alarm where log p is below this. */
  readonly logThreshold: number
  /** The level the budget comes to when p-values are taken at their word. */
  readonly logNominal: number
  /** Alarms the threshold would have raised on the past, and how many the budget grants for as many steps. */
  readonly raised: number
  readonly granted: number
  /** What it rests on: as many past points as were granted, the run of the most unusual ones, or the law alone. */
  readonly basis: 'own past' | 'tail of own past' | 'nominal'
}

/** From this many granted alarms on, the panel's own past says where the threshold is. */
const ENOUGH_GRANTED = 5
/** The most unusual points that show how the tail runs, and the share of all they may be to be called a tail. */
const TAIL_POINTS = 40
const TAIL_SHARE = 0.1
const FEWEST_TAIL_POINTS = 12
/** A budget grants alarms, it does not order them: nothing more likely than this is called unusual. */
const LOOSEST = Math.log(0.05)

/**
 * Turns a budget into a threshold by looking where it would have been kept on the panel's own past. With `j` alarms
 * granted the threshold is the j-th smallest p-value itself, which does not alarm: a new p-value is as likely in any
 * place among the old ones, so the expected number stays at or below the budget. True outbreaks in the past only make it
 * stricter. Where the past is too short for that, its tail is carried on; it never loosens what the law says.
 */
export function budgetThreshold(past: BackTest, { alarms, steps }: Budget): BudgetThreshold | undefined {
  const sorted = past.flat().sort((a, b) => a - b)
  if (sorted.length === 0 || !(alarms > 0) || !(steps > 0)) return undefined
  const granted = (alarms * past.length) / steps
  const logNominal = Math.log(Math.min(granted / sorted.length, 0.5))
  const [logFound, basis] = found(sorted, granted, logNominal)
  const logThreshold = Math.min(logFound, LOOSEST)
  const raised = sorted.findIndex((logP) => logP >= logThreshold)
  return { logThreshold, logNominal, raised: raised < 0 ? sorted.length : raised, granted, basis }
}

function found(sorted: readonly number[], granted: number, logNominal: number): [number, BudgetThreshold['basis']] {
  if (granted >= ENOUGH_GRANTED) return [sorted[Math.min(Math.floor(granted), sorted.length) - 1]!, 'own past']
  const tail = Math.min(TAIL_POINTS, Math.floor(TAIL_SHARE * sorted.length))
  if (tail < FEWEST_TAIL_POINTS) return [logNominal, 'nominal']
  const [edge, inner] = [sorted[tail - 1]!, sorted[Math.floor(tail / 4) - 1]!]
  // If levels held, log p would fall by log 4 to a quarter of the points. Where it falls faster alarms come more often
  // than levels say, and a true outbreak among the very smallest has no say in it.
  const pace = Math.max((edge - inner) / Math.log(tail / Math.floor(tail / 4)), 1)
  return [Math.min(edge - pace * Math.log(tail / granted), logNominal), 'tail of own past']
}
