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
  readonly basis: 'own past' | 'nominal'
}

/** From this many granted alarms on, the panel's own past says more than the nominal level does. */
const ENOUGH_GRANTED = 5
/** A budget grants alarms, it does not order them: nothing more likely than this is called unusual. */
const LOOSEST = Math.log(0.05)

/**
 * Turns a budget into a threshold by looking where it would have been kept on the panel's own past. With `j` alarms
 * granted the threshold is the j-th smallest p-value itself, which does not alarm: a new p-value is as likely in any
 * place among the old ones, so the expected number stays at or below the budget. True outbreaks in the past only make it
 * stricter. Where the past is too short to say, the nominal level holds as well.
 */
export function budgetThreshold(past: BackTest, { alarms, steps }: Budget): BudgetThreshold | undefined {
  const sorted = past.flat().sort((a, b) => a - b)
  if (sorted.length === 0 || !(alarms > 0) || !(steps > 0)) return undefined
  const granted = (alarms * past.length) / steps
  const logNominal = Math.log(Math.min(granted / sorted.length, 0.5))
  const place = Math.max(Math.floor(granted), 1)
  const empirical = sorted[Math.min(place, sorted.length) - 1]!
  const trusted = granted >= ENOUGH_GRANTED
  const logThreshold = Math.min(trusted ? empirical : Math.min(empirical, logNominal), LOOSEST)
  const raised = sorted.findIndex((logP) => logP >= logThreshold)
  return {
    logThreshold,
    logNominal,
    raised: raised < 0 ? sorted.length : raised,
    granted,
    basis: trusted ? 'own past' : 'nominal',
  }
}
