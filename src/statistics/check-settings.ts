import { failure, type StatisticsFailure } from './detection.ts'

/** What a setting has to be: a kind of number, yes or no, or one of a few words. */
type Rule = keyof typeof RULES | 'switch' | readonly string[]

const RULES = {
  whole: (value: number) => Number.isSafeInteger(value) && value >= 0,
  'positive-whole': (value: number) => Number.isSafeInteger(value) && value >= 1,
  share: (value: number) => value > 0 && value < 1,
  positive: (value: number) => value > 0 && value < Number.POSITIVE_INFINITY,
  'not-negative': (value: number) => value >= 0 && value < Number.POSITIVE_INFINITY,
  finite: (value: number) => Number.isFinite(value),
} as const

/** Refuses the first setting that breaks its rule: `checkSettings(settings, { b: 'positive-whole', alpha: 'share' })`. */
export function checkSettings<Settings extends object>(
  settings: Settings,
  rules: Readonly<Partial<Record<keyof Settings & string, Rule>>>,
): StatisticsFailure | undefined {
  for (const [name, rule] of Object.entries(rules) as [keyof Settings & string, Rule][]) {
    if (!fits(settings[name], rule)) return failure('bad-parameter', name)
  }
  return undefined
}

function fits(value: unknown, rule: Rule): boolean {
  if (rule === 'switch') return typeof value === 'boolean'
  if (typeof rule === 'string') return typeof value === 'number' && RULES[rule](value)
  return typeof value === 'string' && rule.includes(value)
}

/** Refuses a limit that does not say a number of reports and a number of periods. */
export function checkLimit(limit: readonly [number, number]): StatisticsFailure | undefined {
  const [reports, periods] = Array.isArray(limit) ? limit : [Number.NaN, Number.NaN]
  const isLimit = reports >= 0 && Number.isSafeInteger(periods) && periods >= 1
  return isLimit ? undefined : failure('bad-parameter', 'limit54')
}
