import type { DeadlineOverride, DeadlineRule } from '../../domain/procedure/deadline.ts'
import type { PeriodUnit } from '../../domain/time/time.ts'
import type { Issue } from '../../domain/wording/errors.ts'

const EXACT: readonly PeriodUnit[] = ['minute', 'hour']
const isExact = (unit: PeriodUnit) => EXACT.includes(unit)

/** Ten years in days: no office gives itself longer. */
const LONGEST = 3_650

/**
 * Why an office may not give a rule this length of its own. A rule read in the text of a law (`found`) may be made shorter,
 * in its own unit; every other one is the office's to set. Days stay days and hours hours: extensions and pauses count in them.
 */
export function ownLengthFault(
  rule: DeadlineRule,
  { length, unit }: Pick<DeadlineOverride, 'length' | 'unit'>,
): Issue | undefined {
  const statutory = statutoryLength(rule)
  if (statutory === undefined) return { field: 'length', rule: 'unknown-field' }
  if (!Number.isInteger(length) || length < 1) return { field: 'length', rule: 'too-small', limit: 1 }
  if (length > LONGEST) return { field: 'length', rule: 'too-large', limit: LONGEST }
  if (isExact(unit) !== isExact(rule.unit)) return { field: 'unit', rule: 'not-an-option' }
  if (rule.source.mark !== 'found') return undefined
  if (unit !== rule.unit) return { field: 'unit', rule: 'not-an-option' }
  return length > statutory ? { field: 'length', rule: 'beyond-statute', limit: statutory } : undefined
}

/** The shortest length the rule knows, in its unit; undefined where a day is set or each answer has a unit of its own: nobody's to change in advance. */
export function statutoryLength({ length }: DeadlineRule): number | undefined {
  if (typeof length === 'number') return length
  if (!('lengths' in length)) return undefined
  const lengths = Object.values(length.lengths)
  return lengths.every((each) => typeof each === 'number') ? Math.min(...lengths) : undefined
}
