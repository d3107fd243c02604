import { failure, type StatisticsFailure } from './detection.ts'

/** What a setting has to be: the rule by its name, so that a refusal can say it. */
type Rule = 'whole' | 'positive-whole' | 'share' | 'positive' | 'not-negative' | 'finite'

const RULES: Readonly<Record<Rule, (value: number) => boolean>> = {
  whole: (value) => Number.isSafeInteger(value) && value >= 0,
  'positive-whole': (value) => Number.isSafeInteger(value) && value >= 1,
  share: (value) => value > 0 && value < 1,
  positive: (value) => value > 0 && value < Number.POSITIVE_INFINITY,
  'not-negative': (value) => value >= 0 && value < Number.POSITIVE_INFINITY,
  finite: Number.isFinite,
}

/** Refuses the first setting that breaks its rule: `checkSettings(settings, { b: 'positive-whole', alpha: 'share' })`. */
export function checkSettings<Settings extends object>(
  settings: Settings,
  rules: Readonly<Partial<Record<keyof Settings & string, Rule>>>,
): StatisticsFailure | undefined {
  for (const [name, rule] of Object.entries(rules) as [keyof Settings & string, Rule][]) {
    const value = settings[name]
    if (typeof value !== 'number' || !RULES[rule](value)) return failure('bad-parameter', name)
  }
  return undefined
}
